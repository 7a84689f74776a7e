package org.folkmoot.media;

/// The id of a stored file: `med_` and 32 hexadecimal digits that cannot be guessed.
public record MediaId(String value) {}
