package org.folkmoot.meeting;

import java.util.List;
import java.util.Locale;
import org.folkmoot.record.CaptureKind;

/// What one note sheet says.
///
/// @param sheet id of this entry, made when the form was shown; with a line's id it makes sending
///   twice one
/// @param table name of the table
/// @param people at the table; 0 if nobody counted
/// @param agreed whether it was read back and the table agreed that it may be quoted
/// @param published whether the table also agreed that it is shown on the website
/// @param language BCP 47, of the notes
public record TableNotes(
    String sheet,
    String table,
    int people,
    List<Line> lines,
    boolean agreed,
    boolean published,
    String language) {

  /// Lines on one sheet.
  public static final int LINES = 12;

  public TableNotes {
    lines = List.copyOf(lines);
  }

  /// One thing on the sheet.
  ///
  /// @param id unique on this sheet
  public record Line(String id, Kind kind, String text) {}

  /// The code in front of a line.
  public enum Kind {
    SHORT(CaptureKind.SUMMARY_NOTE),
    WORDS(CaptureKind.VERBATIM_NOTE),
    QUESTION(CaptureKind.SUMMARY_NOTE),
    DISAGREE(CaptureKind.SUMMARY_NOTE);

    private final CaptureKind capture;

    Kind(CaptureKind capture) {
      this.capture = capture;
    }

    CaptureKind capture() {
      return capture;
    }

    /// Its value in forms and in the record.
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String wordKey() {
      return "kit.line." + value();
    }
  }
}
