package org.folkmoot.door;

import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.folkmoot.web.Page;
import org.folkmoot.web.Words;

/// Takes one request through the door: limits, route, who asks, access, form token, the room, and
/// what to say when something is wrong. Knows nothing of the server below it. Thread-safe.
public final class Door {

  private static final Logger LOG = System.getLogger("door");

  /// Methods that change nothing.
  private static final Set<String> READING = Set.of("GET", "OPTIONS");

  private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

  /// Finds out who asks; implemented by the room that knows the people.
  public interface Visitors {
    /// Staff by session cookie.
    Optional<Visitor> bySession(String sessionCookie);

    /// Staff or a session's participant by bearer token.
    Optional<Visitor> byToken(String bearer);
  }

  /// Renders pages inside the portal's frame, also those the door itself shows.
  public interface Screens {
    String page(Ask ask, Page page);

    /// A problem as a whole page.
    String problem(Ask ask, Problem problem, String incident);

    /// The page that keeps what was sent and offers to send it again with a fresh token.
    String sendAgain(Ask ask, Form form);
  }

  /// Looks at every ask before its room does, and refuses with a [ProblemException].
  @FunctionalInterface
  public interface Gate {
    void check(Ask ask);
  }

  private final RouteTable routes;
  private final Visitors visitors;
  private final Screens screens;
  private final Gate gate;
  private final Limits limits;
  private final FormTokens tokens;
  private final Supplier<String> portal;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  /// @param portal the public address
  public Door(
      RouteTable routes,
      Visitors visitors,
      Screens screens,
      Gate gate,
      Limits limits,
      FormTokens tokens,
      Supplier<String> portal,
      InstantSource time) {
    this.routes = routes;
    this.visitors = visitors;
    this.screens = screens;
    this.gate = gate;
    this.limits = limits;
    this.tokens = tokens;
    this.portal = portal;
    this.time = time;
  }

  /// Answers a request, whatever it is; never throws.
  Answer answer(Ask.Envelope envelope) {
    return ReadOnce.during(() -> answered(envelope));
  }

  private Answer answered(Ask.Envelope envelope) {
    Words words = Words.of(language(envelope));
    List<String> parts;
    Optional<RouteTable.Match> match;
    try {
      parts = parts(envelope.path());
      match = routes.match(envelope.method().equals("HEAD") ? "GET" : envelope.method(), parts);
    } catch (ProblemException | IllegalArgumentException e) {
      parts = List.of();
      match = Optional.empty();
    }
    if (match.isEmpty()) {
      return unrouted(envelope, parts, words);
    }
    Route route = match.get().route();
    String device = device(envelope.cookies());
    Ask ask;
    try {
      ask = ask(envelope, match.get(), route, device, words);
    } catch (ProblemException e) {
      Ask bare = bare(envelope, route, words);
      return problem(bare, e.problem());
    }
    try {
      return withoutDeadSession(ask, withDevice(envelope, route, device, ask, throughDoor(ask)));
    } catch (ProblemException e) {
      return withoutDeadSession(ask, problem(ask, e.problem()));
    } catch (Exception | LinkageError e) {
      String incident = incident();
      LOG.log(
          Level.ERROR,
          "event=request.failed incident=%s route=%s %s"
              .formatted(incident, route.method(), route.pattern()),
          e);
      return failed(ask, incident);
    } finally {
      ask.close();
    }
  }

  /// Counts a wish for a socket, by the same table as a request for its path. One that is refused
  /// goes on as that request, and is told so.
  boolean mayUpgrade(String path, Map<String, String> cookies, String address) {
    try {
      Limit limit = routes.match("GET", parts(path)).map(m -> m.route().limit()).orElse(Limit.LIVE);
      limits.spend(limit, device(cookies), address);
      return true;
    } catch (ProblemException | IllegalArgumentException e) {
      return false;
    }
  }

  private Ask ask(
      Ask.Envelope envelope, RouteTable.Match match, Route route, String device, Words words) {
    limits.spend(route.limit(), device, envelope.address());
    Visitor visitor =
        route.isApi()
            ? byToken(envelope).orElse(Visitor.onDevice(""))
            : bySession(envelope).orElse(Visitor.onDevice("")).on(device);
    String consultation = match.values().get("consultation");
    if (consultation != null) {
      visitor = visitor.within(consultation);
    }
    return new Ask(envelope, route, match.values(), visitor, words, limits, renderer());
  }

