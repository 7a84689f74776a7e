package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.Visitor;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.DeskConsultationPage;
import org.folkmoot.web.consultation.DeskConsultationPage.Act;
import org.folkmoot.web.consultation.DeskConsultationPage.Check;
import org.folkmoot.web.consultation.DeskConsultationPage.Entry;
import org.folkmoot.web.consultation.DeskConsultationPage.Group;
import org.folkmoot.web.consultation.DeskPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Questions as those who work here see them. What a person may not open is not offered to them:
/// the routes table knows.
final class DeskViews {

  /// Pages of a question on the desk, by heading, in the order of the work. The last part of each
  /// names its texts.
  private static final List<Map.Entry<String, List<String>>> PAGES =
      List.of(
          Map.entry(
              "home",
              List.of("panel", "statements", "forum", "stories", "texting", "calling", "letters")),
          Map.entry("person", List.of("meetings", "jury")),
          Map.entry("read", List.of("queue", "record", "appeals", "moderation", "safety")),
          Map.entry("answer", List.of("report", "decision", "outbox")));

  /// What is going on comes first, then what is being made ready, then what is over.
  private static final List<State> FIRST = List.of(State.OPEN, State.DRAFT, State.CLOSED);

  private final ConsultationService consultations;
  private final ConsultationViews views;
  private final PeopleService people;
  private final RecordReading record;
  private final ConsultationRoom.Waiting waiting;
  private final RouteTable routes;

  DeskViews(
      ConsultationService consultations,
      ConsultationViews views,
      PeopleService people,
      RecordReading record,
      ConsultationRoom.Waiting waiting,
      RouteTable routes) {
    this.consultations = consultations;
    this.views = views;
    this.people = people;
    this.record = record;
    this.waiting = waiting;
    this.routes = routes;
  }

  DeskPage desk(Ask ask, List<Consultation> seen) {
    Words words = ask.words();
    List<Link> links = new ArrayList<>();
    for (String page : List.of("new", "people", "council", "rights")) {
      if (routes.opens("/desk/" + page, ask.visitor())) {
        links.add(new Link(words.say("desk.go." + page), "/desk/" + page));
      }
    }
    List<Consultation> inOrder =
        seen.stream().sorted(Comparator.comparing(c -> FIRST.indexOf(c.state()))).toList();
    List<DeskPage.Wait> waits =
        inOrder.stream()
            .flatMap(c -> waits(ask, c).stream().map(wait -> new DeskPage.Wait(c.title(), wait)))
            .toList();
    return new DeskPage(
        words.say("desk.title"),
        waits,
        seen.isEmpty() || !waits.isEmpty() ? null : words.say("desk.waits.nothing"),
        inOrder.stream()
            .map(c ->
                new DeskPage.Row(
                    c.title(),
                    "/desk/c/" + c.slug(),
                    c.question(),
                    state(c, words),
                    c.state() == State.OPEN,
                    views.when(c, words)))
            .toList(),
        seen.isEmpty() ? new EmptyState(words.say("desk.nothing")) : null,
        links);
  }

  DeskConsultationPage consultation(Ask ask, Consultation c) {
    Words words = ask.words();
    boolean officer = ask.visitor().is(Role.OFFICER);
    boolean draft = c.state() == State.DRAFT;
    boolean mayOpen = officer && c.state() != State.OPEN && consultations.obstacle(c).isEmpty();
    return new DeskConsultationPage(
        c.title(),
        state(c, words),
        c.state() == State.OPEN,
        views.when(c, words),
        draft ? checklist(ask, c) : List.of(),
        c.state() == State.OPEN
            ? null
            : consultations.obstacle(c).map(o -> words.say(o.wordKey())).orElse(null),
        mayOpen
            ? new Act(
                "/desk/c/" + c.slug() + "/open",
                Button.main(words.say(draft ? "desk.open" : "desk.open-again")))
            : null,
        officer && c.state() == State.OPEN
            ? new Act("/desk/c/" + c.slug() + "/close", Button.grave(words.say("desk.close")))
            : null,
        waits(ask, c),
        groups(ask, c),
        links(ask, c));
  }

  private static String state(Consultation c, Words words) {
    return words.say("desk.state." + c.state().name().toLowerCase(Locale.ROOT));
  }

  private List<Check> checklist(Ask ask, Consultation c) {
    Words words = ask.words();
    String edit = "/desk/c/" + c.slug() + "/edit";
    boolean people = routes.opens("/desk/people", ask.visitor());
    return List.of(
        check(words, "question", !c.question().isEmpty(), edit),
        check(words, "can-change", !c.canChange().isEmpty() && !c.fixed().isEmpty(), edit),
        check(words, "promise", c.promise() != Consultation.Promise.INFORM, edit),
        check(words, "dates", !consultations.today().isAfter(c.closesOn()), edit),
        check(words, "ways", !c.ways().isEmpty(), edit),
        check(
            words,
            "safety-lead",
            this.people.hasSafeguardingLead(),
            people ? "/desk/people" : null),
        check(words, "phone", !consultations.council().phone().isEmpty(), "/desk/council"));
  }

  private static Check check(Words words, String what, boolean done, @Nullable String href) {
    return new Check(
        done,
        words.say(done ? "desk.check.done" : "desk.check.missing"),
        words.say("desk.check." + what),
        done ? null : href);
  }

