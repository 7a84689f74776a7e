package org.folkmoot.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.ComingMeetings.Coming;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Telephone;
import org.folkmoot.web.Words;
import org.folkmoot.web.meeting.MeetingPage;
import org.folkmoot.web.meeting.MeetingsPage;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Meetings as their notices show them to everybody.
final class MeetingViews {

  private final ConsultationService consultations;

  MeetingViews(ConsultationService consultations) {
    this.consultations = consultations;
  }

  MeetingsPage list(Words words, Consultation consultation, List<Meeting> all, Instant now) {
    List<MeetingsPage.Item> coming = new ArrayList<>();
    List<MeetingsPage.Item> past = new ArrayList<>();
    String base = "/c/" + consultation.slug();
    for (Meeting meeting : all) {
      (isOver(meeting, now) ? past : coming)
          .add(item(words, meeting, base + "/meetings/" + meeting.id()));
    }
    EmptyState nothing =
        coming.isEmpty()
            ? new EmptyState(words.say("meeting.none"), words.say("meeting.none-action"), base)
            : null;
    return new MeetingsPage(words.say("meeting.title"), coming, nothing, past.reversed());
  }

  /// The one that begins next, or the one that is on; none where the question holds no meetings.
  Optional<Coming> coming(Words words, Consultation consultation, List<Meeting> all, Instant now) {
    return all.stream()
        .filter(_ -> consultation.ways().contains(Consultation.Way.PUBLIC_MEETING))
        .filter(meeting -> !isOver(meeting, now))
        .findFirst()
        .map(meeting ->
            new Coming(
                meeting.plan().title(),
                when(words, meeting),
                String.join(", ", meeting.plan().place().lines().toList()),
                "/c/" + consultation.slug() + "/meetings/" + meeting.id(),
                meeting.plan().offers().contains(MeetingPlan.Offer.INTERPRETERS)));
  }

  MeetingPage notice(Words words, Consultation consultation, Meeting meeting, Instant now) {
    MeetingPlan plan = meeting.plan();
    String all = "/c/" + consultation.slug() + "/meetings";
    return new MeetingPage(
        plan.title(),
        isOver(meeting, now) ? words.say("meeting.over") : null,
        when(words, meeting),
        zoned(meeting).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        words.say("meeting.ends", "time", words.time(ends(plan).toLocalTime())),
        plan.place(),
        all + "/" + meeting.id() + ".ics",
        plan.questions(),
        offers(words, plan),
        some(plan.access()),
        some(plan.withoutComing()),
        "/c/" + consultation.slug(),
        some(
            plan.phone().isEmpty()
                ? consultations.council().phone()
                : Telephone.shown(plan.phone(), consultations.council().country())),
        all);
  }

  /// A line of a list of meetings.
  MeetingsPage.Item item(Words words, Meeting meeting, String href) {
    return new MeetingsPage.Item(
        meeting.plan().title(), href, when(words, meeting), meeting.plan().place());
  }

  /// When it begins, as the council's clock shows it.
  String when(Words words, Meeting meeting) {
    return words.dateTime(zoned(meeting));
  }

  private static List<String> offers(Words words, MeetingPlan plan) {
    return Arrays.stream(MeetingPlan.Offer.values())
        .filter(plan.offers()::contains)
        .map(offer -> words.say(offer.wordKey()))
        .toList();
  }

  private ZonedDateTime zoned(Meeting meeting) {
    return meeting.plan().startsAt().atZone(consultations.council().zone());
  }

  boolean isOver(Meeting meeting, Instant now) {
    return zoned(meeting).plusMinutes(meeting.plan().minutes()).toInstant().isBefore(now);
  }

  private static LocalDateTime ends(MeetingPlan plan) {
    return plan.startsAt().plusMinutes(plan.minutes());
  }

  /// What was written, if anything was.
  static @Nullable String some(String text) {
    return text.isBlank() ? null : text;
  }
}
