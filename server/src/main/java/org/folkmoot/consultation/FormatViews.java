package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.consultation.ComingMeetings.Coming;
import org.folkmoot.door.Ask;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.FormatPage;
import org.folkmoot.web.consultation.FormatPage.Line;
import org.jspecify.annotations.Nullable;

/// The question in its other forms, as residents see it.
final class FormatViews {

  private final ConsultationViews views;

  FormatViews(ConsultationViews views) {
    this.views = views;
  }

  /// The row of buttons: the forms that the officer gave.
  static List<Link> buttons(Consultation asked, Words words) {
    List<Link> links = new ArrayList<>();
    for (Format format : Format.values()) {
      format.href(asked).ifPresent(href -> links.add(new Link(words.say(format.wordKey()), href)));
    }
    return links;
  }

  FormatPage page(Ask ask, Consultation asked, Format format) {
    Words words = ask.words();
    Consultation.Formats given = asked.formats();
    Told told = asked.told(words.language());
    return new FormatPage(
        words.say(format.wordKey()),
        told.title().words(),
        told.title().lang(),
        told.format(format).lang(),
        format == Format.EASY,
        format == Format.LISTEN ? sound(words, asked) : null,
        format == Format.SIGNING && QuestionForm.isAddress(given.signing())
            ? new Link(words.say("consultation.format.film"), given.signing())
            : null,
        lines(told.format(format).words(), format),
        views.when(asked, words),
        ConsultationViews.decides(asked, words),
        links(ask, asked, format));
  }

  private static FormatPage.@Nullable Sound sound(Words words, Consultation asked) {
    return asked
        .formats()
        .recording()
        .map(recording ->
            new FormatPage.Sound(
                "/c/" + asked.slug() + "/listen/recording",
                words.say("consultation.format.player"),
                recording.reader()))
        .orElse(null);
  }

  private static List<Line> lines(String text, Format format) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> format == Format.EASY ? easy(line) : new Line(line.strip()))
        .toList();
  }

  private static Line easy(String written) {
    EasyLine line = EasyLine.of(written);
    return line.shown()
        .map(drawing -> new Line(drawing, line.words()))
        .orElseGet(() -> new Line(line.words()));
  }

  private List<Link> links(Ask ask, Consultation asked, Format here) {
    Words words = ask.words();
    String question = "/c/" + asked.slug();
    List<Link> links = new ArrayList<>();
    if (here == Format.SIGNING) {
      // Whoever signs comes here to find out where somebody will understand.
      views
          .nextMeeting(ask, asked)
          .filter(Coming::interpreted)
          .map(next -> new Link(interpreted(next, words), next.href()))
          .ifPresent(links::add);
    }
    links.add(new Link(words.say("consultation.take-part"), question));
    Arrays.stream(Format.values())
        .filter(format -> format != here)
        .forEach(format ->
            format
                .href(asked)
                .ifPresent(href -> links.add(new Link(words.say(format.wordKey()), href))));
    links.add(new Link(words.say("common.ask-a-person"), "/ask"));
    return links;
  }

  private static String interpreted(Coming next, Words words) {
    return words.say("consultation.format.interpreted", "when", next.when(), "where", next.where());
  }
}
