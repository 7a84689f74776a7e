package org.folkmoot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.consultation.Told;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Door;
import org.folkmoot.door.Form;
import org.folkmoot.door.FormTokens;
import org.folkmoot.door.Problem;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.moderation.Mode;
import org.folkmoot.moderation.Modes;
import org.folkmoot.texting.Dialling;
import org.folkmoot.web.Frame;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Pages;
import org.folkmoot.web.Words;
import org.folkmoot.web.problem.ProblemPage;
import org.folkmoot.web.problem.SendAgainPage;
import org.jspecify.annotations.Nullable;

/// Puts every page into the portal's frame: whose portal it is, the question in sight, where staff
/// can go, how to reach a person, what to do in danger.
final class PortalScreens implements Door.Screens {

  private final Pages pages;
  private final ConsultationService consultations;
  private final Modes modes;
  private final FormTokens tokens;
  private final boolean demo;
  private final boolean tour;

  /// @param demo whether to say that the town is made up, and `tour` whether one voice can be
  ///   followed in it
  PortalScreens(
      Pages pages,
      ConsultationService consultations,
      Modes modes,
      FormTokens tokens,
      boolean demo,
      boolean tour) {
    this.pages = pages;
    this.consultations = consultations;
    this.modes = modes;
    this.tokens = tokens;
    this.demo = demo;
    this.tour = tour;
  }

  @Override
  public String page(Ask ask, Page page) {
    return pages.render(frame(ask), ask.words(), page);
  }

  @Override
  public String problem(Ask ask, Problem problem, String incident) {
    Words words = ask.words();
    String key = "people.problem." + (incident.isEmpty() ? problem.slug() : "failed");
    List<Link> links = new ArrayList<>();
    if (problem instanceof Problem.SignInNeeded) {
      links.add(new Link(words.say("people.problem.sign-in"), "/sign-in"));
    }
    links.add(new Link(words.say("people.problem.home"), "/"));
    var page =
        new ProblemPage(
            incident.isEmpty() ? problem.status() : 500,
            words.say(key + ".title"),
            words.say(key + ".detail", "mb", megabytes(problem), "minutes", minutes(problem)),
            incident.isEmpty() ? null : incident,
            links);
    return pages.render(frame(ask), words, page);
  }

  @Override
  public String sendAgain(Ask ask, Form form) {
    List<SendAgainPage.Field> fields = new ArrayList<>();
    form.fields()
        .forEach((name, values) -> {
          if (!name.equals(Form.TOKEN)) {
            values.forEach(value -> fields.add(new SendAgainPage.Field(name, value)));
          }
        });
    var page =
        new SendAgainPage(ask.words().say("people.send-again.title"), ask.location(), fields);
    return pages.render(frame(ask), ask.words(), page);
  }

  private Frame frame(Ask ask) {
    Words words = ask.words();
    Council council = consultations.council();
    Visitor visitor = ask.visitor();
    String name = council.isNamed() ? council.name() : words.say("people.unnamed-council");
    Frame frame =
        Frame.of(words, name, ask.location())
            .withCsrf(tokens.issue(visitor.device()))
            .withEmergency(words.say("people.emergency." + emergency(council)))
            .withOtherLanguages(otherLanguages(ask))
            .withHelp(help(council))
            .withNav(nav(ask))
            .withCrumbs(crumbs(ask))
            .withFoot(foot(words));
    String flash = ask.cookie(Cookies.FLASH);
    if (flash.matches("[a-z0-9.-]{1,80}") && words.has(flash)) {
      frame = frame.withNotice(new Frame.Notice(words.say(flash), true));
    }
    if (visitor.isStaff()) {
      frame = frame.withStaff(visitor.name());
    }
    Optional<Consultation> asked =
        ask.valueIfAny("consultation")
            .flatMap(consultations::find)
            .filter(c -> c.state() != Consultation.State.DRAFT || visitor.isStaff())
            // Its own page says the question itself.
            .filter(c -> !ask.path().equals("/c/" + c.slug()));
    if (asked.isPresent()) {
      Consultation c = asked.get();
      Told.Said question = c.told(words.language()).question();
      frame =
          frame.withQuestion(
              new Frame.Question(
                  question.words(), "/c/" + c.slug(), question.lang(), looked(ask, c)));
    }
    if (demo) {
      String now = demoNow(ask);
      frame =
          frame.withDemo(
              demoLinks(words, now),
              now.isEmpty() ? null : words.say("demo.now." + now),
              tour ? tour(ask) : null);
    }
    return noindex(ask.path()) ? frame.withNoindex() : frame;
  }

