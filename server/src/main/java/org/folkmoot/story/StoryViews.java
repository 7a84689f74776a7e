package org.folkmoot.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.media.MediaKind;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Media;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.story.StoriesPage;
import org.folkmoot.web.story.Telling;
import org.jspecify.annotations.Nullable;

/// Stories as pages show them, in one reader's language. Shows what the [Voice] holds and decides
/// nothing more.
final class StoryViews {

  private static final int HEADING = 60;
  private static final int BEGINNING = 240;

  private final Words words;
  private final ZoneId zone;

  StoryViews(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /// The teller's title, or how the story begins, or what it is.
  String heading(Voice story) {
    if (!story.title().isEmpty()) {
      return story.title();
    }
    String text = toBegin(story);
    if (!text.isEmpty()) {
      return beginning(text.lines().findFirst().orElse(text), HEADING);
    }
    return words.say(
        switch (kind(story)) {
          case SOUND -> "story.untitled-sound";
          case VIDEO -> "story.untitled-video";
          case PICTURE -> "story.untitled-picture";
          case DOCUMENT, CAPTIONS -> "story.untitled";
        });
  }

  StoriesPage.Row row(Voice story) {
    String note = story.contentNote();
    return new StoriesPage.Row(
        heading(story),
        "/c/" + story.consultation() + "/stories/" + story.id(),
        story.language(),
        beginning(toBegin(story).replaceAll("\\s+", " "), BEGINNING),
        by(story),
        words.shortDate(day(story)),
        day(story).toString(),
        switch (kind(story)) {
          case SOUND -> words.say("story.with-sound");
          case VIDEO -> words.say("story.with-video");
          case PICTURE -> words.say("story.with-picture");
          case DOCUMENT, CAPTIONS -> null;
        },
        note.isEmpty() ? null : note);
  }

  Telling telling(Voice story) {
    String note = story.contentNote();
    Optional<Media> sound = file(story, MediaKind.SOUND);
    Optional<Media> video = file(story, MediaKind.VIDEO);
    boolean unseen =
        story.captureKind() == CaptureKind.SELF_RECORDED && sound.isEmpty() && video.isEmpty();
    return new Telling(
        story.language(),
        paragraphs(text(story)),
        by(story),
        words.shortDate(day(story)),
        day(story).toString(),
        note.isEmpty() ? null : note,
        file(story, MediaKind.PICTURE).map(m -> picture(story, m)).orElse(null),
        sound.map(m -> player(story, m, "story.player-sound")).orElse(null),
        video.map(m -> player(story, m, "story.player-video")).orElse(null),
        transcript(story, sound.or(() -> video)),
        unseen ? words.say("story.unseen") : null);
  }

  /// What stands for the words: the version with something left out, where there is one.
  static String text(Voice story) {
    return story.words();
  }

  /// The words a story begins with in a list: what was written down, where it was spoken and the
  /// recording is not to be heard here.
  private static String toBegin(Voice story) {
    String text = text(story);
    boolean isHeard = kind(story) != MediaKind.DOCUMENT;
    return text.isEmpty() && !isHeard
        ? derived(story, StoryService.TRANSCRIPT).map(DerivedText::text).orElse("")
        : text;
  }

  static Optional<DerivedText> derived(Voice story, String kind) {
    return story.derived().stream().filter(d -> d.kind().equals(kind)).findFirst();
  }

  /// The kind of the file that comes with it; [MediaKind#DOCUMENT] where it is words alone.
  static MediaKind kind(Voice story) {
    return story.media().stream()
        .map(m -> MediaKind.valueOf(m.kind()))
        .findFirst()
        .orElse(MediaKind.DOCUMENT);
  }

  LocalDate day(Voice story) {
    return LocalDate.ofInstant(story.receivedAt(), zone);
  }

  private String by(Voice story) {
    return story.scopes().named() && !story.quoteAs().isEmpty()
        ? words.say("story.by-named", "name", story.quoteAs())
        : words.say("story.by-unnamed");
  }

  private Telling.Picture picture(Voice story, Media file) {
    String shown =
        derived(story, StoryService.TRANSCRIPT).map(DerivedText::text).orElse(file.description());
    return shown.isEmpty()
        ? new Telling.Picture(src(story, file), words.say("story.picture-alt"), null)
        : new Telling.Picture(src(story, file), shown, shown);
  }

  private Telling.Player player(Voice story, Media file, String label) {
    return new Telling.Player(
        src(story, file),
        file.contentType(),
        words.say(label, "title", heading(story)),
        file(story, MediaKind.CAPTIONS)
            .map(captions ->
                new Telling.Track(
                    src(story, captions), story.language(), words.say("story.captions")))
            .orElse(null));
  }

  private Telling.@Nullable Transcript transcript(Voice story, Optional<Media> recording) {
    if (story.captureKind() != CaptureKind.SELF_RECORDED) {
      return null;
    }
    Optional<DerivedText> written = derived(story, StoryService.TRANSCRIPT);
    if (written.isPresent()) {
      String from =
          written.get().checkedBy().isEmpty()
              ? "story.transcript-unchecked"
              : "story.transcript-checked";
      return new Telling.Transcript(paragraphs(written.get().text()), words.say(from));
    }
    return recording
        .map(Media::description)
        .filter(text -> !text.isEmpty())
        .map(text -> new Telling.Transcript(paragraphs(text), words.say("story.transcript-teller")))
        .orElse(null);
  }

  private static String src(Voice story, Media file) {
    return "/c/" + story.consultation() + "/media/" + file.id();
  }

  private static Optional<Media> file(Voice story, MediaKind kind) {
    return story.media().stream().filter(m -> m.kind().equals(kind.name())).findFirst();
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  private static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    int end = space > most / 2 ? space : most;
    // Never half a character of those that take two.
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + " …";
  }
}
