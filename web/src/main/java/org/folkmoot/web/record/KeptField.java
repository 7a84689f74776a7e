package org.folkmoot.web.record;

/// A field of a form that is sent unseen: what a list stays narrowed down by.
public record KeptField(String field, String sent) {}
