package org.folkmoot.media;

import java.util.regex.Pattern;

/// Captions in either of the two common forms, as WebVTT, which browsers show.
final class Captions {
  private static final Pattern SUBRIP_TIMES =
      Pattern.compile(
          "(?m)^(\\d{1,3}:\\d{2}:\\d{2}),(\\d{3})[ \\t]*-->["
              + " \\t]*(\\d{1,3}:\\d{2}:\\d{2}),(\\d{3}).*$");
  private static final Pattern SUBRIP_START =
      Pattern.compile("\\A\\s*\\d+[ \\t]*\\n\\d{1,3}:\\d{2}:\\d{2},\\d{3}[ \\t]*-->");
  private static final Pattern NOT_SPOKEN =
      Pattern.compile("(?m)^(WEBVTT.*|NOTE\\b.*|\\d+|.*-->.*)$");

  private Captions() {}

  static boolean isWebVtt(String text) {
    return text.startsWith("WEBVTT");
  }

  static boolean isSubRip(String text) {
    return SUBRIP_START.matcher(text).find();
  }

  static String webVtt(String text) {
    return isWebVtt(text)
        ? text + "\n"
        : "WEBVTT\n\n" + SUBRIP_TIMES.matcher(text).replaceAll("$1.$2 --> $3.$4") + "\n";
  }

  /// Only what is said, for reading and searching.
  static String spoken(String text) {
    var said = NOT_SPOKEN.matcher(text).replaceAll("").replaceAll("</?[a-zA-Z][^>]*>", "");
    return said.replaceAll("\\n{2,}", "\n").strip();
  }
}
