package org.folkmoot.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.desk.Theme;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Channel.Mode;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.report.Figure.Unit;
import org.folkmoot.report.SnapshotService.Told;
import org.folkmoot.web.Words;
import org.folkmoot.web.report.Count;
import org.jspecify.annotations.Nullable;

/// Says figures in the words of one reader: how many of what, and about what. Made for one page.
final class FigureWords {

  private static final Pattern TEXTED = Pattern.compile("^\\d+/\\d+ +");

  private final String consultation;
  private final Words words;
  private final List<Theme> themes;
  private final Map<String, String> marks;

  FigureWords(String consultation, Words words, List<Theme> themes, MarkNames names) {
    this.consultation = consultation;
    this.words = words;
    this.themes = List.copyOf(themes);
    this.marks = names.of(consultation);
  }

  /// "41 people", with the way to their voices; "fewer than 5 people" without.
  Count count(Told told) {
    Figure figure = told.figure();
    if (told.tooFew()) {
      return new Count(tooFew(figure), null, null);
    }
    String note =
        told.takenBack() == 0 ? null : words.say("report.taken-back", "count", told.takenBack());
    return new Count(howMany(figure.unit(), figure.total()), href(figure.id()), note);
  }

  @Nullable Count countIfAny(Optional<Told> told) {
    return told.map(this::count).orElse(null);
  }

  /// A figure below the limit, and one that would give such a figure away, are said alike.
  String tooFew(Figure figure) {
    String key = figure.total() < SmallNumbers.FEWEST ? "report.fewer." : "report.kept-back.";
    return words.say(
        key + figure.unit().name().toLowerCase(Locale.ROOT), "fewest", SmallNumbers.FEWEST);
  }

  String howMany(Unit unit, int number) {
    return words.say("report.count." + unit.name().toLowerCase(Locale.ROOT), "count", number);
  }

  /// What a figure counts, as a heading.
  String about(Figure figure) {
    return switch (figure.kind()) {
      case ALL -> words.say("report.about.all");
      case MODE -> words.say(mode(figure.key()).wordKey());
      case DOOR -> words.say(channel(figure.key()).wordKey());
      case THEME -> theme(figure.key());
      case MARK -> mark(figure.group()) + ": " + option(figure.key());
      case CHOICE -> prompt(figure) + ": " + chosen(figure);
    };
  }

  static String prompt(Figure figure) {
    return asked(figure.label().lines().findFirst().orElse(figure.group()));
  }

  /// A question as it is read in a list. Texts number theirs, "2/5", and end on what to reply:
  /// there only the question stays.
  static String asked(String prompt) {
    String asked = TEXTED.matcher(prompt).replaceFirst("");
    int end = asked.indexOf('?');
    return asked.equals(prompt) || end < 0 ? prompt : asked.substring(0, end + 1);
  }

  static String chosen(Figure figure) {
    return figure.label().lines().skip(1).findFirst().orElse(figure.key());
  }

  private String theme(String id) {
    return themes.stream()
        .filter(theme -> theme.id().equals(id))
        .map(Theme::name)
        .findFirst()
        .orElseGet(() -> words.say("report.former-theme"));
  }

  /// What a group of marks stands under: a statement, a poll's question, the sheet of dots.
  String mark(String group) {
    return switch (group) {
      case "dot" -> words.say("report.dots");
      default ->
          marks.getOrDefault(
              group,
              words.say(
                  group.startsWith("statement:") ? "report.statement-gone" : "report.marks-gone"));
    };
  }

  /// What was marked: agree, an option of a poll, a dot on the sheet.
  String option(String mark) {
    String last = mark.substring(mark.lastIndexOf(':') + 1);
    String key =
        mark.startsWith("support:")
            ? "jury.support." + last
            : mark.startsWith("statement:") ? "report.mark." + last : "";
    if (words.has(key)) {
      return words.say(key);
    }
    return marks.getOrDefault(mark, last.replace('-', ' '));
  }

  static Channel channel(String key) {
    return Channel.valueOf(key.toUpperCase(Locale.ROOT));
  }

  static Mode mode(String key) {
    return Mode.valueOf(key.toUpperCase(Locale.ROOT));
  }

  String href(String figure) {
    return "/c/"
        + consultation
        + "/report/figures/"
        + URLEncoder.encode(figure, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
