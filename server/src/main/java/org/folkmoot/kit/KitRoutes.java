package org.folkmoot.kit;

import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.web.Words;

/// The kit to download, and its sheets as pictures, for those who run the meeting.
final class KitRoutes implements RouteTable.Routes {

  private static final String PICTURE = ".png";

  private final KitService kits;
  private final MeetingService meetings;
  private final ConsultationService consultations;

  KitRoutes(KitService kits, MeetingService meetings, ConsultationService consultations) {
    this.kits = kits;
    this.meetings = meetings;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access staff = Access.staff(Role.OFFICER, Role.FACILITATOR);
    String here = "/desk/c/{consultation}/meetings/{meeting}";
    table.get(here + "/kit.pdf", staff, this::pdf);
    table.get(here + "/kit/{sheet}", staff, this::picture);
  }

  private Answer pdf(Ask ask) {
    Meeting meeting = meeting(ask);
    Words words = words(ask);
    return Answer.download(
        "application/pdf",
        meeting.id() + "-kit-" + meeting.version() + "-" + words.language() + ".pdf",
        kits.pdf(meeting, words));
  }

  private Answer picture(Ask ask) {
    String name = ask.value("sheet");
    if (!name.endsWith(PICTURE)) {
      throw new ProblemException(new Problem.NotFound());
    }
    String sheet = name.substring(0, name.length() - PICTURE.length());
    return kits.picture(meeting(ask), sheet, words(ask))
        .map(png -> Answer.bytes(200, "image/png", png))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Words words(Ask ask) {
    String asked = ask.query("lang");
    return asked.isEmpty()
        ? kits.wordsOf(consultations.get(ask.value("consultation")))
        : Words.of(asked);
  }

  private Meeting meeting(Ask ask) {
    return meetings.get(ask.value("consultation"), ask.value("meeting"));
  }
}
