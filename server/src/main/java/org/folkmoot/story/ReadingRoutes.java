package org.folkmoot.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.story.ReadPage;

/// Stories before the decision: every story that may be shown to those who decide, on one page, and
/// the tick that it has been read.
final class ReadingRoutes implements RouteTable.Routes {

  private static final Access READERS = Access.staff(Role.COUNCILLOR, Role.OFFICER);

  private final ReadingService readings;
  private final ConsultationService consultations;

  ReadingRoutes(ReadingService readings, ConsultationService consultations) {
    this.readings = readings;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/read", READERS, this::show);
    table.post("/c/{consultation}/read", READERS, Limit.POST, this::read);
  }

  private Answer show(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    var stories = readings.stories(consultation.slug(), ask.visitor());
    StoryViews views = new StoryViews(words, consultations.council().zone());
    List<ReadPage.Entry> entries =
        stories.shown().stream()
            .map(story -> entry(story, stories.read().contains(story.id()), views, words))
            .toList();
    int most = stories.shown().size();
    var page =
        new ReadPage(
            words.say("desk.read.title"),
            words.say("desk.read.intro", "told", stories.told(), "shown", most),
            words.say("desk.read.progress", "read", stories.readCount(), "shown", most),
            stories.readCount(),
            Math.max(1, most),
            absent(stories, words),
            entries,
            entries.isEmpty() ? new EmptyState(words.say("desk.read.nothing")) : null,
            "/c/" + consultation.slug() + "/read");
    return ask.page(page).header("X-Robots-Tag", "noindex");
  }

  private static ReadPage.Entry entry(Voice story, boolean isRead, StoryViews views, Words words) {
    String heading = views.heading(story);
    return new ReadPage.Entry(
        story.id(),
        anchor(story),
        heading,
        isRead,
        words.say("desk.read.tick-for", "title", heading),
        views.telling(story));
  }

  private static List<String> absent(ReadingService.Stories stories, Words words) {
    List<String> sentences = new ArrayList<>();
    for (ReadingService.NotShown why : ReadingService.NotShown.values()) {
      int count = stories.notShown().getOrDefault(why, 0);
      if (count > 0) {
        String name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        sentences.add(words.say("desk.read.absent-" + name, "count", count));
      }
    }
    if (stories.takenBack() > 0) {
      sentences.add(words.say("desk.read.absent-taken-back", "count", stories.takenBack()));
    }
    return sentences;
  }

  /// Ticks a story and goes on to the next one that is not read.
  private Answer read(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    Voice story =
        readings
            .read(slug, ask.form().text("story"), ask.visitor())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    var stories = readings.stories(slug, ask.visitor());
    String next =
        stories.shown().stream()
            .filter(v -> v.seq() > story.seq() && !stories.read().contains(v.id()))
            .findFirst()
            .map(v -> "#" + anchor(v))
            .orElse("");
    return Answer.seeOther("/c/" + slug + "/read" + next).flash("desk.read.saved");
  }

  private static String anchor(Voice story) {
    return "story-" + story.id();
  }
}
