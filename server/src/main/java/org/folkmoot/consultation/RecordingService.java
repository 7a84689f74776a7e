package org.folkmoot.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.Consultation.Recording;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.Received;
import org.folkmoot.store.Blob;

/// The question read aloud: a recording that is kept here. Thread-safe.
public final class RecordingService {

  static final Set<MediaKind> FILES = Set.copyOf(EnumSet.of(MediaKind.SOUND));

  private static final String OWNER = "question:";

  private final ConsultationService consultations;
  private final MediaService media;

  RecordingService(ConsultationService consultations, MediaService media) {
    this.consultations = consultations;
    this.media = media;
  }

  /// A recording that can be heard.
  record Heard(String contentType, Blob content) {}

  /// Takes a recording in; the one before it is gone then.
  ///
  /// @param reader whose voice it is, and `words` what it says
  /// @throws IOException if the upload broke off, or no examiner can be started
  public Received put(
      String slug, InputStream file, String claimedName, String reader, String words)
      throws IOException {
    Received received = media.receive(file, claimedName, FILES);
    if (received instanceof Received.Taken(MediaRef taken)) {
      media.keep(taken.id(), OWNER + slug + ":" + taken.id().value());
      change(slug, Optional.of(new Recording(taken.id().value(), reader, words)));
    }
    return received;
  }

  /// Says something else about the recording that is there.
  void describe(String slug, String reader, String words) {
    consultations
        .get(slug)
        .formats()
        .recording()
        .ifPresent(now -> change(slug, Optional.of(new Recording(now.media(), reader, words))));
  }

  /// Takes it away.
  void remove(String slug) {
    change(slug, Optional.empty());
  }

  private void change(String slug, Optional<Recording> next) {
    Consultation asked = consultations.get(slug);
    Optional<Recording> before = asked.formats().recording();
    consultations.save(asked.with(asked.formats().with(next)));
    before
        .map(Recording::media)
        .filter(file -> next.map(Recording::media).filter(file::equals).isEmpty())
        .ifPresent(file -> media.delete(new MediaId(file)));
  }

  Optional<Heard> open(Consultation asked) {
    return asked
        .formats()
        .recording()
        .map(recording -> new MediaId(recording.media()))
        .flatMap(id ->
            media
                .find(id)
                .flatMap(
                    ref -> media.open(id).map(content -> new Heard(ref.contentType(), content))));
  }

  /// True if this owner of a file is a question that still has it.
  public boolean keeps(String owner) {
    String[] parts = owner.split(":", 3);
    return owner.startsWith(OWNER)
        && parts.length == 3
        && consultations
            .find(parts[1])
            .flatMap(asked -> asked.formats().recording())
            .filter(recording -> recording.media().equals(parts[2]))
            .isPresent();
  }
}
