package org.folkmoot.story;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.media.Making;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.Received;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ContributionGoneException;
import org.folkmoot.record.Media;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Voice;
import org.folkmoot.store.Blob;
import org.jspecify.annotations.Nullable;

/// Stories told, and the files that come with what people say. Thread-safe.
public final class StoryService {

  /// What a story may come as.
  public static final Set<MediaKind> FILES =
      EnumSet.of(MediaKind.PICTURE, MediaKind.SOUND, MediaKind.VIDEO, MediaKind.DOCUMENT);

  /// The kind of a derived text that says what a recording says or a picture shows.
  public static final String TRANSCRIPT = "TRANSCRIPT";

  /// A file opened for somebody who may have it.
  public record OpenFile(MediaRef file, Blob content) {}

  private final RecordService records;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final MediaService media;

  StoryService(
      RecordService records,
      RecordReading reading,
      ConsultationService consultations,
      MediaService media) {
    this.records = records;
    this.reading = reading;
    this.consultations = consultations;
    this.media = media;
  }

  /// True if the consultation hears stories now.
  public boolean isHearing(Consultation consultation) {
    return consultation.ways().contains(Consultation.Way.STORY)
        && consultations.isHearing(consultation);
  }

  /// Takes a file in. It waits for [#tell] for a day and is then swept.
  ///
  /// @throws IOException if the upload broke off, or no examiner can be started
  public Received receive(InputStream file, String claimedName) throws IOException {
    return media.receive(file, claimedName, FILES);
  }

  /// Takes in the captions of a recording, likewise.
  ///
  /// @throws IOException if the upload broke off, or no examiner can be started
  public Received receiveCaptions(InputStream file, String claimedName) throws IOException {
    return media.receive(file, claimedName, EnumSet.of(MediaKind.CAPTIONS));
  }

  /// A file that was taken in before, for staff.
  public Optional<MediaRef> file(String id) {
    return media.find(new MediaId(id));
  }

  /// A file that came with an earlier try of the same form: never one that is part of what somebody
  /// else said, whose name and text are not for whoever knows its id.
  Optional<MediaRef> waiting(String consultation, String act, String id) {
    String own = NewContribution.idOf(consultation, Channel.STORY, act);
    return media
        .find(new MediaId(id))
        .filter(ref -> media.owner(ref.id()).filter(owner -> !owner.equals(own)).isEmpty());
  }

  /// Keeps a story: its words, or its file, or both. A document's text becomes the story's text.
  public Told tell(StoryDraft draft) {
    if (!isHearing(consultations.get(draft.consultation()))) {
      return new Told.Closed();
    }
    MediaRef file = null;
    if (draft.file() != null) {
      file = media.find(draft.file()).orElse(null);
      if (file == null) {
        return new Told.FileGone();
      }
    }
    String text = text(draft.text(), file);
    if (text.isEmpty() && (file == null || file.kind() == MediaKind.DOCUMENT)) {
      return file == null ? new Told.NothingSaid() : new Told.NoWordsInDocument();
    }
    if (text.length() > NewContribution.MAX_TEXT) {
      return new Told.TooLong();
    }
    return keep(draft, text, file);
  }

  private Told keep(StoryDraft draft, String text, @Nullable MediaRef file) {
    String act = draft.act().isEmpty() ? "new:" + UUID.randomUUID() : draft.act();
    NewContribution story =
        draft
            .closing()
            .apply(
                NewContribution.to(draft.consultation(), Channel.STORY)
                    .act(act)
                    .title(draft.title())
                    .text(text, draft.language())
                    .contentNote(draft.contentNote())
                    .participant(draft.participant()));
    if (file != null) {
      // The file gets its owner first: cut short here, a file is left that nobody can open; the
      // other way round, a story would lose its file to the sweeper.
      if (!media.keep(file.id(), NewContribution.idOf(draft.consultation(), Channel.STORY, act))) {
        return new Told.FileGone();
      }
      story.media(asMedia(file, draft.description(), draft.others())).capturedAs(captured(file));
      captions(draft, act)
          .ifPresent(captions -> story.media(asMedia(captions, "", draft.others())));
    }
    Added added = records.add(story);
    if (file != null) {
      dropIfSentTwice(added.id(), file.id());
    }
    return new Told.Kept(added);
  }

  /// The captions that come with a recording, kept for its story; none if they are gone.
  private Optional<MediaRef> captions(StoryDraft draft, String act) {
    String story = NewContribution.idOf(draft.consultation(), Channel.STORY, act);
    return Optional.ofNullable(draft.captions())
        .flatMap(media::find)
        .filter(captions -> media.keep(captions.id(), story));
  }

  /// Sending twice brings the file twice; only the first is the story's.
  private void dropIfSentTwice(String story, MediaId file) {
    boolean kept =
        records
            .find(story)
            .filter(c -> c.media().stream().anyMatch(m -> m.id().equals(file.value())))
            .isPresent();
    if (!kept) {
      media.delete(file);
    }
  }

  /// Opens a file for somebody, if their view of its contribution lists it. A document is only ever
  /// read as text, and so is not opened here.
  public Optional<OpenFile> open(Reader reader, String consultation, String file) {
    return listed(reader, consultation, file)
        .filter(ref -> ref.kind() != MediaKind.DOCUMENT)
        .flatMap(ref -> media.open(ref.id()).map(content -> new OpenFile(ref, content)));
  }

  /// Opens what was made of a file, for whoever may open it.
  Optional<Blob> open(Reader reader, String consultation, String file, String rendition) {
    return listed(reader, consultation, file)
        .filter(ref -> ref.kind() != MediaKind.DOCUMENT)
        .flatMap(ref -> media.open(ref.id(), rendition));
  }

