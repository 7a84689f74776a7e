package org.folkmoot.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.people.PassService;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.meeting.EveningPage;
import org.folkmoot.web.meeting.MeetingDeskPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.EnterPage;
import org.folkmoot.web.site.TextPage;

/// What a volunteer with an evening pass sees: a place to type the code and a name, then the notes,
/// cards and counts of that one meeting. The pass is no sign-in: the door knows nothing of it, so
/// it opens no other page.
final class PassRoutes implements RouteTable.Routes {

  private static final String HOME = "/evening";
  private static final int LONGEST_NAME = 60;

  /// Enters paper of a meeting, or shows the form for it.
  @FunctionalInterface
  private interface Page {
    Answer show(Ask ask, EntryPages.At at);
  }

  private final MeetingService meetings;
  private final ConsultationService consultations;
  private final EveningPasses passes;
  private final EntryPages entries;
  private final MeetingViews views;

  PassRoutes(
      MeetingService meetings,
      ConsultationService consultations,
      EveningPasses passes,
      EntryPages entries,
      MeetingViews views) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.passes = passes;
    this.entries = entries;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    Access all = Access.everyone();
    table.get("/pass", all, ask -> code(ask, 200, FormState.empty()));
    table.post("/pass", all, Limit.POST, this::typed);
    table.get("/pass/{code}", all, ask -> brought(ask, this::name));
    table.post("/pass/{code}", all, Limit.POST, ask -> brought(ask, this::enter));
    table.get(HOME, all, ask -> held(ask, (_, at) -> home(ask, at, 200, FormState.empty())));
    table.get(HOME + "/notes", all, ask -> held(ask, entries::notes));
    table.post(HOME + "/notes", all, Limit.POST, ask -> held(ask, entries::enterNotes));
    table.get(HOME + "/cards", all, ask -> held(ask, entries::card));
    table.post(HOME + "/cards", all, Limit.POST, ask -> held(ask, entries::enterCard));
    table.get(HOME + "/dots", all, ask -> held(ask, entries::dots));
    table.post(HOME + "/dots", all, Limit.POST, ask -> held(ask, entries::enterDots));
    table.post(HOME + "/attendance", all, Limit.POST, ask -> held(ask, this::attendance));
    table.post(
        HOME + "/leave",
        all,
        Limit.POST,
        _ -> Answer.seeOther("/").flash("meeting.pass.left").cookie(Cookies.PASS, "", 0));
  }

  private static Answer code(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new EnterPage(
            words.say("meeting.pass.title"),
            words.say("meeting.pass.lead"),
            form.summary(),
            form.text("code", words.say("meeting.pass.code"))
                .hint(words.say("meeting.pass.code-hint"))
                .atMost(20),
            "/pass",
            Button.main(words.say("meeting.pass.go-on"))));
  }

  private Answer typed(Ask ask) {
    Optional<PassService.Pass> pass = look(ask, ask.form().text("code"));
    if (pass.isEmpty()) {
      var wrong = new FieldError("code", ask.words().say("meeting.pass.code-wrong"));
      return code(ask, 422, FormState.of(ask.form().fields()).withErrors(List.of(wrong)));
    }
    return Answer.seeOther("/pass/" + pass.get().code());
  }

  /// Looks a code up; wrong ones are counted, and too many end it for a while.
  private Optional<PassService.Pass> look(Ask ask, String typed) {
    ask.check(Limit.CODE);
    Optional<PassService.Pass> pass = passes.service().find(typed);
    if (pass.isEmpty()) {
      SecurityLog.refused("pass.refused", "reason", "no-such-code");
      ask.spend(Limit.CODE);
    }
    return pass;
  }

  /// A page for who brings a code that works today.
  private Answer brought(Ask ask, BroughtPage page) {
    Optional<PassService.Pass> pass = look(ask, ask.value("code"));
    if (pass.isEmpty()) {
      return refused(ask, 404, "meeting.pass.unknown");
    }
    Optional<Meeting> meeting = meetings.find(pass.get().meeting());
    if (meeting.isEmpty() || !pass.get().live()) {
      SecurityLog.refused("pass.refused", "reason", "ended", "meeting", pass.get().meeting());
      return refused(ask, 410, "meeting.pass.ended");
    }
    return outOfTime(ask, meeting.get()).orElseGet(() -> page.show(ask, pass.get(), meeting.get()));
  }

  /// A page for who brought one.
  @FunctionalInterface
  private interface BroughtPage {
    Answer show(Ask ask, PassService.Pass pass, Meeting meeting);
  }

  private Optional<Answer> outOfTime(Ask ask, Meeting meeting) {
    boolean early = passes.isTooEarly(meeting);
    if (!early && !passes.isTooLate(meeting)) {
      return Optional.empty();
    }
    SecurityLog.refused(
        "pass.refused", "reason", early ? "early" : "late", "meeting", meeting.id());
    return Optional.of(
        refused(ask, early ? 403 : 410, early ? "meeting.pass.early" : "meeting.pass.late"));
  }

  private static Answer refused(Ask ask, int status, String key) {
    Words words = ask.words();
    return ask.page(
        status,
        new TextPage(
            words.say(key),
            words.say(key + "-what"),
            List.of(),
            List.of(new Link(words.say("meeting.pass.other"), "/pass"))));
  }

  private Answer name(Ask ask, PassService.Pass pass, Meeting meeting) {
    return name(ask, meeting, 200, FormState.empty());
  }

  private Answer name(Ask ask, Meeting meeting, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new EnterPage(
            meeting.plan().title(),
            words.say("meeting.pass.name-lead", "when", views.when(words, meeting)),
            form.summary(),
            form.text("name", words.say("meeting.pass.name"))
                .filledBy("name")
                .hint(words.say("meeting.pass.name-hint"))
                .atMost(LONGEST_NAME),
            ask.path(),
            Button.main(words.say("meeting.pass.enter"))));
  }

  private Answer enter(Ask ask, PassService.Pass pass, Meeting meeting) {
    String name = ask.form().text("name").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      var wrong = new FieldError("name", ask.words().say("meeting.pass.name-missing"));
      return name(ask, meeting, 422, FormState.of(ask.form().fields()).withErrors(List.of(wrong)));
    }
    String cookie = passes.service().hold(pass, name, passes.until(meeting));
    long seconds = Duration.between(ask.now(), passes.until(meeting)).toSeconds();
    return Answer.seeOther(HOME).cookie(Cookies.PASS, cookie, Math.max(1, seconds));
  }

  /// A page for who holds a pass that works today; who holds none types a code first.
  private Answer held(Ask ask, Page page) {
    String cookie = ask.cookie(Cookies.PASS);
    if (cookie.isEmpty()) {
      return Answer.seeOther("/pass");
    }
    Optional<PassService.Holder> holder = passes.service().holder(cookie);
    Optional<Meeting> meeting = holder.flatMap(h -> meetings.find(h.meeting()));
    if (holder.isEmpty() || meeting.isEmpty()) {
      return refused(ask, 403, "meeting.pass.ended").cookie(Cookies.PASS, "", 0);
    }
    return outOfTime(ask, meeting.get())
        .orElseGet(() ->
            page.show(
                ask,
                new EntryPages.At(
                    consultations.get(meeting.get().consultation()),
                    meeting.get(),
                    "pass: " + holder.get().name(),
                    HOME)));
  }

  private Answer home(Ask ask, EntryPages.At at, int status, FormState form) {
    Words words = ask.words();
    Meeting.Attendance came = at.meeting().attendance();
    return ask.page(
        status,
        new EveningPage(
            at.meeting().plan().title(),
            views.when(words, at.meeting()),
            words.say("meeting.pass.you", "name", at.by().substring("pass: ".length())),
            links(words, at),
            form.summary(),
            HOME + "/attendance",
            MeetingDeskViews.came(form, "heads", came.heads(), words),
            MeetingDeskViews.came(form, "slips", came.slips(), words),
            Button.main(words.say("desk.meeting.save")),
            HOME + "/leave",
            Button.quiet(words.say("meeting.pass.leave"))));
  }

  private List<MeetingDeskPage.Entry> links(Words words, EntryPages.At at) {
    List<MeetingDeskPage.Entry> links = new ArrayList<>();
    add(links, words, at, Way.PUBLIC_MEETING, "/notes", "desk.meeting.notes", "notes-row");
    add(links, words, at, Way.COMMENT_CARD, "/cards", "desk.meeting.cards-title", "cards-row");
    add(links, words, at, Way.DOT_VOTE, "/dots", "desk.meeting.dots-title", "dots-row");
    return links;
  }

  private void add(
      List<MeetingDeskPage.Entry> links,
      Words words,
      EntryPages.At at,
      Way way,
      String page,
      String label,
      String what) {
    if (meetings.hears(at.meeting(), way)) {
      links.add(
          new MeetingDeskPage.Entry(
              words.say(label), HOME + page, words.say("desk.meeting." + what)));
    }
  }

  private Answer attendance(Ask ask, EntryPages.At at) {
    MeetingForms.Read<Meeting.Attendance> came =
        new MeetingForms(ask.form(), ask.words()).attendance();
    if (came.value().isEmpty()) {
      return home(ask, at, 422, FormState.of(ask.form().fields()).withErrors(came.errors()));
    }
    meetings.attendance(at.meeting(), came.value().get());
    return Answer.seeOther(HOME).flash("desk.meeting.came-saved");
  }
}
