package org.folkmoot.people;

import java.util.List;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.EnterPage;
import org.folkmoot.web.site.TextPage;

/// How those who work here come in and go out.
final class SignInRoutes implements RouteTable.Routes {

  private final PeopleService people;

  SignInRoutes(PeopleService people) {
    this.people = people;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/enter/{secret}", Access.everyone(), this::invited);
    table.post("/enter/{secret}", Access.everyone(), Limit.SIGN_IN, this::enter);
    table.get("/sign-in", Access.everyone(), ask -> signIn(ask, 200, FormState.empty()));
    table.post("/sign-in", Access.everyone(), Limit.SIGN_IN, this::withKey);
    table.post("/sign-out", Access.everyone(), Limit.POST, this::signOut);
  }

  private Answer invited(Ask ask) {
    Optional<Staff> who = people.invited(ask.value("secret")).filter(s -> !s.name().isEmpty());
    if (who.isEmpty()) {
      return used(ask);
    }
    Words words = ask.words();
    return ask.page(
        new EnterPage(
            words.say("site.enter.title", "name", who.get().name()),
            words.say("site.enter.lead"),
            null,
            null,
            ask.path(),
            Button.main(words.say("site.enter.button"))));
  }

  private Answer enter(Ask ask) {
    Optional<Staff> who = people.invited(ask.value("secret")).filter(s -> !s.name().isEmpty());
    return who.flatMap(staff -> people.accept(ask.value("secret"), staff.name()))
        .map(session -> signedIn(session))
        .orElseGet(() -> used(ask));
  }

  private static Answer signedIn(String session) {
    return Answer.seeOther("/desk")
        .cookie(Cookies.SESSION, session, PeopleService.SESSION.toSeconds());
  }

  private static Answer used(Ask ask) {
    Words words = ask.words();
    return ask.page(
        410,
        new TextPage(
            words.say("site.enter.used"),
            words.say("site.enter.used-what"),
            List.of(),
            List.of(new Link(words.say("people.problem.sign-in"), "/sign-in"))));
  }

  private Answer signIn(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new EnterPage(
            words.say("site.sign-in.title"),
            words.say("site.sign-in.lead"),
            form.summary(),
            form.text("key", words.say("site.sign-in.key"))
                .of("password")
                .hint(words.say("site.sign-in.key-hint")),
            "/sign-in",
            Button.main(words.say("site.sign-in.button"))));
  }

  private Answer withKey(Ask ask) {
    Optional<String> session = people.signInWithToken(ask.form().text("key"));
    if (session.isPresent()) {
      return signedIn(session.get());
    }
    var wrong = new FieldError("key", ask.words().say("site.sign-in.key-wrong"));
    return signIn(ask, 422, FormState.empty().withErrors(List.of(wrong)));
  }

  private Answer signOut(Ask ask) {
    String session = ask.cookie(Cookies.SESSION);
    if (!session.isEmpty()) {
      people.signOut(session);
    }
    return Answer.seeOther("/").flash("site.signed-out").cookie(Cookies.SESSION, "", 0);
  }
}
