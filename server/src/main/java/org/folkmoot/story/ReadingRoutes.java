package org.folkmoot.story;

import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Voice;

/// Stories before the decision: every story that may be shown to those who decide, on one page, and
/// the tick that it has been read. `?in=10` shows those for ten minutes only; `?noted=` names the
/// story that has just been ticked.
final class ReadingRoutes implements RouteTable.Routes {

  private static final Access READERS = Access.staff(Role.COUNCILLOR, Role.OFFICER);

  private final ReadingService readings;
  private final ConsultationService consultations;

  ReadingRoutes(ReadingService readings, ConsultationService consultations) {
    this.readings = readings;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/read", READERS, this::show);
    table.post("/c/{consultation}/read", READERS, Limit.POST, this::read);
  }

  private Answer show(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    var stories = readings.stories(consultation.slug(), ask.visitor());
    var views =
        new ReadingViews(consultation, stories, consultations.council().zone(), ask.words());
    return ask.page(views.page(isShort(ask), ask.query("noted"))).header("X-Robots-Tag", "noindex");
  }

  /// Ticks a story and goes on to the next one that is not read, below the notice that it was
  /// noted.
  private Answer read(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    Voice story =
        readings
            .read(slug, ask.form().text("story"), ask.visitor())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    return Answer.seeOther(
        ReadingViews.path(slug, isShort(ask), "noted=" + story.id()) + "#" + ReadingViews.NOTED);
  }

  /// Whether only those for ten minutes are asked for.
  private static boolean isShort(Ask ask) {
    return ask.query("in").equals(String.valueOf(TenMinutes.MINUTES));
  }
}
