package org.folkmoot.store;

/// The id of a blob: `blob_` and 26 letters and digits that cannot be guessed.
public record BlobId(String value) {}
