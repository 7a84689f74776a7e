package org.folkmoot.meeting;

import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;

/// The notices, for everybody.
final class MeetingRoutes implements RouteTable.Routes {

  private static final String CALENDAR = ".ics";

  private final MeetingService meetings;
  private final ConsultationService consultations;
  private final MeetingViews views;
  private final Supplier<String> url;

  MeetingRoutes(
      MeetingService meetings,
      ConsultationService consultations,
      MeetingViews views,
      Supplier<String> url) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.views = views;
    this.url = url;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/meetings", Access.everyone(), this::list);
    table.get("/c/{consultation}/meetings/{meeting}", Access.everyone(), this::notice);
  }

  private Answer list(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    List<Meeting> all =
        consultation.ways().contains(Consultation.Way.PUBLIC_MEETING)
            ? meetings.meetings(consultation.slug())
            : List.of();
    return ask.page(views.list(ask.words(), consultation, all, ask.now()));
  }

  /// The notice, or with `.ics` at its end the same for a calendar.
  private Answer notice(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    String name = ask.value("meeting");
    if (name.endsWith(CALENDAR)) {
      Meeting meeting =
          meetings.get(consultation.slug(), name.substring(0, name.length() - CALENDAR.length()));
      return Answer.download(
          "text/calendar; charset=UTF-8",
          meeting.id() + CALENDAR,
          Calendars.event(
              meeting,
              consultations.council().zone(),
              url.get() + "/c/" + consultation.slug() + "/meetings/" + meeting.id()));
    }
    Meeting meeting = meetings.get(consultation.slug(), name);
    return ask.page(views.notice(ask.words(), consultation, meeting, ask.now()));
  }
}
