package org.folkmoot.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation.Obstacle;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;

/// Where those who work here begin: all questions, one question, open it, close it.
final class DeskRoutes implements RouteTable.Routes {

  private final ConsultationService consultations;
  private final DeskViews views;

  DeskRoutes(ConsultationService consultations, DeskViews views) {
    this.consultations = consultations;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    Access anyone = new Access.Staff(Arrays.asList(Role.values()), true);
    Access officer = Access.staff(Role.OFFICER);
    table.get("/desk", anyone, this::desk);
    table.get("/desk/c/{consultation}", anyone, this::show);
    table.post("/desk/c/{consultation}/open", officer, Limit.POST, this::open);
    table.post("/desk/c/{consultation}/close", officer, Limit.POST, this::close);
  }

  private Answer desk(Ask ask) {
    List<Consultation> seen =
        consultations.all().stream().filter(c -> ask.visitor().within(c.slug()).isStaff()).toList();
    return ask.page(views.desk(ask, seen));
  }

  private Answer show(Ask ask) {
    return ask.page(views.consultation(ask, consultations.get(ask.value("consultation"))));
  }

  private Answer open(Ask ask) {
    String slug = ask.value("consultation");
    Optional<Obstacle> obstacle = consultations.open(slug, ask.visitor().name());
    return obstacle.isEmpty()
        ? Answer.seeOther("/desk/c/" + slug).flash("desk.opened")
        : ask.page(422, views.consultation(ask, consultations.get(slug)));
  }

  private Answer close(Ask ask) {
    String slug = ask.value("consultation");
    consultations.close(slug, ask.visitor().name());
    return Answer.seeOther("/desk/c/" + slug).flash("desk.closed");
  }
}
