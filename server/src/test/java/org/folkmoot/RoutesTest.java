package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.folkmoot.door.Access;
import org.folkmoot.door.Role;
import org.folkmoot.door.Route;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Walks every route of the portal as the public and in every role: who may not come in is told so,
/// nothing breaks, every page is protected.
class RoutesTest {

  private static final String PUBLIC = "the public";

  private static Portal portal;
  private static final Map<Role, Browser> STAFF = new EnumMap<>(Role.class);

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    for (Role role : Role.values()) {
      STAFF.put(role, portal.invite(role));
    }
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void every_route_answers_each_role_as_its_access_says() {
    Map<Route, Integer> walked = new LinkedHashMap<>();
    SoftAssertions holds = new SoftAssertions();
    for (Route route : portal.app().routes().all()) {
      if (route.pattern().startsWith("/api/")) {
        // Machines come by token only, whatever cookies they bring.
        holds
            .assertThat(ask(portal.browser(), route).status())
            .as(name(route, PUBLIC))
            .isNotEqualTo(500);
      } else {
        check(holds, route, PUBLIC, ask(portal.browser(), route), mayCome(route, null));
        STAFF.forEach((role, browser) ->
            check(holds, route, role.name(), ask(browser, route), mayCome(route, role)));
      }
      walked.merge(route, 1, Integer::sum);
      // Past the window of every limit that counts what one browser sends.
      portal.time().forward(Duration.ofMinutes(2));
    }
    holds.assertThat(walked.keySet()).containsExactlyElementsOf(portal.app().routes().all());
    holds.assertAll();
  }

  @Test
  void every_page_says_what_it_is_made_with_in_both_languages() throws IOException {
    Browser reader = portal.browser();
    assertThat(reader.get("/").page().select(".foot a[href=/about]").text())
        .isEqualTo("Made with Folkmoot");
    String version =
        Jsoup.parse(Files.readString(Path.of("..", "pom.xml")), Parser.xmlParser())
            .selectFirst("project > version")
            .text();
    assertThat(reader.get("/about").text())
        .contains("Two promises", "free software", "Folkmoot " + version);
    assertThat(reader.get("/about?lang=pl").text())
        .contains("Dwie obietnice", "wolne oprogramowanie", "Folkmoot " + version);
  }

  @Test
  void a_post_without_its_token_changes_nothing_and_offers_to_send_again() {
    for (Route route : portal.app().routes().all()) {
      boolean anybodys =
          route.access() instanceof Access.Everyone || route.access() instanceof Access.Script;
      if (route.method().equals("POST") && anybodys) {
        Screen answer = ask(portal.browser(), route);
        assertThat(answer.status()).as(route.pattern()).isIn(403, 404, 410, 429);
      }
    }
  }

  private static void check(
      SoftAssertions holds, Route route, String who, Screen answer, boolean mayCome) {
    String name = name(route, who);
    boolean signedIn = !who.equals(PUBLIC);
    holds.assertThat(answer.status()).as(name).isNotEqualTo(500);
    if (route.access() instanceof Access.Staff) {
      if (!mayCome) {
        holds.assertThat(answer.status()).as(name).isEqualTo(signedIn ? 403 : 401);
      } else if (route.method().equals("GET")) {
        holds.assertThat(answer.status()).as(name).isNotIn(401, 403);
      }
    } else if (route.method().equals("GET")) {
      holds.assertThat(answer.status()).as(name).isNotEqualTo(401);
    }
    if (answer.isHtml()) {
      holds
          .assertThat(answer.header("Content-Security-Policy"))
          .as(name)
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      // WCAG 3.2.6: help in the same place on every page, on one that refuses as well.
      holds
          .assertThat(answer.page().select(".masthead__inner > .masthead__council + .askperson a"))
          .as(name)
          .extracting(link -> link.attr("href"))
          .containsExactly("tel:01632960555", "/ask");
    }
  }

  private static boolean mayCome(Route route, Role role) {
    if (!(route.access() instanceof Access.Staff staff)) {
      return true;
    }
    return role != null
        && (staff.roles().contains(role)
            || (role == Role.ADMIN
                && staff.roles().stream().anyMatch(r -> r != Role.SAFEGUARDING)));
  }

  private static Screen ask(Browser browser, Route route) {
    String path =
        route.pattern().replace("{consultation}", Portal.AFTER_SIX).replaceAll("\\{[^}]+}", "x1");
    return route.method().equals("GET")
        ? browser.look(path)
        : browser.send(
            route.method(),
            path,
            "application/x-www-form-urlencoded",
            "a=b".getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Route route, String who) {
    return route.method() + " " + route.pattern() + " as " + who;
  }
}
