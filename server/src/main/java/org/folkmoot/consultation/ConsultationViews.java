package org.folkmoot.consultation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.consultation.ComingMeetings.Coming;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Channel;
import org.folkmoot.record.UntilLogGrows;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.ConsultationPage;
import org.folkmoot.web.home.HomePage;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.InTongue;
import org.jspecify.annotations.Nullable;

/// Questions as residents see them.
final class ConsultationViews {

  private final ConsultationService consultations;
  private final UntilLogGrows<HeardSoFar> heardSoFar;
  private final ComingMeetings meetings;
  private final DecidedOn decided;

  /// So many are named at most; the report names all.
  private static final int MOST_MISSING = 4;

  private final RouteTable routes;

  ConsultationViews(
      ConsultationService consultations,
      UntilLogGrows<HeardSoFar> heardSoFar,
      ComingMeetings meetings,
      DecidedOn decided,
      RouteTable routes) {
    this.consultations = consultations;
    this.heardSoFar = heardSoFar;
    this.meetings = meetings;
    this.decided = decided;
    this.routes = routes;
  }

  HomePage home(Ask ask) {
    Words words = ask.words();
    List<Consultation> visible = consultations.visible();
    List<Consultation> open = visible.stream().filter(this::isAsked).toList();
    List<HomePage.Asked> asked =
        open.stream().map(c -> asked(ask, c, c.equals(open.getFirst()))).toList();
    List<HomePage.Earlier> earlier =
        visible.stream().filter(c -> !isAsked(c)).map(c -> earlier(c, words)).toList();
    return new HomePage(
        words.say("consultation.home"),
        asked,
        asked.isEmpty() ? new EmptyState(words.say("consultation.nothing")) : null,
        earlier);
  }

  private HomePage.Earlier earlier(Consultation c, Words words) {
    Told.Said question = c.told(words.language()).question();
    return new HomePage.Earlier(
        question.words(), question.lang(), "/c/" + c.slug(), decision(c, words).orElse(null));
  }

  /// "Decided on 24 March 2026", which leads to what was.
  private Optional<Link> decision(Consultation c, Words words) {
    return decided
        .day(c.slug())
        .map(day ->
            new Link(
                words.say("consultation.decided-on", "date", words.shortDate(day)),
                "/c/" + c.slug() + "/decision"));
  }

  private boolean isOver(Consultation c) {
    return c.state() == State.CLOSED || consultations.today().isAfter(c.closesOn());
  }

  private boolean isAsked(Consultation c) {
    return c.state() == State.OPEN && !consultations.today().isAfter(c.closesOn());
  }

  private HomePage.Asked asked(Ask ask, Consultation c, boolean first) {
    Words words = ask.words();
    List<HomePage.Heard> heard = heard(c, words);
    Told.Said question = c.told(words.language()).question();
    return new HomePage.Asked(
        c.slug(),
        question.words(),
        question.lang(),
        "/c/" + c.slug(),
        first,
        when(c, words),
        decides(c, words),
        FormatViews.buttons(c, words),
        consultations.isHearing(c) ? ways(ask, c, true) : List.of(),
        consultations.isHearing(c) ? ways(ask, c, false) : List.of(),
        heard,
        heard.isEmpty() ? null : asOf(ask),
        notYetHeard(c, words),
        why(ask, c));
  }

  private @Nullable Link why(Ask ask, Consultation c) {
    return c.initiative().isEmpty() || !routes.opens("/i/{initiative}", ask.visitor())
        ? null
        : new Link(ask.words().say("consultation.read.initiative"), "/i/" + c.initiative());
  }

  ConsultationPage page(Ask ask, Consultation c) {
    Words words = ask.words();
    boolean hearing = consultations.isHearing(c);
    boolean draft = c.state() == State.DRAFT;
    List<HomePage.Heard> heard = heard(c, words);
    Told told = c.told(words.language());
    Optional<Link> decision = decision(c, words);
    boolean over = isOver(c);
    return new ConsultationPage(
        told.question().words(),
        told.question().lang(),
        draft ? words.say("consultation.preview") : null,
        over,
        decision.orElse(null),
        when(c, words),
        FormatViews.buttons(c, words),
        paragraphs(told.about()),
        options(told, words),
        orNull(told.fixed()),
        orNull(told.canChange()),
        words.say(c.promise().wordKey()),
        consultations.promiseChanges(c.slug()).stream()
            .map(change ->
                words.say(
                    "consultation.promise-changed",
                    "date",
                    words.shortDate(change.on()),
                    "before",
                    words.say(change.from().wordKey())))
            .toList(),
        decision.isPresent() ? null : decides(c, words),
        hearing || draft ? null : words.say(notHearing(c)),
        hearing || draft ? ways(ask, c, true) : List.of(),
        hearing || draft ? ways(ask, c, false) : List.of(),
        heard,
        heard.isEmpty() || over ? null : asOf(ask),
        notYetHeard(c, words),
        reads(ask, c));
  }

  private String notHearing(Consultation c) {
    return c.state() == State.OPEN && consultations.today().isBefore(c.opensOn())
        ? "consultation.not-yet"
        : "consultation.no-longer";
  }

  private static List<InTongue> options(Told told, Words words) {
    List<InTongue> options = new ArrayList<>();
    told.options().forEach(option -> options.add(new InTongue(option.words(), option.lang())));
    if (!options.isEmpty()) {
      options.add(new InTongue(words.say("consultation.something-else"), words.language()));
    }
    return options;
  }

