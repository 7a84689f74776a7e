package org.folkmoot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.mail.Letter;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.MePage;
import org.folkmoot.web.people.RecoveryPage;

/// Each member of staff's own page: where they are signed in, and how they come in.
final class MeRoutes implements RouteTable.Routes {

  private static final String HERE = "/desk/me";

  private final StaffService staff;
  private final PeopleService people;
  private final PeopleRoom.Around around;

  MeRoutes(StaffService staff, PeopleService people, PeopleRoom.Around around) {
    this.staff = staff;
    this.people = people;
    this.around = around;
  }

  @Override
  public void register(RouteTable table) {
    Access anyStaff = new Access.Staff(List.of(Role.values()), true);
    table.get(HERE, anyStaff, ask -> page(ask, 200, FormState.empty()));
    table.post(HERE + "/end", anyStaff, Limit.POST, this::end);
    table.post(HERE + "/end-others", anyStaff, Limit.POST, this::endOthers);
    table.post(HERE + "/address", anyStaff, Limit.SIGN_IN, this::address);
    table.post(HERE + "/recovery", anyStaff, Limit.SIGN_IN, this::recovery);
  }

  private Answer page(Ask ask, int status, FormState form) {
    Words words = ask.words();
    Staff me = me(ask);
    String here = staff.sessions().nameOf(ask.cookie(Cookies.SESSION));
    List<Session> sessions = staff.sessions().of(me.id());
    return ask.page(
        status,
        new MePage(
            words.say("desk.me.title"),
            form.summary(),
            sessions.stream().map(session -> row(words, session, here)).toList(),
            sessions.size() < 2 ? null : Button.quiet(words.say("desk.me.end-others")),
            form.text("email", words.say("desk.me.email"))
                .of("email")
                .filledBy("email")
                .hint(words.say("desk.me.email-hint"))
                .orElse(staff.address(me))
                .atMost(254)
                .ifYouLike(),
            Button.main(words.say("common.save")),
            staff.factor().isSetUp(me.id()) ? recovery(words, me, form) : null));
  }

  private MePage.Row row(Words words, Session session, String here) {
    return new MePage.Row(
        session.family().isEmpty() ? words.say("desk.me.browser") : session.family(),
        session.name().equals(here) ? words.say("desk.me.here") : null,
        words.say(
            "desk.me.used", "since", at(words, session.since()), "seen", at(words, session.seen())),
        Button.quiet(words.say("desk.me.end")).sending("session", session.name()));
  }

  private MePage.Recovery recovery(Words words, Staff me, FormState form) {
    return new MePage.Recovery(
        words.say("desk.me.recovery-left", "count", staff.factor().recoveryLeft(me.id())),
        form.text("code", words.say("desk.me.recovery-code")).filledBy("one-time-code").atMost(40),
        Button.quiet(words.say("desk.me.recovery-renew")));
  }

  private Answer end(Ask ask) {
    Staff me = me(ask);
    staff.sessions().end(me.id(), ask.form().text("session"), me.id());
    return Answer.seeOther(HERE).flash("desk.me.ended");
  }

  private Answer endOthers(Ask ask) {
    staff.sessions().endOthers(me(ask).id(), ask.cookie(Cookies.SESSION));
    return Answer.seeOther(HERE).flash("desk.me.ended");
  }

  private Answer address(Ask ask) {
    Staff me = me(ask);
    String typed = ask.form().text("email");
    String now = staff.address(me);
    Optional<String> wrong =
        typed.isEmpty() || typed.equalsIgnoreCase(now)
            ? Optional.empty()
            : !Letter.isAddress(typed)
                ? Optional.of("desk.people.email-wrong")
                : people.isTaken(typed) ? Optional.of("desk.people.email-taken") : Optional.empty();
    if (wrong.isPresent()) {
      var error = new FieldError("email", ask.words().say(wrong.get()));
      return page(ask, 422, FormState.of(ask.form().fields()).withErrors(List.of(error)));
    }
    staff.setAddress(me, typed, me.name());
    return Answer.seeOther(HERE).flash("desk.saved");
  }

  private Answer recovery(Ask ask) {
    Staff me = me(ask);
    Words words = ask.words();
    if (!staff.factor().isSetUp(me.id())) {
      throw new ProblemException(new Problem.NotFound());
    }
    return switch (staff.factor().attempt(me.id(), ask.form().text("code"), ask.address())) {
      case SecondFactor.Tried.Right _ ->
          ask.page(
              new RecoveryPage(
                  words.say("people.factor.recovery-title"),
                  words.say("people.factor.recovery-lead"),
                  staff.factor().renewRecovery(me.id()),
                  HERE));
      case SecondFactor.Tried.Wrong _ -> wrongCode(ask, 422, words.say("people.factor.wrong"));
      case SecondFactor.Tried.Used _ -> wrongCode(ask, 422, words.say("people.factor.used"));
      case SecondFactor.Tried.Wait wait ->
          wrongCode(ask, 429, SignInRoutes.waiting(words, wait.pause()));
    };
  }

  private Answer wrongCode(Ask ask, int status, String why) {
    return page(ask, status, FormState.empty().withErrors(List.of(new FieldError("code", why))));
  }

  private Staff me(Ask ask) {
    return staff
        .find(ask.visitor().id())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private String at(Words words, Instant time) {
    return words.dateTime(time.atZone(around.zone().get()));
  }
}
