package org.folkmoot.story;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordReading.Member;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// Stories before the decision: what those who decide may read, and what they have read.
/// Thread-safe.
public final class ReadingService {

  /// Why a story that was told is not shown to those who decide. What is held is in no count.
  public enum NotShown {
    UNDER_18,
    COUNT_ONLY,
    NOT_CHECKED,
    DECLINED
  }

  /// All stories of a consultation, in the order they were told.
  ///
  /// @param read ids of those this reader has ticked
  /// @param notShown how many for each reason; reasons without any are absent
  public record Stories(
      List<Voice> shown, Set<String> read, Map<NotShown, Integer> notShown, int takenBack) {
    public Stories {
      shown = List.copyOf(shown);
      read = Set.copyOf(read);
      notShown = Map.copyOf(notShown);
    }

    /// Shown, not shown and taken back.
    public int told() {
      return shown.size()
          + notShown.values().stream().mapToInt(Integer::intValue).sum()
          + takenBack;
    }

    public int readCount() {
      return (int) shown.stream().filter(voice -> read.contains(voice.id())).count();
    }
  }

  private final RecordReading reading;
  private final Ledger ledger;
  private final ReadRepository reads;
  private final InstantSource time;

  ReadingService(RecordReading reading, Ledger ledger, ReadRepository reads, InstantSource time) {
    this.reading = reading;
    this.ledger = ledger;
    this.reads = reads;
    this.time = time;
  }

  /// What a councillor may read, whoever asks: staff see the page as councillors do.
  public Stories stories(String consultation, Visitor visitor) {
    List<Member> members = new ArrayList<>();
    Map<NotShown, Integer> notShown = new EnumMap<>(NotShown.class);
    int[] takenBack = {0};
    reading.eachUpTo(
        consultation,
        Long.MAX_VALUE,
        c -> {
          if (!StoryService.isStory(c.channel(), c.captureKind())) {
            return;
          }
          if (c.status().isGone()) {
            takenBack[0]++;
          } else if (Reader.COUNCILLOR.mayRead(c)) {
            members.add(new Member(c.id(), 1));
          } else {
            notShown.merge(why(c), 1, Integer::sum);
          }
        });
    List<Voice> shown = reading.open(Reader.COUNCILLOR, members).voices();
    return new Stories(shown, reads.by(visitor.id(), consultation), notShown, takenBack[0]);
  }

  private static NotShown why(Contribution c) {
    if (c.under18()) {
      return NotShown.UNDER_18;
    }
    if (c.status() == Status.REFUSED) {
      return NotShown.DECLINED;
    }
    return c.status() == Status.RECEIVED ? NotShown.NOT_CHECKED : NotShown.COUNT_ONLY;
  }

  /// Notes that somebody has read a story; its teller sees on the receipt that it was read. Nothing
  /// happens if they may not read it.
  public Optional<Voice> read(String consultation, String story, Visitor visitor) {
    Optional<Voice> voice =
        reading
            .find(Reader.COUNCILLOR, story)
            .filter(v -> v.consultation().equals(consultation))
            .filter(v -> StoryService.isStory(v.channel(), v.captureKind()));
    if (voice.isPresent()) {
      var now = time.instant();
      ledger.append(
          consultation,
          new Act(
              "read:" + visitor.id() + ":" + story,
              Act.Kind.READ,
              story,
              now,
              visitor.name(),
              "",
              Map.of()));
      reads.save(visitor.id(), consultation, story, now);
    }
    return voice;
  }
}
