package org.folkmoot.story;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.Received;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Voice;
import org.folkmoot.record.Voices;

/// Letters and other written submissions, entered by staff for whoever wrote them. Thread-safe.
public final class LetterService {

  /// What a letter may come as: a file with text in it, or the picture of a page to type from.
  public static final Set<MediaKind> FILES = EnumSet.of(MediaKind.DOCUMENT, MediaKind.PICTURE);

  /// Most letters on the list.
  private static final int LISTED = 200;

  /// A letter as staff see it.
  public record Letter(Voice voice, String writer, boolean organisation, LocalDate receivedOn) {}

  private final RecordService records;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final MediaService media;
  private final LetterRepository letters;

  LetterService(
      RecordService records,
      RecordReading reading,
      ConsultationService consultations,
      MediaService media,
      LetterRepository letters) {
    this.records = records;
    this.reading = reading;
    this.consultations = consultations;
    this.media = media;
    this.letters = letters;
  }

  /// True if letters can be entered: also after closing, since post takes its time.
  public boolean isTaken(Consultation consultation) {
    return consultation.ways().contains(Consultation.Way.WRITTEN_SUBMISSION)
        && consultation.state() != Consultation.State.DRAFT;
  }

  /// Takes the file of a letter in and reads its text, for a person to check.
  ///
  /// @throws IOException if the upload broke off, or no examiner can be started
  public Received receive(InputStream file, String claimedName) throws IOException {
    return media.receive(file, claimedName, FILES);
  }

  /// A file that was taken in before and waits to be entered.
  public Optional<MediaRef> waiting(String file) {
    MediaId id = new MediaId(file);
    return media.owner(id).isPresent() ? Optional.empty() : media.find(id);
  }

  /// Enters a letter whose text a person has checked.
  public Told add(LetterDraft draft) {
    if (!isTaken(consultations.get(draft.consultation()))) {
      return new Told.Closed();
    }
    if (draft.text().isBlank()) {
      return new Told.NothingSaid();
    }
    if (draft.text().length() > NewContribution.MAX_TEXT) {
      return new Told.TooLong();
    }
    String act = draft.act().isEmpty() ? "new:" + UUID.randomUUID() : draft.act();
    String id = NewContribution.idOf(draft.consultation(), Channel.WRITTEN_SUBMISSION, act);
    NewContribution letter = letter(draft, act);
    if (draft.file() != null) {
      MediaRef file = media.find(draft.file()).orElse(null);
      if (file == null || !media.keep(file.id(), id)) {
        return new Told.FileGone();
      }
      letter.media(StoryService.asMedia(file, "", Others.notSaid()));
    }
    Added added = records.add(letter);
    // Last, so that no crash leaves a name without its letter.
    letters.save(
        id,
        draft.consultation(),
        new LetterRepository.Writer(draft.writer(), draft.organisation(), draft.receivedOn()));
    return new Told.Kept(added);
  }

  private NewContribution letter(LetterDraft draft, String act) {
    LetterDraft.Uses uses = draft.uses();
    boolean named = uses.quoted() && uses.named();
    // The file itself shows a hand, an address, a signature: never with the words.
    var scopes =
        new Consent.Scopes(
            uses.quoted(),
            named,
            uses.quoted() && uses.published() && !uses.under18(),
            false,
            false,
            false);
    return NewContribution.to(draft.consultation(), Channel.WRITTEN_SUBMISSION)
        .act(act)
        .title(draft.title())
        .text(draft.text().strip(), draft.language())
        .capturedAs(draft.typed() ? CaptureKind.TRANSCRIPT : CaptureKind.SELF_TYPED)
        .voices(draft.organisation() ? new Voices.GroupOfUnknownSize() : new Voices.One())
        .under18(uses.under18())
        .heardAt(draft.receivedOn().atStartOfDay(consultations.council().zone()).toInstant())
        .enteredBy(draft.enteredBy())
        .consent(
            new Consent(
                Consent.CURRENT_WORDING,
                draft.language(),
                Consent.Given.PAPER,
                "",
                scopes,
                draft.writer()));
  }

  /// The letters this reader may see, newest first, with who wrote them. For staff pages only.
  public List<Letter> list(Reader reader, String consultation) {
    Map<String, LetterRepository.Writer> writers = letters.writers(consultation);
    List<Letter> found = new ArrayList<>();
    reading
        .list(
            reader,
            RecordQuery.in(consultation).channel(Channel.WRITTEN_SUBMISSION).page(0, LISTED))
        .voices()
        .forEach(voice -> {
          // One that came into the record by another way, an import say, has no writer here.
          var writer =
              writers.getOrDefault(
                  voice.id(),
                  new LetterRepository.Writer(
                      "",
                      false,
                      LocalDate.ofInstant(voice.receivedAt(), consultations.council().zone())));
          found.add(new Letter(voice, writer.name(), writer.organisation(), writer.receivedOn()));
        });
    return found;
  }
}
