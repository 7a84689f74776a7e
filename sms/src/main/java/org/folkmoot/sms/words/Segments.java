package org.folkmoot.sms.words;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a text travels: its encoding, its length in the encoding's units, the parts it is cut into
/// and paid for, and the characters that force the costly encoding. 160 GSM-7 units fit one part,
/// 153 each of several; in UCS-2 70 and 67 (3GPP TS 23.038 and 23.040). Neither an extension
/// character nor a surrogate pair is cut in two.
///
/// @param units septets in GSM-7, UTF-16 units in UCS-2
/// @param offenders empty in GSM-7; otherwise each different character outside it, in order
public record Segments(Encoding encoding, int units, int parts, List<Offender> offenders) {

  /// The alphabet a whole text is sent in.
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int single;
    private final int several;

    Encoding(int single, int several) {
      this.single = single;
      this.several = several;
    }
  }

  /// A character outside GSM-7.
  ///
  /// @param swap what could stand in its place, empty if nothing does
  /// @param typographic true if the swap changes no letter, so that it may be made without asking
  public record Offender(String character, int count, String swap, boolean typographic) {}

  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "^{}\\[~]|€\f";

  private static final Map<Integer, String> SWAPS =
      Map.ofEntries(
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‚', "'"),
          Map.entry((int) '′', "'"),
          Map.entry((int) '`', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2212, "-"),
          Map.entry((int) '•', "-"),
          Map.entry((int) '…', "..."),
          Map.entry(0x00A0, " "),
          Map.entry(0x2009, " "),
          Map.entry(0x202F, " "),
          Map.entry((int) '\t', " "));

  public Segments {
    offenders = List.copyOf(offenders);
  }

  public static Segments of(String text) {
    var gsm = text.codePoints().allMatch(c -> septets(c) > 0);
    var encoding = gsm ? Encoding.GSM_7 : Encoding.UCS_2;
    var sizes = text.codePoints().map(c -> gsm ? septets(c) : Character.charCount(c)).toArray();
    var units = 0;
    for (var size : sizes) {
      units += size;
    }
    return new Segments(encoding, units, parts(sizes, units, encoding), offenders(text));
  }

  /// The text with typographic offenders (curly quotes, dashes, fixed spaces) swapped; letters
  /// stay.
  public static String swapTypography(String text) {
    var swapped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          var swap = SWAPS.get(c);
          if (swap == null) {
            swapped.appendCodePoint(c);
          } else {
            swapped.append(swap);
          }
        });
    return swapped.toString();
  }

  /// The text with every character outside GSM-7 swapped that has a plain stand-in, marks of
  /// letters left out as many people do when they text; what has none stays.
  public static String plainLetters(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          var swap = septets(c) > 0 ? "" : offender(c, 1).swap();
          if (swap.isEmpty()) {
            plain.appendCodePoint(c);
          } else {
            plain.append(swap);
          }
        });
    return plain.toString();
  }

  private static int septets(int c) {
    if (BASIC.indexOf(c) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
  }

  private static int parts(int[] sizes, int units, Encoding encoding) {
    if (units <= encoding.single) {
      return units == 0 ? 0 : 1;
    }
    var parts = 1;
    var filled = 0;
    for (var size : sizes) {
      if (filled + size > encoding.several) {
        parts++;
        filled = 0;
      }
      filled += size;
    }
    return parts;
  }

  private static List<Offender> offenders(String text) {
    var counts = new LinkedHashMap<Integer, Integer>();
    text.codePoints().filter(c -> septets(c) == 0).forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts.entrySet().stream().map(e -> offender(e.getKey(), e.getValue())).toList();
  }

  private static Offender offender(int c, int count) {
    var typographic = SWAPS.get(c);
    var character = Character.toString(c);
    return typographic != null
        ? new Offender(character, count, typographic, true)
        : new Offender(character, count, baseLetter(character), false);
  }

  /// The letter without its mark, if that letter is in GSM-7; ł has no decomposition in Unicode.
  private static String baseLetter(String character) {
    var base =
        switch (character) {
          case "ł" -> "l";
          case "Ł" -> "L";
          default -> Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        };
    var usable = !base.isEmpty() && base.codePoints().allMatch(c -> septets(c) > 0);
    return usable ? base : "";
  }
}
