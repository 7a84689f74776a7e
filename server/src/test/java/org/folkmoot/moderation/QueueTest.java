package org.folkmoot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What waits, looked at by several people.
class QueueTest {

  private static final String QUEUE = "/desk/c/after-six/queue";
  private static final String RECORD = "/desk/c/after-six/record";
  private static final String LETTER =
      "We ask the council to keep the last bus at night because people who work late have no other"
          + " way to get home safely, and %s";

  private static Portal portal;
  private static PanelVoices voices;
  private static Browser amina;
  private static Browser kim;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    voices = PanelVoices.open(portal);
    amina = portal.officer();
    kim = portal.invite("Kim Osei", "", Role.MODERATOR);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @AfterEach
  void nothing_waits_and_the_record_is_as_the_log_says() {
    var waiting = RecordQuery.in(Portal.AFTER_SIX).statuses(Set.of(Status.RECEIVED));
    portal
        .record()
        .service()
        .check(
            portal.record().reading().list(Reader.STAFF, waiting).voices().stream()
                .map(Voice::id)
                .toList(),
            "test");
    assertThat(portal.record().check().wrong(Portal.AFTER_SIX)).isEmpty();
    assertThat(portal.record().ledger().verify(Portal.AFTER_SIX).wrong()).isEmpty();
  }

  @Test
  void the_oldest_comes_first_and_what_says_nearly_the_same_is_one_card() {
    voices.say(LETTER.formatted("I sign this in Saltmarsh."));
    portal.time().forward(Duration.ofHours(3));
    voices.say("The lights at the quay are broken.");
    String second = voices.say(LETTER.formatted("I sign this at Quayside.")).code();
    voices.say(LETTER.formatted("I sign this on Hill Top. My partner hits me."));

    Screen queue = amina.get(QUEUE);

    assertThat(queue.page().select(".sift__row")).hasSize(2);
    assertThat(queue.page().select(".sift__row").first().text())
        .contains("2 said nearly the same", "waits for 3 hours");
    assertThat(queue.page().select("ins").text()).contains("at Quayside.");
    assertThat(queue.page().select("del").text()).contains("in Saltmarsh.");
    assertThat(queue.text()).doesNotContain("Hill Top", "3 said");
    assertThat(queue.page().select(".tabs__count").first().text()).isEqualTo("3");

    voices.say(portal.resident(), "Take me away soon.");
    Browser sender = portal.resident();
    sender.get("/r/" + second + "/take-back").form().press("Take it back now");
    assertThat(amina.get(QUEUE).text()).doesNotContain("nearly the same", "Quayside");
  }

  @Test
  void a_whole_card_is_decided_at_once_after_asking_and_can_be_undone() {
    Browser sender = portal.resident();
    String first = voices.say(sender, LETTER.formatted("I sign in Saltmarsh.")).code();
    String other = voices.say(LETTER.formatted("I sign at Quayside.")).code();

    Screen list = amina.get(QUEUE);
    Screen sure =
        list.form("Do not show them").tick("pick").set("reason", "twice").press("Do not show them");
    assertThat(sure.text()).contains("Not show 2 of them?", "The same was sent before.");
    assertThat(kinds(first)).containsExactly(Act.Kind.RECEIVED);
    Screen done = sure.form().press("Yes, do not show them");

    assertThat(done.text()).contains("2 are not shown. Their senders are told why.");
    assertThat(sender.get("/r/" + first).text()).contains("The same was sent before.");
    Screen undone = done.form("Undo that").press("Undo that");
    assertThat(undone.text()).contains("Undone. 2 wait to be checked again.");
    assertThat(sender.get("/r/" + first).text()).doesNotContain("Not the last word");
    assertThat(kinds(other))
        .containsExactly(Act.Kind.RECEIVED, Act.Kind.DECLINED, Act.Kind.REOPENED);
    assertThat(undone.hasForm("Undo that")).isFalse();
  }

  @Test
  void one_card_is_not_shown_from_its_own_button_with_a_reason() {
    Browser sender = portal.resident();
    String lights = voices.say(sender, "The lights at the quay are broken.").code();
    String shelter = voices.say("A shelter would help on Hill Top.").code();

    String ticked = amina.get(QUEUE).page().select(".sift__row a[href$=#ticked]").attr("href");
    Screen one = amina.get(ticked);
    assertThat(one.page().select("[name=pick][checked]")).hasSize(1);
    one.form("Do not show them").set("reason", "twice").press("Do not show them");

    assertThat(kinds(lights)).containsExactly(Act.Kind.RECEIVED, Act.Kind.DECLINED);
    assertThat(kinds(shelter)).containsExactly(Act.Kind.RECEIVED);
  }

