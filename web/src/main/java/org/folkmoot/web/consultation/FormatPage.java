package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.jspecify.annotations.Nullable;

/// The question in another form: in plain words, easy to read, read aloud or signed.
///
/// @param name of the question
/// @param nameLang of the name, and `lang` of the lines, BCP 47
/// @param easy lines are set large, each by itself with its drawing
/// @param sound the recording, or null; then the lines are what it says
/// @param film where it can be seen signed, or null
/// @param until until when it can be answered, and `decides` who decides then
/// @param links to take part, to the other forms and to ask a person
public record FormatPage(
    String title,
    String name,
    String nameLang,
    String lang,
    boolean easy,
    @Nullable Sound sound,
    @Nullable Link film,
    List<Line> lines,
    String until,
    @Nullable String decides,
    List<Link> links)
    implements Page {

  public FormatPage {
    lines = List.copyOf(lines);
    links = List.copyOf(links);
  }

  /// A recording.
  ///
  /// @param src where it is
  /// @param readBy whose voice it is; may be empty
  public record Sound(String src, String playerLabel, String readBy) {}

  /// One paragraph or one short sentence.
  public record Line(@Nullable Drawing drawing, String words) {
    public Line(String words) {
      this(null, words);
    }
  }

  public Drawing calendar() {
    return new Drawing("calendar");
  }

  public Drawing meeting() {
    return new Drawing("meeting");
  }

  @Override
  public String template() {
    return "consultation/format.mustache";
  }
}
