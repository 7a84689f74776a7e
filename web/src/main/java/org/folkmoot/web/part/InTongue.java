package org.folkmoot.web.part;

/// Words and the language they are in, BCP 47: it may be another than the page's.
public record InTongue(String said, String tongue) {}
