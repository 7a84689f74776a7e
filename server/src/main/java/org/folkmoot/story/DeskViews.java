package org.folkmoot.story;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.media.MediaKind;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.story.DeskStoriesPage;
import org.folkmoot.web.story.DeskStoryPage;
import org.folkmoot.web.story.LettersPage;

/// Stories and letters as staff see them: where they stand and what their writers allowed.
final class DeskViews {

  private final Words words;
  private final StoryViews stories;

  DeskViews(Words words, ZoneId zone) {
    this.words = words;
    this.stories = new StoryViews(words, zone);
  }

  DeskStoriesPage.Row row(Voice story) {
    return new DeskStoriesPage.Row(
        stories.heading(story),
        "/desk/c/" + story.consultation() + "/stories/" + story.id(),
        words.shortDate(stories.day(story)),
        comesAs(story),
        state(story),
        uses(story),
        transcript(story));
  }

  List<DeskStoryPage.Fact> facts(Voice story) {
    List<DeskStoryPage.Fact> facts = new ArrayList<>();
    facts.add(new DeskStoryPage.Fact(words.say("desk.story.col-state"), state(story)));
    facts.add(new DeskStoryPage.Fact(words.say("desk.story.col-uses"), uses(story)));
    facts.add(new DeskStoryPage.Fact(words.say("desk.story.col-what"), comesAs(story)));
    String transcript = transcript(story);
    if (!transcript.isEmpty()) {
      facts.add(new DeskStoryPage.Fact(words.say("desk.story.col-transcript"), transcript));
    }
    facts.add(new DeskStoryPage.Fact(words.say("desk.story.code"), story.receipt()));
    return facts;
  }

  LettersPage.Row row(LetterService.Letter letter) {
    Voice voice = letter.voice();
    String title = voice.title().isEmpty() ? words.say("desk.letter.untitled") : voice.title();
    return new LettersPage.Row(
        letter.writer(),
        title,
        "/desk/c/" + voice.consultation() + "/record/" + voice.id(),
        words.shortDate(letter.receivedOn()),
        state(voice),
        uses(voice),
        voice.receipt());
  }

  static String kindKey(MediaKind kind) {
    return switch (kind) {
      case SOUND -> "desk.story.sound";
      case VIDEO -> "desk.story.video";
      case PICTURE -> "desk.story.picture";
      case DOCUMENT, CAPTIONS -> "desk.story.document";
    };
  }

  private String comesAs(Voice story) {
    List<String> parts = new ArrayList<>();
    if (!story.text().isEmpty()) {
      parts.add(words.say("desk.story.words"));
    }
    story.media().forEach(m -> parts.add(words.say(kindKey(MediaKind.valueOf(m.kind())))));
    return String.join(", ", parts);
  }

  private String state(Voice voice) {
    if (voice.status() == Status.RECEIVED && voice.isUnheard()) {
      return words.say("desk.story.state-unheard");
    }
    return words.say("desk.story.state-" + voice.status().name().toLowerCase(Locale.ROOT));
  }

  private String uses(Voice voice) {
    if (voice.under18()) {
      return words.say("desk.story.uses-under-18");
    }
    List<String> uses = new ArrayList<>();
    if (voice.scopes().named()) {
      uses.add(words.say("desk.story.uses-named", "name", voice.quoteAs()));
    } else {
      uses.add(
          words.say(voice.scopes().quoted() ? "desk.story.uses-unnamed" : "desk.story.uses-count"));
    }
    if (voice.scopes().published()) {
      uses.add(words.say("desk.story.uses-website"));
    }
    if (voice.scopes().media()) {
      uses.add(words.say("desk.story.uses-recording"));
    }
    return String.join(", ", uses);
  }

  private String transcript(Voice story) {
    if (StoryViews.kind(story) == MediaKind.DOCUMENT) {
      return "";
    }
    var written = StoryViews.derived(story, StoryService.TRANSCRIPT);
    if (written.isPresent()) {
      return written.get().checkedBy().isEmpty()
          ? words.say("desk.story.transcript-unchecked", "by", written.get().by())
          : words.say("desk.story.transcript-checked", "by", written.get().checkedBy());
    }
    return words.say(
        story.media().getFirst().description().isEmpty()
            ? "desk.story.transcript-missing"
            : "desk.story.transcript-teller");
  }
}