  @Test
  void undoing_leaves_what_somebody_did_since() {
    String code = voices.say("One for two people.").code();
    Screen done = press(amina.get(QUEUE), "Mark as checked", code);
    kim.get(RECORD + "/" + id(code))
        .form("Do not show it")
        .set("reason", "elsewhere")
        .press("Do not show it");

    Screen undone = done.form("Undo that").press("Undo that");

    assertThat(undone.text()).contains("Nothing could be undone.", "Kim Osei did this meanwhile");
    assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED, Act.Kind.CHECKED, Act.Kind.DECLINED);
  }

  @Test
  void two_people_never_decide_the_same_unseen() {
    String code = voices.say("Both of us see this.").code();
    Screen mine = amina.get(QUEUE);
    Screen theirs = kim.get(QUEUE);
    theirs
        .form("Do not show them")
        .tick("pick")
        .set("reason", "elsewhere")
        .press("Do not show them");

    Screen late = press(mine, "Mark as checked", code);

    assertThat(late.text())
        .contains("Nothing was marked as checked.", code + ": Kim Osei did this meanwhile");
    assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED, Act.Kind.DECLINED);
  }

  @Test
  void who_looks_at_something_is_seen_by_colleagues_for_ten_minutes() {
    String code = voices.say("I look at this one.").code();
    Screen claimed = press(kim.get(QUEUE), "I look at this one", code);
    assertThat(claimed.notice()).contains("Your colleagues see that you look at it");
    assertThat(claimed.text()).contains("You look at this one until");

    Screen seen = amina.get(QUEUE);
    assertThat(seen.text()).contains("Kim Osei looks at this one until");
    assertThat(press(seen, "Mark as checked", code).text())
        .contains("Nothing was marked as checked.");
    assertThat(kinds(code)).containsExactly(Act.Kind.RECEIVED);

    press(kim.get(QUEUE), "Leave it to others", code);
    assertThat(amina.get(QUEUE).text()).doesNotContain("looks at this one until");
    press(kim.get(QUEUE), "I look at this one", code);
    portal.time().forward(Duration.ofMinutes(10));
    Screen free = amina.get(QUEUE);
    assertThat(free.text()).doesNotContain("looks at this one until");
    press(free, "Mark as checked", code);
    assertThat(kinds(code)).endsWith(Act.Kind.CHECKED);
  }

  @Test
  void what_another_sets_apart_is_told_to_nobody_here() {
    String code = voices.say("Something is wrong at home.").code();
    Screen stale = amina.get(QUEUE);
    kim.get(QUEUE)
        .form("Set apart for the safety lead")
        .tick("pick")
        .press("Set apart for the safety lead");

    Screen late = press(stale, "Mark as checked", code);

    assertThat(late.text())
        .contains("One is not here any more.")
        .doesNotContain(code, "Kim", "apart for you");
    assertThat(late.page().select(".tabs__count").first().text()).isEqualTo("0");
    assertThat(kim.get(QUEUE).hasForm("Undo that")).isFalse();
  }

  @Test
  void who_groups_or_reads_does_not_come_in() {
    for (Role role : List.of(Role.ANALYST, Role.COUNCILLOR, Role.FACILITATOR)) {
      Browser other = portal.invite(role);
      assertThat(other.get(QUEUE).status()).isEqualTo(403);
      String token = other.get("/r").form().value("csrf");
      assertThat(other.post(QUEUE, Map.of("csrf", token, "do", "undo")).status()).isEqualTo(403);
    }
  }

  /// Presses a card's own button.
  private static Screen press(Screen queue, String words, String code) {
    return queue.form(words + " " + code).press(words + " " + code);
  }

  private static List<Act.Kind> kinds(String code) {
    return portal.record().ledger().about(id(code)).stream()
        .map(Ledger.Entry::act)
        .map(Act::kind)
        .toList();
  }

  private static String id(String code) {
    return portal
        .record()
        .reading()
        .byReceipt(ReceiptCode.parse(code).orElseThrow())
        .orElseThrow()
        .id();
  }
}
