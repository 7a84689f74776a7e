package org.folkmoot.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.mail.Letter;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.EnterPage;
import org.folkmoot.web.people.SignInPage;
import org.folkmoot.web.site.TextPage;

/// How those who work here come in, and go out: by an invitation, by a link sent to them, by a key
/// made on the server. To read a link uses nothing up, since mail scanners read links too; the
/// press of its button does.
final class SignInRoutes implements RouteTable.Routes {

  private static final String KEY = "/sign-in/key";
  private static final String DESK = "/desk";

  private final PeopleService people;
  private final SignInService signIns;
  private final Tries tries;
  private final PeopleRoom.Around around;

  SignInRoutes(PeopleService people, SignInService signIns, Tries tries, PeopleRoom.Around around) {
    this.people = people;
    this.signIns = signIns;
    this.tries = tries;
    this.around = around;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/enter/{secret}", Access.everyone(), this::invited);
    table.post("/enter/{secret}", Access.everyone(), Limit.SIGN_IN, this::enter);
    table.get("/sign-in", Access.everyone(), ask -> signIn(ask, 200, FormState.empty()));
    table.post("/sign-in", Access.everyone(), Limit.SIGN_IN, this::sendLink);
    table.get("/sign-in/link/{secret}", Access.everyone(), this::linked);
    table.post("/sign-in/link/{secret}", Access.everyone(), Limit.SIGN_IN, this::useLink);
    table.get(KEY, Access.everyone(), ask -> key(ask, 200, FormState.empty()));
    table.post(KEY, Access.everyone(), Limit.SIGN_IN, this::withKey);
    table.post("/sign-out", Access.everyone(), Limit.POST, this::signOut);
  }

  private Answer invited(Ask ask) {
    Optional<Staff> who = people.invited(ask.value("secret")).filter(s -> !s.name().isEmpty());
    return who.isEmpty() ? used(ask, "site.enter.") : hello(ask, who.get(), "site.enter.lead");
  }

  private static Answer hello(Ask ask, Staff who, String lead) {
    Words words = ask.words();
    return ask.page(
        new EnterPage(
            words.say("site.enter.title", "name", who.name()),
            words.say(lead),
            null,
            null,
            ask.path(),
            Button.main(words.say("site.enter.button"))));
  }

  private Answer enter(Ask ask) {
    Optional<Staff> who = people.invited(ask.value("secret")).filter(s -> !s.name().isEmpty());
    return who.flatMap(
            staff -> people.accept(ask.value("secret"), staff.name(), DESK, Arrival.from(ask)))
        .map(Arrival::answer)
        .orElseGet(() -> used(ask, "site.enter."));
  }

  private static Answer used(Ask ask, String words) {
    return ask.page(
        410,
        new TextPage(
            ask.words().say(words + "used"),
            ask.words().say(words + "used-what"),
            List.of(),
            List.of(new Link(ask.words().say("people.problem.sign-in"), "/sign-in"))));
  }

  private Answer signIn(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new SignInPage(
            words.say("site.sign-in.title"),
            words.say("site.sign-in.lead"),
            signIns.sendsMail() ? null : words.say("site.sign-in.no-mail"),
            form.summary(),
            form.text("email", words.say("site.sign-in.email"))
                .of("email")
                .filledBy("email")
                .atMost(254),
            Button.main(words.say("site.sign-in.send")),
            KEY));
  }

  private Answer sendLink(Ask ask) {
    String address = ask.form().text("email");
    if (!Letter.isAddress(address)) {
      var wrong = new FieldError("email", ask.words().say("site.sign-in.email-wrong"));
      return signIn(ask, 422, FormState.of(ask.form().fields()).withErrors(List.of(wrong)));
    }
    // Whoever else asks for links to this address: its owner is not flooded with them.
    ask.spendOn(Limit.SIGN_IN, signIns.nameOf(address));
    signIns.sendLink(address, ask.words(), around.council().get(), around.portal().get());
    Words words = ask.words();
    return ask.page(
        new TextPage(
            words.say("site.sign-in.sent"),
            words.say("site.sign-in.sent-what"),
            List.of(),
            List.of(new Link(words.say("site.sign-in.again"), "/sign-in"))));
  }

  private Answer linked(Ask ask) {
    return signIns
        .link(ask.value("secret"))
        .map(who -> hello(ask, who, "site.sign-in.link-lead"))
        .orElseGet(() -> used(ask, "site.sign-in.link-"));
  }

  private Answer useLink(Ask ask) {
    return signIns
        .useLink(ask.value("secret"), DESK, Arrival.from(ask))
        .map(Arrival::answer)
        .orElseGet(() -> used(ask, "site.sign-in.link-"));
  }

  private static Answer key(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new EnterPage(
            words.say("site.sign-in.key"),
            words.say("site.sign-in.key-lead"),
            form.summary(),
            form.text("key", words.say("site.sign-in.key"))
                .of("password")
                .hint(words.say("site.sign-in.key-hint")),
            KEY,
            Button.main(words.say("site.sign-in.button"))));
  }

  private Answer withKey(Ask ask) {
    Optional<Duration> pause = tries.begin(Tries.Of.ADDRESS, ask.address());
    if (pause.isPresent()) {
      SecurityLog.refused("key.refused", "reason", "wait");
      return keyWrong(ask, 429, waiting(ask.words(), pause.get()));
    }
    Optional<Arrival.In> in =
        people.signInWithToken(ask.form().text("key"), DESK, Arrival.from(ask));
    if (in.isEmpty()) {
      SecurityLog.refused("key.refused", "reason", "wrong");
      return keyWrong(ask, 422, ask.words().say("site.sign-in.key-wrong"));
    }
    tries.right(Tries.Of.ADDRESS, ask.address());
    return in.get().answer();
  }

  private static Answer keyWrong(Ask ask, int status, String why) {
    return key(ask, status, FormState.empty().withErrors(List.of(new FieldError("key", why))));
  }

  /// How long to wait, in whole minutes.
  static String waiting(Words words, Duration pause) {
    return words.say("people.factor.wait", "minutes", (pause.toSeconds() + 59) / 60);
  }

  private Answer signOut(Ask ask) {
    String session = ask.cookie(Cookies.SESSION);
    if (!session.isEmpty()) {
      people.signOut(session);
    }
    return Answer.seeOther("/").flash("site.signed-out").cookie(Cookies.SESSION, "", 0);
  }
}
