package org.folkmoot.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.Voice;
import org.folkmoot.record.Voices;
import org.folkmoot.report.Figure.Unit;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.report.FigurePage;
import org.jspecify.annotations.Nullable;

/// A figure and the voices under it, as a page.
final class FigureViews {

  private static final int PER_PAGE = 50;

  private final FigureWords figures;
  private final Words words;
  private final ZoneId zone;
  private final String reportHref;

  FigureViews(FigureWords figures, Words words, ZoneId zone, String reportHref) {
    this.figures = figures;
    this.words = words;
    this.zone = zone;
    this.reportHref = reportHref;
  }

  FigurePage tooFew(Figure figure) {
    String why =
        figures.tooFew(figure)
            + ". "
            + words.say("report.figure.too-few", "fewest", SmallNumbers.FEWEST);
    return new FigurePage(
        figures.about(figure), figures.about(figure), null, null, why, List.of(), null, reportHref);
  }

  FigurePage page(Opening.Open open, int number, boolean staff) {
    Figure figure = open.figure();
    int last = Math.max(1, (open.voices().size() + PER_PAGE - 1) / PER_PAGE);
    int page = Math.clamp(number, 1, last);
    int from = (page - 1) * PER_PAGE;
    int to = Math.min(open.voices().size(), from + PER_PAGE);
    String sentence =
        words.say(
            "report.figure.sentence",
            "all",
            figures.howMany(figure.unit(), figure.total()),
            "shown",
            open.shown(),
            "notShown",
            open.notShown(),
            "takenBack",
            open.takenBack());
    List<FigurePage.Voice> voices =
        open.voices().subList(from, to).stream().map(v -> voice(v, figure, staff)).toList();
    return new FigurePage(
        figures.about(figure),
        figures.about(figure),
        sentence,
        words.say("report.explained." + figure.unit().name().toLowerCase(Locale.ROOT)),
        null,
        voices,
        last == 1 ? null : pagination(figure, page, last, from, to, open.voices().size()),
        reportHref);
  }

  private Pagination pagination(Figure figure, int page, int last, int from, int to, int all) {
    String href = figures.href(figure.id());
    return new Pagination(
        page == 1 ? null : href + "?page=" + (page - 1),
        page == last ? null : href + "?page=" + (page + 1),
        words.say("report.figure.where", "from", from + 1, "to", to, "all", all));
  }

  private FigurePage.Voice voice(Voice voice, Figure figure, boolean staff) {
    return new FigurePage.Voice(
        Drawing.ofDoor(voice.channel().name()),
        words.say(voice.channel().wordKey()),
        words.shortDate(LocalDate.ofInstant(voice.receivedAt(), zone)),
        voice.title().isBlank() ? null : voice.title(),
        paragraphs(voice, staff),
        answers(voice),
        voice.language(),
        marked(voice, figure),
        saidBy(voice),
        staff ? "/desk/c/" + voice.consultation() + "/record/" + voice.id() : null);
  }

  private static List<String> paragraphs(Voice voice, boolean staff) {
    String text = staff ? voice.text() : ReportService.publicText(voice);
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static List<FigurePage.Answer> answers(Voice voice) {
    return voice.answers().stream()
        .filter(answer -> !answer.chosen().isEmpty())
        .map(answer ->
            new FigurePage.Answer(
                FigureWords.asked(answer.prompt()), String.join(", ", answer.chosen())))
        .toList();
  }

  /// In a figure of marks only the marks it counts are said, so that nobody's other votes are read
  /// off it.
  private @Nullable String marked(Voice voice, Figure figure) {
    if (figure.unit() != Unit.MARKS) {
      return null;
    }
    int marks =
        voice.marks().entrySet().stream()
            .filter(mark -> figure.key().isEmpty() || isIn(figure, mark.getKey()))
            .collect(Collectors.summingInt(Map.Entry::getValue));
    return figures.howMany(Unit.MARKS, marks);
  }

  private static boolean isIn(Figure figure, String mark) {
    return switch (figure.kind()) {
      case MARK -> mark.equals(figure.key());
      case ALL, MODE, DOOR -> true;
      case THEME, CHOICE -> false;
    };
  }

  /// "Anna", "a table of 6", or nothing for one person without a name.
  private @Nullable String saidBy(Voice voice) {
    return switch (voice.voices()) {
      case Voices.One _ -> voice.quoteAs().isEmpty() ? null : voice.quoteAs();
      case Voices.Group group -> words.say("report.by-group", "people", group.people());
      case Voices.GroupOfUnknownSize _ -> words.say("report.by-some-group");
      case Voices.Tally _ -> null;
    };
  }
}
