package org.folkmoot.calling;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.Received;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.sms.voice.VoiceProvider;
import org.folkmoot.store.OneAtATime;
import org.folkmoot.story.StoryService;

/// Brings recordings from the company that carries calls to the contributions they belong to, and
/// has them deleted there. Every step can be repeated after a crash; one that fails is tried again,
/// ever more rarely. Thread-safe.
final class Recordings {

  private static final System.Logger LOG = System.getLogger(Recordings.class.getName());

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int LONGEST_PAUSE = 9;

  /// After so many times of being told that there is none, there is none.
  private static final int NOT_THERE = 6;

  private static final int BATCH = 50;

  private final VoiceProvider provider;
  private final CallingRepository repository;
  private final StoryService stories;
  private final RecordService record;
  private final InstantSource time;
  private final OneAtATime alone = new OneAtATime();

  Recordings(
      VoiceProvider provider,
      CallingRepository repository,
      StoryService stories,
      RecordService record,
      InstantSource time) {
    this.provider = provider;
    this.repository = repository;
    this.stories = stories;
    this.record = record;
    this.time = time;
  }

  /// Does what is to be done by now.
  void goOn() {
    repository.dueRecordings(time.instant(), BATCH).forEach(this::goOn);
  }

  /// Takes one as far as it goes.
  void goOn(String id) {
    alone.with(
        id,
        () -> {
          Optional<Recording> next = repository.recording(id);
          while (next.isPresent()) {
            Recording now = next.get();
            next = step(now);
            next.ifPresent(repository::save);
            if (next.filter(then -> then.state() != now.state()).isEmpty()) {
              break;
            }
          }
          return id;
        });
  }

  /// The recording as it is after the next thing was done, or was not; empty if nothing is to do.
  private Optional<Recording> step(Recording recording) {
    try {
      return switch (recording.state()) {
        case THERE -> Optional.of(fetch(recording));
        case FETCHED -> add(recording);
        case ADDED -> {
          provider.delete(recording.id());
          yield Optional.of(recording.to(Recording.State.DONE));
        }
        case DONE, LOST -> Optional.empty();
      };
    } catch (VoiceProvider.NoRecordingException e) {
      return Optional.of(
          recording.tries() < NOT_THERE ? later(recording, "gone") : recording.lost("gone"));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "event=recording.waits recording={0} why={1}", recording.id(), e);
      return Optional.of(later(recording, "unreachable"));
    }
  }

  private Recording fetch(Recording recording) throws IOException {
    try (InputStream sound = provider.open(recording.id())) {
      return switch (stories.receiveRecording(sound)) {
        case Received.Taken(var media) -> recording.fetched(media.id().value());
        case Received.NotTaken(var reason) -> recording.lost(reason.name());
      };
    }
  }

  /// Waits while the call is under way; what was taken back meanwhile is not kept here either.
  private Optional<Recording> add(Recording recording) {
    Optional<Contribution> whose = record.find(recording.contribution());
    if (whose.isEmpty()) {
      return Optional.empty();
    }
    var file = new MediaId(recording.media());
    if (!whose.get().status().isGone() && stories.file(recording.media()).isEmpty()) {
      // Swept while nobody owned it: it is still there to be fetched.
      return Optional.of(recording.to(Recording.State.THERE));
    }
    stories.addFile(recording.contribution(), file);
    return Optional.of(recording.to(Recording.State.ADDED));
  }

  private Recording later(Recording recording, String why) {
    long pauses = 1L << Math.min(recording.tries(), LONGEST_PAUSE);
    return recording.failed(why, time.instant().plus(FIRST_PAUSE.multipliedBy(pauses)));
  }
}
