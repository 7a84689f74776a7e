package org.folkmoot.web.record;

import org.folkmoot.web.Link;
import org.folkmoot.web.Page;

/// The log of a question: what it is good for, and for those who check such things themselves, the
/// files.
///
/// @param signed how long it is and when that was last signed, in a sentence
/// @param note what was signed, as it is
/// @param files the address that the files' addresses begin with
public record LogPage(
    String title,
    Link question,
    String signed,
    String note,
    String files,
    String checkpointHref,
    String keyHref,
    String consistencyHref)
    implements Page {

  @Override
  public String template() {
    return "record/log.mustache";
  }
}
