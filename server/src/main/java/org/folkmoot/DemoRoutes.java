package org.folkmoot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Arrival;
import org.folkmoot.people.PeopleService;
import org.folkmoot.people.Staff;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.EnterPage;

/// Sign-in with one press as one of the people of the demo. Registered only with `--demo`; where
/// others than this machine can reach the portal, it asks for a word printed at the start.
final class DemoRoutes implements RouteTable.Routes {

  /// The people of the demo who work for the council.
  static final Map<String, Staff> STAFF =
      Map.of(
          "officer",
          new Staff(
              "demo-officer", "Amina Rahman", EnumSet.of(Role.ADMIN, Role.OFFICER, Role.HOST), ""),
          "facilitator",
          new Staff("demo-facilitator", "Bea Turner", EnumSet.of(Role.FACILITATOR, Role.HOST), ""),
          "councillor",
          new Staff("demo-councillor", "Cllr Osei", EnumSet.of(Role.COUNCILLOR), ""),
          "safety",
          new Staff("demo-safety", "Ruth Ellery", EnumSet.of(Role.SAFEGUARDING), ""));

  private static final Map<String, String> FIRST_PAGE =
      Map.of(
          "resident", "/c/after-six",
          "phone", "/demo/phone",
          "officer", "/desk/c/after-six/record",
          "facilitator", "/desk/c/after-six/meetings",
          "councillor", "/c/after-six/read",
          "safety", "/desk/c/after-six/safety");

  private final PeopleService people;
  private final RouteTable routes;
  private final Predicate<String> isAsked;
  private final String word;

  /// @param isAsked whether there is such a question
  /// @param word asked for before every sign-in; empty where only this machine can ask
  DemoRoutes(PeopleService people, RouteTable routes, Predicate<String> isAsked, String word) {
    this.people = people;
    this.routes = routes;
    this.isAsked = isAsked;
    this.word = word;
  }

  static Staff officer() {
    return Objects.requireNonNull(STAFF.get("officer"));
  }

  /// A word that nobody guesses: 12 letters.
  static String newWord() {
    return new SecureRandom()
        .ints(12, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Makes the people of the demo, so that somebody reads what may mean danger from the start.
  static void welcome(PeopleService people) {
    STAFF.values().forEach(people::keep);
  }

  @Override
  public void register(RouteTable table) {
    table.get("/demo/as/{who}", Access.everyone(), ask -> page(ask, 200, FormState.empty()));
    table.post(
        "/demo/as/{who}",
        Access.everyone(),
        word.isEmpty() ? Limit.POST : Limit.SIGN_IN,
        this::enter);
  }

  private Answer page(Ask ask, int status, FormState form) {
    Words words = ask.words();
    String who = who(ask);
    return ask.page(
        status,
        new EnterPage(
            words.say("demo.as." + who),
            words.say("demo.what." + who),
            form.summary(),
            word.isEmpty()
                ? null
                : form.text("word", words.say("demo.word")).hint(words.say("demo.word-hint")),
            ask.path(),
            Button.main(words.say("demo.go"))));
  }

  private Answer enter(Ask ask) {
    String who = who(ask);
    if (word.isEmpty() && !isOnThisMachine(ask)) {
      throw new ProblemException(new Problem.Forbidden());
    }
    if (!isWord(ask.form().text("word"))) {
      var wrong = new FieldError("word", ask.words().say("demo.word-wrong"));
      return page(ask, 422, FormState.empty().withErrors(List.of(wrong)));
    }
    Staff staff = STAFF.get(who);
    if (staff != null) {
      return people.signIn(staff, firstPage(who), Arrival.from(ask)).answer();
    }
    String before = ask.cookie(Cookies.SESSION);
    if (!before.isEmpty()) {
      people.signOut(before);
    }
    return Answer.seeOther(firstPage(who)).cookie(Cookies.SESSION, "", 0);
  }

  /// A page elsewhere whose name was turned to this machine's address, or a proxy that nobody told
  /// us of, comes under another name than ours.
  private static boolean isOnThisMachine(Ask ask) {
    return ask.header("host").matches("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?")
        && ask.header("x-forwarded-for").isEmpty()
        && ask.header("forwarded").isEmpty();
  }

  private boolean isWord(String said) {
    return word.isEmpty()
        || MessageDigest.isEqual(
            word.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }

  private String firstPage(String who) {
    String page = FIRST_PAGE.getOrDefault(who, "/");
    boolean there =
        (!page.contains("/c/after-six") || isAsked.test("after-six"))
            && routes.all().stream()
                .anyMatch(route ->
                    route.pattern().replace("{consultation}", "after-six").equals(page)
                        && route.method().equals("GET"));
    return there ? page : STAFF.containsKey(who) ? "/desk" : "/";
  }

  private static String who(Ask ask) {
    String who = ask.value("who");
    if (!FIRST_PAGE.containsKey(who)) {
      throw new ProblemException(new Problem.NotFound());
    }
    return who;
  }
}