  /// How far the work is on what is made of a file.
  Optional<Making> making(String file) {
    return media.making(new MediaId(file));
  }

  /// Opens a file as it arrived, for staff who may see its contribution.
  public Optional<OpenFile> openOriginal(Reader reader, String consultation, String file) {
    return listed(reader, consultation, file)
        .flatMap(ref -> media.openOriginal(ref.id()).map(content -> new OpenFile(ref, content)));
  }

  /// Opens a file of what was taken back and of which only a sealed copy is left, for whoever that
  /// is kept for: its safe copy, or as it arrived where it is a document.
  Optional<OpenFile> openSealed(Visitor who, String consultation, String file) {
    MediaId id = new MediaId(file);
    return media
        .owner(id)
        .flatMap(owner ->
            who.is(Role.SAFEGUARDING)
                ? records.withdrawals().openForLead(owner)
                : who.is(Role.DPO) ? records.holds().open(owner) : Optional.empty())
        .filter(voice -> voice.consultation().equals(consultation))
        .filter(voice -> voice.media().stream().anyMatch(m -> m.id().equals(file)))
        .flatMap(_ -> media.find(id))
        .flatMap(ref ->
            (ref.kind() == MediaKind.DOCUMENT ? media.openOriginal(id) : media.open(id))
                .map(content -> new OpenFile(ref, content)));
  }

  /// Opens the safe copy of a file that nobody has kept yet, for whoever has just sent it.
  Optional<OpenFile> safeCopy(MediaRef file) {
    return media.open(file.id()).map(content -> new OpenFile(file, content));
  }

  private Optional<MediaRef> listed(Reader reader, String consultation, String file) {
    MediaId id = new MediaId(file);
    return media
        .owner(id)
        .flatMap(owner -> reading.find(reader, owner))
        .filter(voice -> voice.consultation().equals(consultation))
        .filter(voice -> voice.media().stream().anyMatch(m -> m.id().equals(file)))
        .flatMap(_ -> media.find(id));
  }

  /// One story, as far as this reader may see it.
  public Optional<Voice> find(Reader reader, String consultation, String story) {
    return reading
        .find(reader, story)
        .filter(voice -> voice.consultation().equals(consultation))
        .filter(voice -> isStory(voice.channel(), voice.captureKind()));
  }

  /// Whether it is a story: told on screen, or spoken on the telephone.
  static boolean isStory(Channel channel, CaptureKind captured) {
    return channel == Channel.STORY
        || (channel == Channel.PHONE && captured == CaptureKind.SELF_RECORDED);
  }

  /// Where stories come in by; not all that comes in by telephone is one.
  static final Set<Channel> DOORS = EnumSet.of(Channel.STORY, Channel.PHONE);

  /// Takes in what somebody said on the telephone, to be added with [#addFile].
  ///
  /// @throws IOException if it broke off, or no examiner can be started
  public Received receiveRecording(InputStream file) throws IOException {
    return media.receive(file, "", EnumSet.of(MediaKind.SOUND));
  }

  /// Takes in a picture that came with a text, likewise.
  ///
  /// @throws IOException if it broke off, or no examiner can be started
  public Received receivePicture(InputStream file) throws IOException {
    return media.receive(file, "", EnumSet.of(MediaKind.PICTURE));
  }

  /// Adds a recording to what its caller answered, or a picture to the words it came with; adding
  /// it again adds nothing.
  ///
  /// @return false if what it belongs to was taken back: the file is gone then
  public boolean addFile(String contribution, MediaId file) {
    MediaRef ref = media.find(file).orElse(null);
    if (ref == null) {
      return false;
    }
    try {
      if (!media.keep(file, contribution)) {
        return false;
      }
      records.addFile(contribution, asMedia(ref, "", Others.notSaid()), Act.CONTRIBUTOR);
      return true;
    } catch (ContributionGoneException e) {
      media.delete(file);
      return false;
    }
  }

  /// Deletes a file that was taken in and belongs to nobody.
  public void dropFile(MediaId file) {
    if (media.owner(file).isEmpty()) {
      media.delete(file);
    }
  }

  /// Adds or corrects the transcript of a recording, or the description of a picture.
  ///
  /// @param checked whether whoever enters it has compared it with the recording to its end
  /// @return true if these words set the story apart for the safeguarding lead
  public boolean transcribe(Voice story, String text, boolean checked, String by) {
    return records.addText(
        story.id(),
        new Contribution.DerivedText(TRANSCRIPT, story.language(), text, by, checked ? by : ""),
        by);
  }

  /// Notes whether those who are to be seen or heard in a story's file agree.
  void noteOthers(Voice story, Others others, String by) {
    Set<String> files = story.media().stream().map(Media::id).collect(Collectors.toSet());
    records.noteOthers(story.id(), files, others, by);
  }

  static Media asMedia(MediaRef file, String description, Others others) {
    return new Media(
        file.id().value(),
        file.kind().name(),
        file.contentType(),
        file.bytes(),
        description,
        others);
  }

  static String text(String typed, @Nullable MediaRef file) {
    String read = file == null || file.kind() != MediaKind.DOCUMENT ? "" : file.text().strip();
    String words = typed.strip();
    return words.isEmpty() || read.isEmpty() ? words + read : words + "\n\n" + read;
  }

  private static CaptureKind captured(MediaRef file) {
    return switch (file.kind()) {
      case SOUND, VIDEO -> CaptureKind.SELF_RECORDED;
      case PICTURE, DOCUMENT, CAPTIONS -> CaptureKind.SELF_TYPED;
    };
  }
}