  /// What waits for this person here.
  private List<Link> waits(Ask ask, Consultation c) {
    Visitor visitor = ask.visitor().within(c.slug());
    List<Link> waits = new ArrayList<>();
    if (routes.opens("/desk/c/{consultation}/record", visitor)) {
      long waiting = count(c, Status.RECEIVED);
      if (waiting > 0) {
        String label = ask.words().say("desk.waits.check", "count", waiting);
        boolean decides = routes.opens("/desk/c/{consultation}/queue", visitor);
        String href = "/desk/c/" + c.slug() + (decides ? "/queue" : "/record?status=RECEIVED");
        waits.add(new Link(label, href));
      }
    }
    int appeals =
        routes.opens("/desk/c/{consultation}/appeals", visitor)
            ? waiting.appeals().applyAsInt(c.slug())
            : 0;
    if (appeals > 0) {
      String label = ask.words().say("desk.waits.appeals", "count", appeals);
      waits.add(new Link(label, "/desk/c/" + c.slug() + "/appeals"));
    }
    int texts =
        routes.opens("/desk/c/{consultation}/texting", visitor)
            ? waiting.texts().applyAsInt(c.slug())
            : 0;
    if (texts > 0) {
      String until =
          waiting
              .textsUntil()
              .apply(c.slug())
              .map(at -> ask.words().dateTime(at.atZone(consultations.council().zone())))
              .orElse("none");
      String label = ask.words().say("desk.waits.texts", "count", texts, "until", until);
      waits.add(new Link(label, "/desk/c/" + c.slug() + "/texting/threads"));
    }
    int spent =
        routes.opens("/desk/c/{consultation}/texting/sending", visitor)
            ? waiting.money().applyAsInt(c.slug())
            : 0;
    if (spent > 0) {
      String label = ask.words().say("desk.waits.money", "percent", spent);
      waits.add(new Link(label, "/desk/c/" + c.slug() + "/texting/sending"));
    }
    if (visitor.is(Role.SAFEGUARDING) && count(c, Status.HELD) > 0) {
      String label = ask.words().say("desk.waits.safety", "count", count(c, Status.HELD));
      waits.add(new Link(label, "/desk/c/" + c.slug() + "/safety"));
    }
    if (routes.opens("/desk/c/{consultation}/decision", visitor)) {
      int open = waiting.unanswered().applyAsInt(c.slug());
      if (open > 0) {
        String label = ask.words().say("desk.waits.answer", "count", open);
        waits.add(new Link(label, "/desk/c/" + c.slug() + "/decision#answers"));
      }
    }
    return waits;
  }

  private long count(Consultation c, Status status) {
    return record.count(RecordQuery.in(c.slug()).statuses(Set.of(status)));
  }

  private List<Group> groups(Ask ask, Consultation c) {
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<String>> heading : PAGES) {
      List<Entry> entries = new ArrayList<>();
      for (String page : heading.getValue()) {
        if (isWanted(page, c)) {
          add(entries, ask, c, "/desk/c/{consultation}/" + page, "desk.page." + page);
        }
      }
      if (heading.getKey().equals("read")) {
        add(entries, ask, c, "/c/{consultation}/read", "desk.page.stories-read");
        if (!routes.opens("/desk/c/{consultation}/report", ask.visitor())) {
          add(entries, ask, c, "/c/{consultation}/report", "desk.page.report-read");
        }
      }
      if (!entries.isEmpty()) {
        groups.add(new Group(ask.words().say("desk.group." + heading.getKey()), entries));
      }
    }
    return groups;
  }

  private void add(List<Entry> entries, Ask ask, Consultation c, String pattern, String key) {
    if (routes.opens(pattern, ask.visitor())) {
      String href = pattern.replace("{consultation}", c.slug());
      entries.add(new Entry(ask.words().say(key), href, ask.words().say(key + "-note")));
    }
  }

  /// A way in has its page once the officer ticked it.
  private static boolean isWanted(String page, Consultation c) {
    Set<Way> ways = c.ways();
    return switch (page) {
      case "panel" -> ways.contains(Way.PANEL);
      case "statements" -> ways.contains(Way.STATEMENT);
      case "forum" -> ways.contains(Way.FORUM) || ways.contains(Way.LIVE_SESSION);
      case "stories" -> ways.contains(Way.STORY);
      case "texting", "calling" -> ways.contains(Way.SMS);
      case "letters" -> ways.contains(Way.WRITTEN_SUBMISSION);
      case "meetings" ->
          ways.contains(Way.PUBLIC_MEETING)
              || ways.contains(Way.COMMENT_CARD)
              || ways.contains(Way.DOT_VOTE);
      case "jury" -> ways.contains(Way.JURY);
      default -> true;
    };
  }

  private List<Link> links(Ask ask, Consultation c) {
    List<Link> links = new ArrayList<>();
    String preview = c.state() == State.DRAFT ? "desk.preview" : "desk.see";
    links.add(new Link(ask.words().say(preview), "/c/" + c.slug()));
    if (ask.visitor().is(Role.OFFICER)) {
      String edit = "/desk/c/" + c.slug() + "/edit";
      links.add(new Link(ask.words().say("desk.change"), edit));
      links.add(new Link(ask.words().say("desk.recording"), "/desk/c/" + c.slug() + "/recording"));
      for (String language : WordingRoutes.languages(c)) {
        String name = Words.of(language).languageName();
        links.add(
            new Link(
                ask.words().say("desk.wording", "language", name),
                "/desk/c/" + c.slug() + "/wording?in=" + language));
      }
    }
    return links;
  }
}
