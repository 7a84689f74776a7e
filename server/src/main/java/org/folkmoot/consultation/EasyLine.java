package org.folkmoot.consultation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.web.part.Drawing;

/// A line of a question that is easy to read, as an officer writes it: `[bus] Some buses have
/// stopped.`
///
/// @param drawing name of the drawing it begins with; empty if with none
record EasyLine(String drawing, String words) {

  private static final Pattern DRAWN = Pattern.compile("\\s*\\[([a-z-]{1,20})]\\s*(.*)");

  static EasyLine of(String line) {
    Matcher drawn = DRAWN.matcher(line);
    return drawn.matches()
        ? new EasyLine(drawn.group(1), drawn.group(2).strip())
        : new EasyLine("", line.strip());
  }

  /// False if it names a drawing there is not.
  boolean isShown() {
    return drawing.isEmpty() || Drawing.NAMES.contains(drawing);
  }

  Optional<Drawing> shown() {
    return drawing.isEmpty() || !isShown() ? Optional.empty() : Optional.of(new Drawing(drawing));
  }
}
