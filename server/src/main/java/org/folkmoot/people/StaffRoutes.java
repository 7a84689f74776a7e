package org.folkmoot.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.mail.Letter;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.InvitationPage;
import org.folkmoot.web.people.StaffPage;

/// Who works here: the list, invitations, taking roles away.
final class StaffRoutes implements RouteTable.Routes {

  private final PeopleService people;
  private final StaffService staff;
  private final SignInService signIns;
  private final PeopleRoom.Around around;

  StaffRoutes(
      PeopleService people, StaffService staff, SignInService signIns, PeopleRoom.Around around) {
    this.people = people;
    this.staff = staff;
    this.signIns = signIns;
    this.around = around;
  }

  @Override
  public void register(RouteTable table) {
    Access admin = Access.staff(Role.ADMIN);
    table.get("/desk/people", admin, ask -> page(ask, 200, FormState.empty()));
    table.post("/desk/people", admin, Limit.POST, this::invite);
    table.post("/desk/people/{person}/link", admin, Limit.POST, this::link);
    table.post("/desk/people/{person}/remove", admin, Limit.POST, this::remove);
  }

  private Answer invite(Ask ask) {
    Form form = ask.form();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (form.all("roles").contains(RoleRoutes.code(role))) {
        roles.add(role);
      }
    }
    List<FieldError> problems = new ArrayList<>();
    if (!form.has("name")) {
      problems.add(new FieldError("name", ask.words().say("desk.people.name-missing")));
    }
    if (roles.isEmpty()) {
      problems.add(new FieldError("roles", ask.words().say("desk.people.roles-missing")));
    }
    String address = form.text("email");
    if (!address.isEmpty() && !Letter.isAddress(address)) {
      problems.add(new FieldError("email", ask.words().say("desk.people.email-wrong")));
    } else if (!address.isEmpty() && people.isTaken(address)) {
      problems.add(new FieldError("email", ask.words().say("desk.people.email-taken")));
    }
    if (!problems.isEmpty()) {
      return page(ask, 422, FormState.of(form.fields()).withErrors(problems));
    }
    String scope =
        around.questions().get().stream()
            .map(Choices.Option::value)
            .filter(form.text("scope")::equals)
            .findFirst()
            .orElse("");
    String name = form.text("name");
    PeopleService.Invited invited =
        people.invite(name, roles, scope, address, ask.visitor().name());
    if (!address.isEmpty()) {
      signIns.sendInvitation(
          invited, address, link(invited.secret()), ask.words(), around.council().get());
    }
    return handOver(ask, name, invited.secret());
  }

  private Answer link(Ask ask) {
    Staff who = known(ask);
    String secret =
        people
            .inviteAgain(who.id())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    return handOver(ask, who.name(), secret);
  }

  private static Answer handOver(Ask ask, String link, String name, Words words) {
    return ask.page(
        new InvitationPage(
            words.say("desk.people.link", "name", name),
            words.say("desk.people.link-lead", "name", name),
            link,
            words.say("desk.people.link-note"),
            "/desk/people"));
  }

  private Answer handOver(Ask ask, String name, String secret) {
    return handOver(ask, link(secret), name, ask.words());
  }

  private String link(String secret) {
    return around.portal().get() + "/enter/" + secret;
  }

  private Answer remove(Ask ask) {
    Staff who = known(ask);
    if (who.id().equals(ask.visitor().id())) {
      throw new ProblemException(new Problem.Forbidden());
    }
    return switch (staff.remove(who.id(), ask.visitor().name(), "")) {
      case LAST_ADMIN -> Answer.seeOther("/desk/people").flash("desk.people.last-admin");
      case DONE, NOTHING_NEW -> Answer.seeOther("/desk/people").flash("desk.people.removed");
    };
  }

  private Staff known(Ask ask) {
    return people.all().stream()
        .filter(who -> who.id().equals(ask.value("person")))
        .findFirst()
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Answer page(Ask ask, int status, FormState form) {
    Words words = ask.words();
    List<Choices.Option> asked = around.questions().get();
    return ask.page(
        status,
        new StaffPage(
            words.say("desk.people.title"),
            form.summary(),
            people.hasSafeguardingLead() ? null : words.say("desk.people.needs-safety-lead"),
            people.all().stream().map(who -> row(ask, who, asked)).toList(),
            form.text("name", words.say("desk.people.name")).atMost(80),
            form.text("email", words.say("desk.people.email"))
                .of("email")
                .hint(
                    words.say(
                        signIns.sendsMail()
                            ? "desk.people.email-hint"
                            : "desk.people.email-hint-kept"))
                .atMost(254)
                .ifYouLike(),
            form.checkboxes("roles", words.say("desk.people.roles"), RoleRoutes.options(words)),
            form.select("scope", words.say("desk.people.scope"), asked)
                .hint(words.say("desk.people.scope-hint"))
                .ifYouLike(),
            Button.main(words.say("desk.people.make-link"))));
  }

  private static StaffPage.Row row(Ask ask, Staff who, List<Choices.Option> asked) {
    Words words = ask.words();
    String does =
        String.join(
            ", ", who.roles().stream().sorted().map(role -> words.say(role.wordKey())).toList());
    Function<Choices.Option, String> label = Choices.Option::label;
    String where =
        asked.stream()
            .filter(option -> option.value().equals(who.scope()))
            .map(label)
            .findFirst()
            .orElse(words.say("desk.people.everywhere"));
    String act = "/desk/people/" + who.id();
    boolean self = who.id().equals(ask.visitor().id());
    return new StaffPage.Row(
        who.name(),
        does,
        where,
        act + "/link",
        Button.quiet(words.say("desk.people.again")),
        self
            ? null
            : new StaffPage.Remove(act + "/remove", Button.grave(words.say("desk.people.remove"))));
  }
}
