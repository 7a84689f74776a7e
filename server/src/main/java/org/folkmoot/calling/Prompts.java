package org.folkmoot.calling;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.Received;
import org.folkmoot.sms.voice.SpokenLine;
import org.folkmoot.store.Blob;

/// Takes recordings of a line's words in and gives them out. Thread-safe.
final class Prompts {

  /// In bytes; a minute of speech as it comes from a recorder.
  static final long LARGEST = 12L * 1024 * 1024;

  /// What a telephone company plays, of what the media room takes:
  /// https://www.twilio.com/docs/voice/twiml/play#supported-audio-file-types
  static final Set<String> PLAYED = Set.of("audio/mpeg", "audio/wav");

  private static final Set<MediaKind> FILES = Set.copyOf(EnumSet.of(MediaKind.SOUND));
  private static final String OWNER = "prompt:";
  private static final int ID_BYTES = 20;

  private final PromptRepository repository;
  private final Scripts scripts;
  private final MediaService media;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  Prompts(PromptRepository repository, Scripts scripts, MediaService media, InstantSource time) {
    this.repository = repository;
    this.scripts = scripts;
    this.media = media;
    this.time = time;
  }

  /// What became of a file.
  sealed interface Put {
    record Kept() implements Put {}

    /// Telephones play MP3 and WAV alone.
    record NotPlayed() implements Put {}

    /// @param key of the words that say why
    record Refused(String key) implements Put {}
  }

  /// A recording that can be heard.
  record Heard(String contentType, Blob content) {}

  /// Keeps a recording of words; the one before it is gone then.
  ///
  /// @throws IOException if the upload broke off, or no examiner can be started
  Put put(
      PhoneLine line, String language, SpokenLine said, InputStream file, String name, String by)
      throws IOException {
    return switch (media.receive(file, name, FILES)) {
      case Received.NotTaken(var reason) -> new Put.Refused(reason.key());
      case Received.Taken(MediaRef taken) -> {
        if (!PLAYED.contains(taken.contentType())) {
          media.delete(taken.id());
          yield new Put.NotPlayed();
        }
        List<RecordedPrompt> before = repository.of(line.consultation());
        String id = newId();
        media.keep(taken.id(), OWNER + id);
        repository.add(
            new RecordedPrompt(
                id,
                line.consultation(),
                language,
                said.id(),
                said.words(),
                taken.id().value(),
                by,
                time.instant()));
        before.stream()
            .filter(old -> old.language().equals(language))
            .filter(old -> old.words().equals(said.words()) || old.line().equals(said.id()))
            .forEach(this::remove);
        yield new Put.Kept();
      }
    };
  }

  void remove(RecordedPrompt prompt) {
    repository.remove(prompt.id());
    media.delete(new MediaId(prompt.media()));
  }

  Optional<RecordedPrompt> find(String id) {
    return repository.find(id);
  }

  /// Opens one that callers hear now.
  Optional<Heard> open(String id, Function<String, Optional<PhoneLine>> lines) {
    return repository
        .find(id)
        .filter(prompt ->
            lines
                .apply(prompt.consultation())
                .filter(line -> scripts.plays(line, prompt))
                .isPresent())
        .flatMap(this::heard);
  }

  /// Opens one of a consultation, also one that is no longer played.
  Optional<Heard> openAtDesk(String consultation, String id) {
    return repository
        .find(id)
        .filter(prompt -> prompt.consultation().equals(consultation))
        .flatMap(this::heard);
  }

  private Optional<Heard> heard(RecordedPrompt prompt) {
    var file = new MediaId(prompt.media());
    return media
        .find(file)
        .flatMap(
            ref -> media.openSafeCopy(file).map(content -> new Heard(ref.contentType(), content)));
  }

  /// True if this owner of a file is a recording that is still here.
  boolean keeps(String owner) {
    return owner.startsWith(OWNER) && repository.find(owner.substring(OWNER.length())).isPresent();
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
