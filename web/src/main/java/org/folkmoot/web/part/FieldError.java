package org.folkmoot.web.part;

/// What is wrong with one field, in words that say how to put it right.
///
/// @param field name of the field, which is also its id on the page
public record FieldError(String field, String message) {}