  private static List<InTongue> paragraphs(Told.Said said) {
    return said.words()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> new InTongue(line, said.lang()))
        .toList();
  }

  /// "Open for 12 more days, until …", "Opens on …" or "Closed on …".
  String when(Consultation c, Words words) {
    LocalDate today = consultations.today();
    if (isOver(c)) {
      LocalDate on = today.isAfter(c.closesOn()) ? c.closesOn() : today;
      return today.isAfter(c.closesOn())
          ? words.say("consultation.closed-on", "date", words.shortDate(on))
          : words.say("consultation.closed");
    }
    if (c.state() == State.DRAFT || today.isBefore(c.opensOn())) {
      return words.say(
          "consultation.opens-on",
          "date",
          words.shortDate(c.opensOn()),
          "until",
          words.shortDate(c.closesOn()));
    }
    return words.say(
        "common.closes-in",
        "days",
        ChronoUnit.DAYS.between(today, c.closesOn()),
        "date",
        words.shortDate(c.closesOn()));
  }

  static @Nullable String decides(Consultation c, Words words) {
    return c.decidedBy().isEmpty()
        ? null
        : words.say(
            "consultation.decides",
            "who",
            c.told(words.language()).decidedBy(),
            "date",
            words.shortDate(c.decidesOn()));
  }

  private List<HomePage.Way> ways(Ask ask, Consultation c, boolean fromHome) {
    List<HomePage.Way> ways = new ArrayList<>();
    for (Way way : Way.values()) {
      // Dots are put up at meetings; beside a meeting they are not a way of their own.
      boolean extra = way == Way.DOT_VOTE && c.ways().contains(Way.PUBLIC_MEETING);
      String pattern = "/c/{consultation}/" + way.page();
      if (way.isFromHome() == fromHome
          && c.ways().contains(way)
          && !extra
          && routes.opens(pattern, ask.visitor())) {
        ways.add(way(ask, c, way));
      }
    }
    return ways;
  }

  private HomePage.Way way(Ask ask, Consultation c, Way way) {
    Words words = ask.words();
    String what = words.say(way.wordKey() + ".what");
    String page = way.page();
    String href = "/c/" + c.slug() + "/" + page;
    Optional<Coming> next = page.equals("meetings") ? meetings.next(ask, c) : Optional.empty();
    return new HomePage.Way(
        Drawing.ofDoor(way.name()),
        words.say(way.wordKey()),
        next.map(coming -> way == Way.PUBLIC_MEETING ? whenAndWhere(coming, words) : what)
            .orElse(what),
        next.map(Coming::href).orElse(href));
  }

  /// "Next: Monday 30 November 2026, 17:30, Eastgate Library."
  static String whenAndWhere(Coming coming, Words words) {
    return words.say("consultation.next-meeting", "when", coming.when(), "where", coming.where());
  }

  Optional<Coming> nextMeeting(Ask ask, Consultation c) {
    return consultations.isHearing(c) ? meetings.next(ask, c) : Optional.empty();
  }

  /// What was heard, each door in a unit of its own; never added together. Every number opens what
  /// came in by that door.
  private List<HomePage.Heard> heard(Consultation c, Words words) {
    return heardSoFar.of(c.slug()).told().stream()
        .map(heard ->
            new HomePage.Heard(
                Drawing.ofDoor(heard.door().name()),
                words.number(heard.count()),
                words.say(
                    "consultation.heard." + name(heard.door()) + "." + heard.unit(),
                    "count",
                    heard.count()),
                "/c/" + c.slug() + "/record?door=" + heard.door().name()))
        .toList();
  }

  /// Whom hardly anybody has been heard from, in a sentence for each.
  private List<String> notYetHeard(Consultation c, Words words) {
    HeardSoFar heard = heardSoFar.of(c.slug());
    Set<Channel> open =
        c.ways().stream()
            .map(way -> Channel.valueOf(way.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
    List<String> missing = new ArrayList<>();
    for (HeardSoFar.Missing place : heard.quietPlaces(c.areas())) {
      missing.add(
          place.door() == null
              ? words.say("consultation.not-heard.place", "place", place.place())
              : words.say(
                  "consultation.not-heard.place-by",
                  "place",
                  place.place(),
                  "by",
                  words.say("consultation.by." + name(place.door()))));
    }
    for (Channel door : heard.quietDoors(open)) {
      missing.add(
          words.say("consultation.not-heard.by", "by", words.say("consultation.by." + name(door))));
    }
    return missing.subList(0, Math.min(MOST_MISSING, missing.size()));
  }

  private static String name(Channel door) {
    return door.name().toLowerCase(Locale.ROOT);
  }

  private String asOf(Ask ask) {
    return ask.words()
        .say(
            "consultation.heard-when",
            "time",
            ask.words()
                .time(
                    ZonedDateTime.ofInstant(ask.now(), consultations.council().zone())
                        .toLocalTime()));
  }

  /// What can be read: what was said, and once it is closed what came of it.
  private List<Link> reads(Ask ask, Consultation c) {
    List<Link> links = new ArrayList<>();
    List<String> pages =
        isOver(c) ? List.of("record", "report", "decision") : List.of("record", "stories");
    for (String page : pages) {
      if (c.state() != State.DRAFT && routes.opens("/c/{consultation}/" + page, ask.visitor())) {
        String label = ask.words().say("consultation.read." + page);
        links.add(new Link(label, "/c/" + c.slug() + "/" + page));
      }
    }
    if (c.state() != State.DRAFT) {
      links.add(
          new Link(ask.words().say("record.moderation-see"), "/c/" + c.slug() + "/moderation"));
    }
    Link initiative = why(ask, c);
    if (initiative != null) {
      links.add(initiative);
    }
    return links;
  }

  private static @Nullable InTongue orNull(Told.Said said) {
    return said.words().isEmpty() ? null : new InTongue(said.words(), said.lang());
  }
}
