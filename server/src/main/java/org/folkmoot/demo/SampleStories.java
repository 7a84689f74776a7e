package org.folkmoot.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.demo.SampleFiles.Sheet;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.Received;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.story.LetterDraft;
import org.folkmoot.story.StoryDraft;
import org.folkmoot.story.Told;
import org.jspecify.annotations.Nullable;

/// Stories with their files, and letters.
final class SampleStories {

  private final Demo.Rooms rooms;
  private final SampleFiles files;
  private final SampleConsultation.Town town;
  private final String slug;
  private final SampleVoices voices;
  private final Map<String, Sheet> stories = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<MediaId>> fetched = new HashMap<>();

  SampleStories(
      Demo.Rooms rooms,
      SampleFiles files,
      SampleConsultation.Town town,
      String slug,
      SampleVoices voices) {
    this.rooms = rooms;
    this.files = files;
    this.town = town;
    this.slug = slug;
    this.voices = voices;
    names("stories").forEach(name -> stories.put(name, files.sheet("stories/" + name + ".md")));
  }

  private List<String> names(String kind) {
    return files.lines(kind + "/list.txt");
  }

  /// Begins to take in the files of stories that are not told yet.
  void fetch(Begin begin) {
    stories.forEach((name, sheet) -> {
      if (rooms.record().find(id(name)).isEmpty()) {
        for (String file : List.of(sheet.get("file"), sheet.get("captions"))) {
          if (!file.isEmpty()) {
            fetched.put(file, begin.begin(() -> receive(file)));
          }
        }
      }
    });
  }

  /// Begins something that takes long, to be waited for where it is needed.
  @FunctionalInterface
  interface Begin {
    CompletableFuture<MediaId> begin(Supplier<MediaId> act);
  }

  void plan() {
    stories.forEach((name, sheet) ->
        voices.say(
            name,
            new Row(sheet.head()),
            () -> id(name),
            () -> tell(name, sheet),
            id -> transcript(id, sheet)));
    for (String name : names("letters")) {
      Sheet sheet = files.sheet("letters/" + name + ".md");
      voices.say(
          name,
          new Row(sheet.head()),
          () -> NewContribution.idOf(slug, Channel.WRITTEN_SUBMISSION, "sample:" + name),
          () -> letter(name, sheet));
    }
  }

  private String id(String name) {
    return NewContribution.idOf(slug, Channel.STORY, "sample:" + name);
  }

  /// The words of a recording are its transcript, those beside a picture stay the teller's.
  private void tell(String name, Sheet sheet) {
    boolean recorded = isRecorded(sheet);
    boolean withFile = !sheet.get("file").isEmpty();
    kept(
        name,
        rooms
            .stories()
            .tell(
                new StoryDraft(
                    slug,
                    "sample:" + name,
                    sheet.get("title"),
                    recorded ? "" : sheet.text(),
                    "en",
                    sheet.get("contentNote"),
                    file(sheet.get("file")),
                    recorded ? sheet.text() : sheet.about(),
                    file(sheet.get("captions")),
                    new Others(Others.State.NOBODY, ""),
                    voices.pseudonym(name),
                    SampleVoices.closing(new Row(sheet.head()), Given.SCREEN, withFile))));
  }

  /// The officer has compared the words of a recording with it.
  private void transcript(String id, Sheet sheet) {
    if (isRecorded(sheet)) {
      rooms
          .reading()
          .find(Reader.STAFF, id)
          .filter(story -> story.derived().isEmpty())
          .ifPresent(
              story -> rooms.stories().transcribe(story, sheet.text(), true, town.officer()));
    }
  }

  private static boolean isRecorded(Sheet sheet) {
    return !sheet.get("captions").isEmpty();
  }

  private @Nullable MediaId file(String name) {
    CompletableFuture<MediaId> file = fetched.get(name);
    return file == null ? null : file.join();
  }

  private MediaId receive(String file) {
    var content = new ByteArrayInputStream(files.bytes("stories/" + file));
    try {
      Received received =
          file.endsWith(".vtt")
              ? rooms.stories().receiveCaptions(content, file)
              : rooms.stories().receive(content, file);
      return switch (received) {
        case Received.Taken taken -> taken.media().id();
        case Received.NotTaken not ->
            throw new IllegalStateException("the sample file " + file + ": " + not.reason());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letter(String name, Sheet sheet) {
    boolean named = sheet.get("use").equals("named");
    kept(
        name,
        rooms
            .letters()
            .add(
                new LetterDraft(
                    slug,
                    "sample:" + name,
                    sheet.get("from"),
                    true,
                    town.days().day(sheet.get("at")),
                    "",
                    sheet.text(),
                    "en",
                    new LetterDraft.Uses(true, named, sheet.get("website").equals("yes"), false),
                    null,
                    true,
                    town.officer())));
  }

  private static void kept(String name, Told told) {
    if (!(told instanceof Told.Kept)) {
      throw new IllegalStateException(name + " is not kept: " + told);
    }
  }
}