  private Answer throughDoor(Ask ask) throws Exception {
    Route route = ask.route();
    switch (route.access()) {
      case Access.Staff staff -> {
        if (!ask.visitor().isStaff() && ask.visitor().id().isEmpty()) {
          if (!ask.cookie(Cookies.SESSION).isEmpty() || !ask.cookie(Cookies.PASS).isEmpty()) {
            SecurityLog.refused("route.refused", "reason", "sign-in", "route", route.pattern());
          }
          throw new ProblemException(new Problem.SignInNeeded());
        }
        if (!staff.admits(ask.visitor(), ask.valueIfAny("consultation").isPresent())) {
          String who = ask.visitor().id();
          SecurityLog.refused(
              "route.refused", "reason", "role", "staff", who, "route", route.pattern());
          throw new ProblemException(new Problem.Forbidden());
        }
      }
      case Access.Everyone _, Access.Script _, Access.Signed _, Access.OpenApi _ -> {}
    }
    gate.check(ask);
    boolean fromBrowser =
        !route.isApi()
            && !(route.access() instanceof Access.Signed)
            && !READING.contains(route.method());
    if (fromBrowser) {
      if (isForeign(ask)) {
        SecurityLog.refused("form.refused", "reason", "origin", "route", route.pattern());
        throw new ProblemException(new Problem.Forbidden());
      }
      boolean script = route.access() instanceof Access.Script;
      String token = script ? ask.header(Access.Script.TOKEN_HEADER) : ask.form().raw(Form.TOKEN);
      if (!tokens.isGood(token, ask.cookie(Cookies.DEVICE))) {
        SecurityLog.refused("form.refused", "reason", "token", "route", route.pattern());
        return script || ask.wantsJson()
            ? problem(ask, new Problem.FormExpired())
            : Answer.html(403, screens.sendAgain(ask, ask.form()));
      }
    }
    return route.handler().handle(ask);
  }

  /// True if another site's page sends this form. Browsers say so, or name the origin; since our
  /// pages send no referrer, for a form of ours they name none (`null`), and the token decides.
  private boolean isForeign(Ask ask) {
    String site = ask.header("sec-fetch-site");
    String origin = ask.header("origin");
    if (site.equals("cross-site") || site.equals("same-origin")) {
      return site.equals("cross-site");
    }
    return !origin.equals("null") && !Origin.isOurs(origin, ask.header("host"), portal.get());
  }

  /// Takes a session's cookie away that opens nothing any more, so that only a copy of it is ever
  /// tried again.
  private static Answer withoutDeadSession(Ask ask, Answer answer) {
    boolean dead =
        !ask.route().isApi()
            && !ask.cookie(Cookies.SESSION).isEmpty()
            && ask.visitor().id().isEmpty()
            && answer.cookies().stream().noneMatch(c -> c.name().equals(Cookies.SESSION));
    return dead ? answer.cookie(Cookies.SESSION, "", 0) : answer;
  }

  /// Gives a browser its device name the first time a page of ours is read.
  private static Answer withDevice(
      Ask.Envelope envelope, Route route, String device, Ask ask, Answer answer) {
    boolean page = Answer.HTML.equals(answer.headers().get("Content-Type"));
    Answer result = answer;
    if (page && !route.isApi() && !envelope.cookies().containsKey(Cookies.DEVICE)) {
      result = result.cookie(Cookies.DEVICE, device, YEAR_SECONDS);
    }
    if (page && envelope.cookies().containsKey(Cookies.FLASH)) {
      result = result.cookie(Cookies.FLASH, "", 0);
    }
    String asked = ask.query("lang");
    if (page && Words.LANGUAGES.contains(asked)) {
      result = result.cookie(Cookies.LANGUAGE, asked, YEAR_SECONDS);
    }
    return result;
  }

  private String device(Map<String, String> cookies) {
    String known = cookies.getOrDefault(Cookies.DEVICE, "");
    return known.matches("[A-Za-z0-9_-]{20,40}") ? known : randomName(18);
  }

  private String randomName(int bytes) {
    byte[] name = new byte[bytes];
    random.nextBytes(name);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }

  private Optional<Visitor> bySession(Ask.Envelope envelope) {
    String session = envelope.cookies().getOrDefault(Cookies.SESSION, "");
    return session.isEmpty() ? Optional.empty() : visitors.bySession(session);
  }