  /// When somebody looks at what is sent in on this page; live evenings tell their own rule, and
  /// stories always wait.
  private @Nullable String looked(Ask ask, Consultation c) {
    if (ask.route().pattern().contains("{session}")) {
      return null;
    }
    Mode mode = ask.path().contains("/stories") ? Mode.BEFORE : modes.of(c.slug());
    return ask.words().say(mode.wordKey());
  }

  /// What search engines have no business with: receipts, the desk, links that are secrets.
  private static boolean noindex(String path) {
    return List.of(
                "/r/",
                "/find",
                "/desk",
                "/set-up/",
                "/enter/",
                "/sign-in",
                "/demo/",
                "/pass",
                "/evening")
            .stream()
            .anyMatch(path::startsWith)
        || path.contains("/thanks/")
        || path.matches("/i/[^/]+/answers/.*");
  }

  private static List<Link> nav(Ask ask) {
    Words words = ask.words();
    Visitor visitor = ask.visitor();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("/", words.say("people.nav.home"));
    if (visitor.isStaff()) {
      links.put("/desk", words.say("people.nav.desk"));
    }
    links.put("/r", words.say("people.nav.receipt"));
    return links.entrySet().stream()
        .map(e -> new Link(e.getValue(), e.getKey(), e.getKey().equals(ask.path())))
        .toList();
  }

  /// The way back up from a page of the desk.
  private List<Link> crumbs(Ask ask) {
    if (!ask.visitor().isStaff() || !ask.path().startsWith("/desk/")) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    links.add(new Link(ask.words().say("people.nav.desk"), "/desk"));
    ask.valueIfAny("consultation")
        .flatMap(consultations::find)
        .filter(c -> !ask.path().equals("/desk/c/" + c.slug()))
        .ifPresent(c -> {
          links.add(new Link(c.title(), "/desk/c/" + c.slug()));
          String texts = "/desk/c/" + c.slug() + "/texting";
          if (ask.path().startsWith(texts + "/") && ask.visitor().is(Role.OFFICER)) {
            links.add(new Link(ask.words().say("desk.texting.title"), texts));
          }
        });
    return links;
  }

  private static List<Link> foot(Words words) {
    return List.of(
        new Link(words.say("people.foot.accessibility"), "/accessibility"),
        new Link(words.say("people.foot.privacy"), "/privacy"),
        new Link(words.say("people.foot.moderation"), "/moderation"),
        new Link(words.say("people.foot.about"), "/about"));
  }

  private static List<Link> demoLinks(Words words, String now) {
    return List.of("resident", "phone", "facilitator", "officer", "councillor").stream()
        .map(who -> new Link(words.say("demo.as." + who), "/demo/as/" + who, who.equals(now)))
        .toList();
  }

  /// As whom of the demo somebody looks round; empty if they signed in as somebody else.
  private static String demoNow(Ask ask) {
    Visitor visitor = ask.visitor();
    if (!visitor.isStaff()) {
      return ask.path().equals("/demo/phone") ? "phone" : "resident";
    }
    return DemoRoutes.STAFF.entrySet().stream()
        .filter(staff -> staff.getValue().id().equals(visitor.id()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static Link tour(Ask ask) {
    String path = "/demo/one-voice";
    return new Link(ask.words().say("common.demo-tour"), path, ask.path().equals(path));
  }

  private static List<Frame.LanguageLink> otherLanguages(Ask ask) {
    return Words.LANGUAGES.stream()
        .filter(language -> !language.equals(ask.words().language()))
        .map(Words::of)
        .map(other ->
            new Frame.LanguageLink(
                other.languageName(),
                ask.path() + "?lang=" + other.language(),
                other.language(),
                other.dir()))
        .toList();
  }

  private static Frame.Help help(Council council) {
    return new Frame.Help(
        council.phone().isEmpty() ? null : council.phone(),
        council.textNumber().isEmpty()
            ? null
            : Dialling.shown(council.textNumber(), council.country()),
        council.textNumber().isEmpty() ? null : council.textNumber(),
        council.email().isEmpty() ? null : council.email());
  }

  private static String emergency(Council council) {
    return switch (council.country()) {
      case "GB", "IE" -> council.country().toLowerCase(Locale.ROOT);
      default -> "eu";
    };
  }

  private static long megabytes(Problem problem) {
    return problem instanceof Problem.TooLarge large
        ? Math.max(1, large.maxBytes() / (1024 * 1024))
        : 0;
  }

  private static long minutes(Problem problem) {
    return problem instanceof Problem.TooMany many
        ? Math.max(1, (many.pause().toSeconds() + 59) / 60)
        : 0;
  }
}
