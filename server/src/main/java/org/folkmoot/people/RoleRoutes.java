package org.folkmoot.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.RolePage;
import org.folkmoot.web.people.RolesPage;

/// Who may do what: the list, and for each person what was given and taken, by whom and why.
final class RoleRoutes implements RouteTable.Routes {

  private static final String ALL = "/desk/staff";
  private static final String ONE = ALL + "/{person}";

  private final StaffService staff;
  private final PeopleRoom.Around around;

  RoleRoutes(StaffService staff, PeopleRoom.Around around) {
    this.staff = staff;
    this.around = around;
  }

  @Override
  public void register(RouteTable table) {
    Access admin = Access.staff(Role.ADMIN);
    table.get(ALL, admin, this::list);
    table.get(ONE, admin, ask -> page(ask, 200, FormState.empty()));
    table.post(ONE, admin, Limit.POST, this::change);
    table.post(ONE + "/sign-out", admin, Limit.POST, this::signOut);
  }

  private Answer list(Ask ask) {
    Words words = ask.words();
    return ask.page(
        new RolesPage(
            words.say("desk.staff.title"),
            words.say("desk.staff.lead"),
            staff.all().stream().map(who -> row(words, who)).toList()));
  }

  private RolesPage.Row row(Words words, Staff who) {
    List<Ledger.Entry> entries = staff.entries(who);
    String since =
        entries.stream()
            .filter(entry -> Stream.of("invited", "roles").anyMatch(what(entry)::equals))
            .reduce((_, later) -> later)
            .or(() -> entries.stream().findFirst())
            .map(entry ->
                Stream.of(when(words, entry), entry.act().why())
                    .filter(text -> !text.isEmpty())
                    .reduce((a, b) -> a + ": " + b)
                    .orElse(""))
            .orElse("");
    return new RolesPage.Row(
        who.name(), href(who), does(words, who), where(words, who.scope()), since);
  }

  private Answer page(Ask ask, int status, FormState sent) {
    Words words = ask.words();
    Staff who = known(ask);
    boolean self = who.id().equals(ask.visitor().id());
    FormState form = sent.values().isEmpty() ? FormState.of(fields(who)) : sent;
    int signedIn = staff.sessions().of(who.id()).size();
    return ask.page(
        status,
        new RolePage(
            who.name(),
            form.summary(),
            href(who),
            form.checkboxes("roles", words.say("desk.people.roles"), options(words)),
            form.select("scope", words.say("desk.people.scope"), around.questions().get())
                .hint(words.say("desk.people.scope-hint"))
                .ifYouLike(),
            form.text("why", words.say("desk.staff.why"))
                .hint(words.say("desk.staff.why-hint"))
                .atMost(200),
            Button.main(words.say("desk.staff.save")).sending("do", "save"),
            staff.factor().isSetUp(who.id())
                ? Button.quiet(words.say("desk.staff.reset")).sending("do", "reset")
                : null,
            self ? null : Button.grave(words.say("desk.people.remove")).sending("do", "remove"),
            words.say("desk.staff.signed-in", "count", signedIn),
            signedIn == 0 ? null : Button.quiet(words.say("desk.staff.sign-out")),
            staff.entries(who).reversed().stream().map(entry -> entry(words, entry)).toList()));
  }

  private static Map<String, List<String>> fields(Staff who) {
    return Map.of(
        "roles",
        who.roles().stream().map(RoleRoutes::code).toList(),
        "scope",
        List.of(who.scope()));
  }

  private Answer change(Ask ask) {
    Staff who = known(ask);
    Form form = ask.form();
    Words words = ask.words();
    String act = form.text("do");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (form.all("roles").contains(code(role))) {
        roles.add(role);
      }
    }
    List<FieldError> problems = new ArrayList<>();
    if (roles.isEmpty() && act.equals("save")) {
      problems.add(new FieldError("roles", words.say("desk.people.roles-missing")));
    }
    if (!form.has("why")) {
      problems.add(new FieldError("why", words.say("desk.staff.why-missing")));
    }
    if (!problems.isEmpty()) {
      return page(ask, 422, FormState.of(form.fields()).withErrors(problems));
    }
    String by = ask.visitor().name();
    String why = form.text("why");
    return switch (act) {
      case "save" -> told(ask, staff.change(who, roles, scope(form), why, by), href(who));
      case "reset" -> {
        staff.resetFactor(who, by, why);
        yield Answer.seeOther(href(who)).flash("desk.staff.reset-done");
      }
      case "remove" -> {
        if (who.id().equals(ask.visitor().id())) {
          throw new ProblemException(new Problem.Forbidden());
        }
        yield told(ask, staff.remove(who.id(), by, why), ALL);
      }
      default -> throw new ProblemException(new Problem.NotFound());
    };
  }

  private Answer told(Ask ask, StaffService.Changed changed, String next) {
    return switch (changed) {
      case DONE, NOTHING_NEW -> Answer.seeOther(next).flash("desk.saved");
      case LAST_ADMIN ->
          page(
              ask,
              422,
              FormState.of(ask.form().fields())
                  .withErrors(
                      List.of(new FieldError("roles", ask.words().say("desk.staff.last-admin")))));
    };
  }

  private Answer signOut(Ask ask) {
    Staff who = known(ask);
    staff.sessions().endAll(who.id(), ask.visitor().id());
    return Answer.seeOther(href(who)).flash("desk.staff.signed-out");
  }

  private String scope(Form form) {
    return around.questions().get().stream()
        .map(Choices.Option::value)
        .filter(form.text("scope")::equals)
        .findFirst()
        .orElse("");
  }

  private Staff known(Ask ask) {
    return staff
        .find(ask.value("person"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private RolePage.Entry entry(Words words, Ledger.Entry entry) {
    String key = "desk.staff.log-" + what(entry).replace(' ', '-');
    String roles =
        entry.act().details().getOrDefault("roles", "").isEmpty()
            ? ""
            : Stream.of(entry.act().details().getOrDefault("roles", "").split(" "))
                .map(name -> words.say(Role.valueOf(name).wordKey()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    return new RolePage.Entry(
        when(words, entry),
        words.say(words.has(key) ? key : "desk.staff.log-roles") + ": " + roles,
        entry.act().why());
  }

  private String when(Words words, Ledger.Entry entry) {
    return words.say(
        "desk.staff.by",
        "when",
        words.dateTime(entry.act().at().atZone(around.zone().get())),
        "who",
        entry.act().by());
  }

  private static String what(Ledger.Entry entry) {
    return entry.act().details().getOrDefault("what", "");
  }

  private static String does(Words words, Staff who) {
    return String.join(
        ", ", who.roles().stream().sorted().map(role -> words.say(role.wordKey())).toList());
  }

  private String where(Words words, String scope) {
    Function<Choices.Option, String> label = Choices.Option::label;
    return around.questions().get().stream()
        .filter(option -> option.value().equals(scope))
        .map(label)
        .findFirst()
        .orElse(words.say("desk.people.everywhere"));
  }

  static List<Choices.Option> options(Words words) {
    return EnumSet.allOf(Role.class).stream()
        .map(role ->
            new Choices.Option(
                code(role), words.say(role.wordKey()), words.say("desk.people.role." + code(role))))
        .toList();
  }

  static String code(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String href(Staff who) {
    return ALL + "/" + who.id();
  }
}
