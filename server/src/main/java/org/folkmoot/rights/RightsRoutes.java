package org.folkmoot.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// What people may ask about themselves, for the data protection officer.
public final class RightsRoutes implements RouteTable.Routes {

  static final String LIST = "/desk/rights";
  static final String VIEWS = LIST + "/views";

  private static final int PAGE = 50;

  private static final Access DPO = Access.staff(Role.DPO);

  private final RightsService rights;
  private final RightsViews views;

  RightsRoutes(RightsService rights, RightsViews views) {
    this.rights = rights;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get(LIST, DPO, ask -> ask.page(views.list(FormState.empty(), ask.words())));
    table.post(LIST, DPO, Limit.POST, this::open);
    table.get(
        VIEWS,
        DPO,
        ask -> ask.page(views.views(rights.views(ask.number("before"), PAGE), ask.words())));
    table.get(LIST + "/{request}", DPO, this::show);
    table.get(LIST + "/{request}/export", DPO, this::export);
    table.get(LIST + "/{request}/export.json", DPO, this::exportJson);
    table.post(LIST + "/{request}/approve", DPO, Limit.POST, this::approve);
  }

  private Answer open(Ask ask) {
    Words words = ask.words();
    String who = ask.form().text("who");
    String identity = ask.form().text("identity");
    List<FieldError> wrong = new ArrayList<>();
    if (who.isEmpty()) {
      wrong.add(new FieldError("who", words.say("desk.rights.who-missing")));
    }
    if (identity.isEmpty()) {
      wrong.add(new FieldError("identity", words.say("desk.rights.identity-missing")));
    }
    if (wrong.isEmpty()) {
      Optional<RightsRequest> opened = rights.open(who, identity, ask.visitor().name());
      if (opened.isPresent()) {
        return Answer.seeOther(LIST + "/" + opened.get().id());
      }
      wrong.add(new FieldError("who", words.say("desk.rights.nothing")));
    }
    // Numbers and addresses are not shown again: the page may stay open on a screen.
    FormState form = FormState.of(Map.of("identity", List.of(identity))).withErrors(wrong);
    return ask.page(422, views.list(form, words));
  }

  private Answer show(Ask ask) {
    RightsRequest request = asked(ask);
    rights.looks(request, ask.visitor().name());
    return ask.page(views.request(request, ask.visitor().name(), ask.words()));
  }

  private Answer export(Ask ask) {
    RightsRequest request = asked(ask);
    return ask.page(
        views.export(request, rights.export(request, ask.visitor().name()), ask.words()));
  }

  private Answer exportJson(Ask ask) {
    RightsRequest request = asked(ask);
    return Answer.json(200, rights.export(request, ask.visitor().name()).json())
        .header("Content-Disposition", "attachment; filename=\"everything.json\"")
        .header("Cache-Control", "no-store");
  }

  private Answer approve(Ask ask) {
    RightsRequest now = rights.approve(asked(ask), ask.visitor().name());
    return Answer.seeOther(LIST + "/" + now.id())
        .flash(now.isDone() ? "desk.rights.is-done" : "desk.rights.is-approved");
  }

  private RightsRequest asked(Ask ask) {
    return rights
        .find(ask.value("request"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
