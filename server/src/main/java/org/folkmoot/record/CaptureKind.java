package org.folkmoot.record;

import java.util.Locale;

/// How words became text: a note-taker's summary is not a quote. Names are those of the API.
public enum CaptureKind {
  SELF_TYPED,
  SELF_RECORDED,
  ASSISTED,
  VERBATIM_NOTE,
  SUMMARY_NOTE,
  TRANSCRIPT,
  SCANNED_CARD,
  TALLY;

  /// Key of its name on screen.
  public String wordKey() {
    return "record.kind." + name().toLowerCase(Locale.ROOT);
  }
}
