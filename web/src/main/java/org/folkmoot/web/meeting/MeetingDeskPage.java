package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Figure;
import org.folkmoot.web.part.QrCode;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// One meeting for whoever runs it: the kit before it, entering back after it.
///
/// @param sheets the kit's pages as pictures
/// @param over it has been held: entering back stands first then
/// @param local said where the kit would print an address that opens on this machine alone; else
///   null
/// @param kits downloads, one for each language
/// @param entries what can be entered back
/// @param pass what volunteers enter paper with, and `end` the press that ends it; null where none
///   works
/// @param heard so far from this meeting, each number with its own unit; never added together
public record MeetingDeskPage(
    String title,
    String backHref,
    String changeHref,
    String noticeHref,
    String when,
    String place,
    boolean over,
    @Nullable String local,
    List<Kit> kits,
    List<Sheet> sheets,
    List<Entry> entries,
    @Nullable String closed,
    List<Figure> heard,
    @Nullable ErrorSummary errors,
    String attendanceAction,
    TextField heads,
    TextField slips,
    Button save,
    @Nullable Pass pass,
    @Nullable Button end,
    Button renew,
    String passAction)
    implements Page {
  public MeetingDeskPage {
    kits = List.copyOf(kits);
    sheets = List.copyOf(sheets);
    entries = List.copyOf(entries);
    heard = List.copyOf(heard);
  }

  /// The evening pass.
  public record Pass(String code, QrCode qr, String works) {}

  /// The kit in one language.
  public record Kit(String label, String href) {}

  /// One kind of sheet, pictured by its first page.
  public record Sheet(String picture, String alt, String caption, String pdfHref) {}

  /// One form that looks like the paper.
  public record Entry(String label, String href, String what) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "meeting/desk-meeting.mustache";
  }
}
