package org.folkmoot.texting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.texting.OutText.State;

/// How texting does for one consultation: how much comes and goes, what arrives, who wants no more.
/// Thread-safe.
final class HealthService {

  private static final int DAYS = 7;

  private final ThreadRepository lines;
  private final OutboxRepository texts;
  private final TextingRepository phones;
  private final NewsService news;
  private final ConsultationService consultations;
  private final InstantSource time;

  HealthService(
      ThreadRepository lines,
      OutboxRepository texts,
      TextingRepository phones,
      NewsService news,
      ConsultationService consultations,
      InstantSource time) {
    this.lines = lines;
    this.texts = texts;
    this.phones = phones;
    this.news = news;
    this.consultations = consultations;
    this.time = time;
  }

  /// What came and went on one day. Texts are as people wrote them, parts as they are paid.
  record Day(LocalDate on, int in, int inParts, int out, int outParts) {
    Day plus(int moreIn, int moreInParts, int moreOut, int moreOutParts) {
      return new Day(
          on, in + moreIn, inParts + moreInParts, out + moreOut, outParts + moreOutParts);
    }
  }

  /// Of those who agreed to texts for a purpose, how many said STOP since.
  record Stopped(Purpose purpose, int agreed, int stopped) {}

  /// @param toldCounts how far the texts have come that tell what was decided
  /// @param stoppedPhones phones of these conversations that said STOP to everything we begin
  /// @param lastIn when the gateway last brought a text, to whatever line
  /// @param lastReport when it last said what became of one of ours
  record Health(
      List<Day> days,
      Map<State, Map<String, Long>> counts,
      Map<State, Map<String, Long>> toldCounts,
      List<Stopped> stopped,
      long stoppedPhones,
      Optional<Instant> lastIn,
      Optional<Instant> lastReport,
      Optional<OutText> lastFailed) {}

  Health of(String consultation) {
    return new Health(
        days(consultation),
        texts.counts(consultation, ""),
        texts.told(consultation),
        List.of(stopped(consultation, Purpose.DECISION), stopped(consultation, Purpose.NEWS)),
        phones.withConversation(consultation).stream().filter(Phone::isStopped).count(),
        lines.lastIn(),
        phones.lastReport(),
        texts.lastFailed(consultation));
  }

  private Stopped stopped(String consultation, Purpose purpose) {
    NewsService.Reached reached = news.reached(consultation, purpose);
    return new Stopped(purpose, reached.agreed(), reached.stopped());
  }

  /// The newest first; days without a text too.
  private List<Day> days(String consultation) {
    ZoneId zone = consultations.council().zone();
    LocalDate today = LocalDate.ofInstant(time.instant(), zone);
    var days = new TreeMap<LocalDate, Day>();
    for (int back = 0; back < DAYS; back++) {
      LocalDate on = today.minusDays(back);
      days.put(on, new Day(on, 0, 0, 0, 0));
    }
    Instant since = days.firstKey().atStartOfDay(zone).toInstant();
    for (ThreadLine line : lines.since(consultation, since)) {
      // What a person here wrote went through the outbox.
      if (line.direction() == ThreadLine.Direction.IN) {
        days.computeIfPresent(
            LocalDate.ofInstant(line.at(), zone),
            (_, day) -> day.plus(1, line.parts(), line.answers(), line.answerParts()));
      }
    }
    for (OutText t : texts.handedOver(consultation, since)) {
      days.computeIfPresent(
          LocalDate.ofInstant(t.changedAt(), zone), (_, day) -> day.plus(0, 0, 1, t.parts()));
    }
    return new ArrayList<>(days.descendingMap().values());
  }
}
