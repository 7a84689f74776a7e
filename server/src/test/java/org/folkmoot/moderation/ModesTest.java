package org.folkmoot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.SmallNumbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// When somebody looks at what is sent in, and what anybody may read about it afterwards.
class ModesTest {

  private static final String SETTINGS = "/desk/c/after-six/moderation";
  private static final String LATER = "/desk/c/after-six/queue?what=afterwards";
  private static final String PUBLIC = "/c/after-six/record";
  private static final String NUMBERS = "/c/after-six/moderation";

  private static Portal portal;
  private static PanelVoices voices;
  private static Browser amina;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    voices = PanelVoices.open(portal);
    amina = portal.officer();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @AfterEach
  void the_record_is_as_the_log_says() {
    assertThat(portal.record().check().wrong(Portal.AFTER_SIX)).isEmpty();
    assertThat(portal.record().ledger().verify(Portal.AFTER_SIX).wrong()).isEmpty();
  }

  @Test
  void afterwards_shows_at_once_what_may_be_shown_and_somebody_looks_later() {
    set("AFTER");
    Browser sender = portal.resident();
    assertThat(sender.get("/c/after-six/panel").text())
        .contains("What you allow for this website stands here at once.");

    String code = voices.say(sender, "The kingfisher bus is late.").code();

    assertThat(portal.resident().get(PUBLIC).text()).contains("kingfisher");
    assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED, Act.Kind.CLEARED_BY_RULE);
    assertThat(acts(code).getLast().by()).isEqualTo(Act.SYSTEM);
    assertThat(sender.get("/r/" + code).text()).contains("A rule let it be read at once.");
    Screen later = amina.get(LATER);
    assertThat(later.text()).contains("kingfisher");
    Screen seen = later.form("Mark as checked " + code).press("Mark as checked " + code);
    assertThat(seen.page().select(".sift__row").text()).doesNotContain("kingfisher");
    assertThat(kinds(code)).endsWith(Act.Kind.CHECKED);
    assertThat(portal.resident().get(PUBLIC).text()).contains("kingfisher");
  }

  @Test
  void whatever_the_mode_some_things_wait_for_a_person() {
    set("AFTER");
    String danger = voices.say("My partner hits me, bittern.").code();
    String reaches = voices.say("Call me on 01632 960 123, bittern.").code();
    String link = voices.say("Read www.bittern.example please.").code();
    String quiet = voices.sayQuietly("Only count this, bittern.", null).code();
    Screen young =
        portal
            .resident()
            .get("/c/after-six/panel")
            .form()
            .set("q1", "I am young, bittern.")
            .closing()
            .set("under18", "yes")
            .submit();

    for (String code : List.of(reaches, link, quiet, young.code())) {
      assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED);
    }
    assertThat(kinds(danger)).containsExactly(Act.Kind.HELD);
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("bittern");
    assertThat(amina.get(LATER).text()).doesNotContain("bittern");
  }

  @Test
  void who_is_known_is_shown_at_once_and_others_wait() {
    set("BEFORE");
    List<String> first = List.of(say("p1", "First"), say("p1", "Second"), say("p1", "Third"));
    set("TRUSTED");
    assertThat(kindsOf(say("p1", "Fourth"))).containsExactly(Act.Kind.RECEIVED);

    portal.record().service().check(first, "Amina Rahman");
    String known = say("p1", "Fifth");

    assertThat(kindsOf(known)).endsWith(Act.Kind.CLEARED_BY_RULE);
    assertThat(portal.record().ledger().about(known).getLast().act().details())
        .containsEntry("rule", "TRUSTED");
    assertThat(kindsOf(say("p2", "Another"))).containsExactly(Act.Kind.RECEIVED);
    assertThat(kindsOf(say("", "Nobody"))).containsExactly(Act.Kind.RECEIVED);
    portal.record().service().decline(first.getFirst(), "Amina Rahman", "advert", "No.");
    assertThat(kindsOf(say("p1", "Sixth"))).containsExactly(Act.Kind.RECEIVED);
  }

  @Test
  void an_officer_sets_it_and_adds_reasons_and_the_log_says_so() {
    set("BEFORE");
    set("AFTER");
    assertThat(portal.record().ledger().about(Portal.AFTER_SIX).getLast().act().kind())
        .isEqualTo(Act.Kind.MODERATION_SET);
    assertThat(portal.invite(Role.MODERATOR).get(SETTINGS).status()).isEqualTo(403);
    set("BEFORE");

    Screen added =
        amina
            .get(SETTINGS)
            .form("Add a reason for this question")
            .set("told-en", "It speaks of a court case.")
            .set("change-en", "Wait until the court has spoken.")
            .press("Add a reason for this question");
    assertThat(added.text()).contains("It speaks of a court case.");
    Browser sender = portal.resident();
    String code = voices.say(sender, "The judge should see the crane.").code();
    amina
        .get("/desk/c/after-six/record/" + id(code))
        .form("Do not show it")
        .set("reason", "a01")
        .press("Do not show it");
    assertThat(sender.get("/r/" + code).text())
        .contains("It speaks of a court case.", "Wait until the court has spoken.");
  }

  @Test
  void anybody_reads_how_much_is_not_shown_and_why_and_nothing_of_what_is_held() {
    try (Portal town = Portal.start().setUp()) {
      PanelVoices people = PanelVoices.open(town);
      var service = town.record().service();
      assertThat(town.resident().get(NUMBERS).text())
          .contains("Everything that was looked at so far may be shown.", "Nobody has asked");
      for (int n = 0; n < 6; n++) {
        service.decline(id(town, people.say("Sale " + n).code()), "Kim", "advert", "No.");
        service.check(List.of(id(town, people.say("Fine " + n).code())), "Kim");
      }
      service.decline(id(town, people.say("My neighbour Bo.").code()), "Kim", "names", "No.");

      Screen numbers = town.resident().get(NUMBERS);
      assertThat(numbers.text())
          .contains(
              "It advertises something.",
              "not said",
              "Half of it was looked at within",
              "November 2027");
      String data = town.resident().get(NUMBERS + "/data").html();
      assertThat(data).doesNotContain("names", "advert", "\"upheld\"").contains("2027-11");

      Screen before = town.resident().get(NUMBERS);
      people.say("My partner hits me, osprey.");
      assertThat(town.resident().get(NUMBERS).page().select("main").text())
          .isEqualTo(before.page().select("main").text());
      assertThat(town.resident().get("/c/after-six").links())
          .anyMatch(link -> link.endsWith(NUMBERS));
      assertThat(town.resident().get("/moderation").links())
          .anyMatch(link -> link.endsWith(NUMBERS));
      assertThat(town.resident().get("/c/after-six/log").links())
          .anyMatch(link -> link.endsWith(NUMBERS));
    }
  }

  @Test
  void small_numbers_cannot_be_worked_out_from_the_others() {
    assertThat(SmallNumbers.hidden(Map.of("a", 20, "b", 9, "c", 3)))
        .containsExactlyInAnyOrder("b", "c");
    assertThat(SmallNumbers.hidden(Map.of("a", 20, "b", 1, "c", 1)))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(SmallNumbers.hidden(Map.of("a", 20, "b", 4, "c", 4)))
        .containsExactlyInAnyOrder("b", "c");
    assertThat(SmallNumbers.hidden(Map.of("a", 20, "b", 9))).isEmpty();
  }

  /// Says something in the forum, for the website.
  private static String say(String participant, String text) {
    var website = new Consent.Scopes(true, false, true, false, false, false);
    var added =
        portal
            .record()
            .service()
            .add(
                NewContribution.to(Portal.AFTER_SIX, Channel.FORUM)
                    .text(text + " egret.", "en")
                    .participant(participant)
                    .consent(
                        Consent.countedOnly(Consent.Given.SCREEN, "en").withScopes(website, "")));
    return switch (added) {
      case Added.Kept kept -> kept.id();
      case Added.Held held -> held.id();
    };
  }

  private static List<Act.Kind> kindsOf(String id) {
    return portal.record().ledger().about(id).stream().map(entry -> entry.act().kind()).toList();
  }

  private static void set(String mode) {
    amina.get(SETTINGS).form("Save").set("mode", mode).press("Save");
  }

  private static List<Act> acts(String code) {
    return portal.record().ledger().about(id(code)).stream().map(Ledger.Entry::act).toList();
  }

  private static List<Act.Kind> kinds(String code) {
    return acts(code).stream().map(Act::kind).toList();
  }

  private static String id(String code) {
    return id(portal, code);
  }

  private static String id(Portal in, String code) {
    return in.record()
        .reading()
        .byReceipt(ReceiptCode.parse(code).orElseThrow())
        .orElseThrow()
        .id();
  }
}