  private Optional<Visitor> byToken(Ask.Envelope envelope) {
    String header = envelope.headers().getOrDefault("authorization", "");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return Optional.empty();
    }
    Optional<Visitor> visitor = visitors.byToken(header.substring(7).strip());
    if (visitor.isEmpty()) {
      throw new ProblemException(new Problem.SignInNeeded());
    }
    return visitor;
  }

  private Answer unrouted(Ask.Envelope envelope, List<String> parts, Words words) {
    List<String> methods = routes.methods(parts);
    Route nowhere =
        new Route(
            "GET",
            envelope.path().startsWith("/api/") ? "/api/*" : "/*",
            Access.everyone(),
            Limit.PAGE,
            0,
            _ -> Answer.empty(404));
    Ask ask = bare(envelope, nowhere, words);
    boolean slashed = parts.size() > 1 && parts.getLast().isEmpty();
    if (methods.isEmpty() && slashed && envelope.method().equals("GET")) {
      List<String> without = parts.subList(0, parts.size() - 1);
      if (!routes.methods(without).isEmpty()) {
        return Answer.empty(308).header("Location", envelope.path().replaceFirst("/+$", ""));
      }
    }
    if (methods.isEmpty()) {
      return problem(ask, new Problem.NotFound());
    }
    return problem(ask, new Problem.MethodNotAllowed(methods))
        .header("Allow", String.join(", ", methods));
  }

  private Ask bare(Ask.Envelope envelope, Route route, Words words) {
    var quiet =
        new Ask.Envelope(
            envelope.method(),
            envelope.path(),
            "",
            envelope.headers(),
            envelope.cookies(),
            envelope.address(),
            envelope.at(),
            0,
            InputStream.nullInputStream());
    return new Ask(
        quiet,
        route,
        Map.of(),
        Visitor.onDevice(device(envelope.cookies())),
        words,
        limits,
        renderer());
  }

  private Answer problem(Ask ask, Problem problem) {
    Answer answer =
        ask.wantsJson() || isForMachines(ask.route().access())
            ? ProblemJson.answer(problem, ask.path())
            : Answer.html(problem.status(), screens.problem(ask, problem, ""));
    if (problem instanceof Problem.TooMany tooMany) {
      long seconds = Math.max(1, tooMany.pause().toSeconds());
      return answer.header("Retry-After", Long.toString(seconds));
    }
    return answer;
  }

  private static boolean isForMachines(Access access) {
    return switch (access) {
      case Access.Script _, Access.Signed _ -> true;
      case Access.Everyone _, Access.Staff _, Access.OpenApi _ -> false;
    };
  }

  private Answer failed(Ask ask, String incident) {
    try {
      return ask.wantsJson()
          ? ProblemJson.failed(incident)
          : Answer.html(500, screens.problem(ask, new Problem.Unavailable(), incident));
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.ERROR, "event=problem.page.failed incident=" + incident, e);
      return Answer.text(500, "text/plain; charset=UTF-8", "500 · " + incident);
    }
  }

  private String incident() {
    return randomName(6);
  }

  private BiFunction<Ask, Page, String> renderer() {
    return screens::page;
  }

  InstantSource time() {
    return time;
  }

  /// The decoded parts of a path: `/c/after%20six` is `c`, `after six`.
  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(1).split("/", -1)) {
      parts.add(
          part.indexOf('%') < 0
              ? part
              : FormReader.utf8(
                  URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                      .getBytes(StandardCharsets.ISO_8859_1)));
    }
    return parts;
  }

  /// `?lang=`, then the cookie, then the first language of `Accept-Language` that we speak.
  private static String language(Ask.Envelope envelope) {
    List<String> ours = Words.LANGUAGES;
    for (String pair : envelope.rawQuery().split("&")) {
      if (pair.startsWith("lang=") && ours.contains(pair.substring(5))) {
        return pair.substring(5);
      }
    }
    String cookie = envelope.cookies().getOrDefault(Cookies.LANGUAGE, "");
    if (ours.contains(cookie)) {
      return cookie;
    }
    return Arrays.stream(envelope.headers().getOrDefault("accept-language", "").split(","))
        .map(range -> range.strip().split("[-;]")[0].toLowerCase(Locale.ROOT))
        .filter(ours::contains)
        .findFirst()
        .orElse(ours.getFirst());
  }
}
