package org.folkmoot.story;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.story.ReadPage;
import org.jspecify.annotations.Nullable;

/// The page on which those who decide read stories, for one reader.
final class ReadingViews {

  /// The place on the page where it is said that a tick was noted.
  static final String NOTED = "noted";

  private final Consultation consultation;
  private final ReadingService.Stories stories;
  private final StoryViews views;
  private final Words words;

  ReadingViews(
      Consultation consultation, ReadingService.Stories stories, ZoneId zone, Words words) {
    this.consultation = consultation;
    this.stories = stories;
    this.views = new StoryViews(words, zone);
    this.words = words;
  }

  /// The page's address, with the choice of stories and one more value in it.
  static String path(String consultation, boolean isShort, String more) {
    String query =
        Stream.of(isShort ? "in=" + TenMinutes.MINUTES : "", more)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return "/c/" + consultation + "/read" + (query.isEmpty() ? "" : "?" + query);
  }

  /// @param isShort whether to show those for ten minutes only
  /// @param noted id of the story that has just been ticked; empty if none was
  ReadPage page(boolean isShort, String noted) {
    List<Voice> all = stories.shown();
    List<Voice> ten = TenMinutes.of(all);
    boolean chosen = isShort && ten.size() < all.size();
    List<Voice> listed = chosen ? ten : all;
    boolean isNoted = stories.read().contains(noted);
    Optional<Voice> next = isNoted ? next(listed, noted) : Optional.empty();
    return new ReadPage(
        words.say("desk.read.title"),
        all.isEmpty() ? null : summary(all),
        new ReadPage.Report(
            words.say("desk.read.report"),
            "/c/" + consultation.slug() + "/report",
            words.say("desk.read.report-note")),
        ten.size() < all.size() && !ten.isEmpty() ? choices(all, chosen) : List.of(),
        chosen ? note(all, ten) : null,
        chosen ? leftOut(all, ten) : List.of(),
        words.say("desk.read.progress", "read", stories.readCount(), "shown", all.size()),
        stories.readCount(),
        Math.max(1, all.size()),
        isNoted && next.isEmpty() ? words.say("desk.read.saved-last") : null,
        listed.stream().map(story -> entry(story, next)).toList(),
        words.say("desk.read.intro", "told", stories.told(), "shown", all.size()),
        absent(),
        all.isEmpty() ? new EmptyState(words.say("desk.read.nothing")) : null,
        path(consultation.slug(), chosen, ""));
  }

  /// The first one after a story that is not read yet, or else the first one at all.
  private Optional<Voice> next(List<Voice> listed, String noted) {
    List<String> ids = listed.stream().map(Voice::id).toList();
    int after = ids.indexOf(noted) + 1;
    return Stream.concat(
            listed.subList(after, listed.size()).stream(), listed.subList(0, after).stream())
        .filter(story -> !stories.read().contains(story.id()))
        .findFirst();
  }

  private String summary(List<Voice> all) {
    StoryLength length = StoryLength.of(all);
    long unknown = all.stream().filter(story -> !StoryLength.of(story).isKnown()).count();
    long heard = all.stream().filter(StoryLength::isHeard).count() - unknown;
    String said =
        words.say(
            heard == 0 ? "desk.read.summary" : "desk.read.summary-heard",
            "shown",
            all.size(),
            "minutes",
            StoryLength.minutes(length.seconds()),
            "heard",
            heard,
            "hear",
            StoryLength.minutes(length.hear()));
    return unknown == 0
        ? said
        : said + " " + words.say("desk.read.summary-unknown", "count", unknown);
  }

  private List<Link> choices(List<Voice> all, boolean chosen) {
    String slug = consultation.slug();
    return List.of(
        new Link(
            words.say("desk.read.ten", "most", TenMinutes.MINUTES), path(slug, true, ""), chosen),
        new Link(words.say("desk.read.all", "count", all.size()), path(slug, false, ""), !chosen));
  }

  private String note(List<Voice> all, List<Voice> ten) {
    String kinds = ten.stream().map(this::kind).distinct().collect(Collectors.joining(", "));
    return words.say(
        "desk.read.ten-note",
        "report",
        TenMinutes.FOR_REPORT,
        "minutes",
        StoryLength.minutes(StoryLength.of(ten).seconds()),
        "count",
        ten.size(),
        "kinds",
        kinds,
        "left",
        all.size() - ten.size());
  }

  private List<Link> leftOut(List<Voice> all, List<Voice> ten) {
    return all.stream()
        .filter(story -> !ten.contains(story))
        .map(story ->
            new Link(
                views.heading(story),
                path(consultation.slug(), false, "") + "#story-" + story.id()))
        .toList();
  }

  private String kind(Voice story) {
    return words.say(
        switch (StoryViews.kind(story)) {
          case PICTURE -> "desk.read.kind-picture";
          case SOUND -> "desk.read.kind-sound";
          case VIDEO -> "desk.read.kind-video";
          case DOCUMENT, CAPTIONS -> "desk.read.kind-words";
        });
  }

  private ReadPage.Entry entry(Voice story, Optional<Voice> next) {
    String heading = views.heading(story);
    boolean isNext = next.filter(n -> n.id().equals(story.id())).isPresent();
    String note = story.contentNote();
    return new ReadPage.Entry(
        story.id(),
        "story-" + story.id(),
        heading,
        what(story),
        mind(note),
        stories.read().contains(story.id()),
        // What may be hard is opened by whoever reads, not by us.
        isNext && note.isEmpty(),
        isNext ? words.say("desk.read.saved") : null,
        words.say("desk.read.tick-for", "title", heading),
        views.telling(story));
  }

  private @Nullable String mind(String note) {
    return note.isEmpty() ? null : words.say("desk.read.mind", "note", note);
  }

  private String what(Voice story) {
    StoryLength length = StoryLength.of(story);
    return length.isKnown()
        ? words.say(
            "desk.read.what",
            "kind",
            kind(story),
            "minutes",
            Math.max(1, StoryLength.minutes(length.seconds())))
        : words.say("desk.read.what-unknown", "kind", kind(story));
  }

  private List<String> absent() {
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
}
