package org.folkmoot.record;

/// By what a list of voices can be narrowed down, beside its words.
public enum Facet {
  DOOR,
  THEME,
  STATUS,
  LANGUAGE,
  KIND,
  PLACE,
  MONTH
}
