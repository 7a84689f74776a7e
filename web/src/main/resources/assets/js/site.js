// @ts-check
// Every page works without this file.
