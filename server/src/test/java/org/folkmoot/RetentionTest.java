package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// How long things are kept: looked at first, then done, by a press or by night. One story, told in
/// order, of a question that is asked, decided and forgotten.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionTest {

  private static final String RULES = "/desk/rights/retention";
  private static final String STORY = "/c/after-six/stories/new";
  private static final String LETTERS = "/desk/c/after-six/letters";

  private static Portal portal;
  private static String gone = "";
  private static String keeps = "";
  private static String held = "";

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of("admin_token", "every-right"), false).setUp();
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  private static Browser dpo() {
    return portal.invite("Dana", "", Role.DPO);
  }

  private static ScreenForm story(String words) {
    return portal.resident().get(STORY).form().set("words", words).closing();
  }

  private static boolean isKept(String word) {
    return portal
        .record()
        .reading()
        .list(Reader.STAFF, RecordQuery.in("after-six"))
        .voices()
        .stream()
        .anyMatch(v -> v.text().contains(word));
  }

  @Test
  @Order(1)
  void a_rule_is_off_at_first_and_is_changed_only_with_a_reason() {
    Browser dana = dpo();
    Screen rules = dana.get("/desk/rights").press("How long things are kept");
    assertThat(rules.text())
        .contains("24 months after it was decided", "Off", "Today this would erase nothing.")
        .doesNotContain("On:");
    Screen missing =
        dana.get(RULES + "/numbers").form().set("months", "none").press("Save the time");
    assertThat(missing.errors())
        .containsExactly("Type a number of months from 1 to 600", "Say why");
    Screen set =
        dana.get(RULES + "/numbers")
            .form()
            .set("months", "9")
            .set("why", "Promised in the notice")
            .press("Save the time");
    assertThat(set.text())
        .contains("9 months after the last", "Dana: set to 9 months. “Promised in the notice”");
    Screen own =
        dana.get(RULES + "/words")
            .form()
            .set("months", "12")
            .set("question", "after-six")
            .set("why", "Only this year")
            .press("Save the time");
    assertThat(own.path()).isEqualTo(RULES + "/words.after-six");
    assertThat(dana.get(RULES).text())
        .contains("What people said: After six", "12 months after it was decided");
    Screen dropped = own.form().set("why", "It is over").press("End this rule of its own");
    assertThat(dropped.text()).doesNotContain("What people said: After six");
    assertThat(portal.officer().get("/desk/c/after-six").status()).isEqualTo(200);
    assertThat(portal.invite(Role.OFFICER).look(RULES).status()).isEqualTo(403);
    assertThat(dana.look(RULES + "/nothing").status()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void the_file_of_a_letter_goes_once_two_people_have_read_it() throws IOException {
    gone = story("zqgone at the quay").submit().code();
    keeps = story("zqkeeps at the quay").tick("more-keep").submit().code();
    held = story("zqheld He hits me at the quay").submit().code();
    Browser officer = portal.officer();
    ScreenForm letter =
        officer
            .get(LETTERS)
            .form()
            .attach("file", "scan.png", "image/png", MediaFiles.picture(60, 80, "png"))
            .submit()
            .form();
    letter
        .set("words", "Dear council, zqlamps.")
        .set("writer", "Ann Other")
        .set("kind", "person")
        .set("received", "2027-11-01")
        .set("use", "count")
        .submit();
    var voice =
        portal
            .record()
            .reading()
            .list(Reader.STAFF, RecordQuery.in("after-six").channel(Channel.WRITTEN_SUBMISSION))
            .voices()
            .getFirst();
    String file = voice.media().getFirst().id();
    Browser dana = dpo();
    assertThat(dana.get(RULES + "/files").text())
        .contains(voice.receipt(), "Waits until a second person has checked")
        .contains("Today this would erase nothing.");
    portal.record().service().check(voice.id(), "Mo");
    portal.time().forward(Duration.ofDays(32));
    Screen plan = dpo().get(RULES + "/files");
    assertThat(plan.text()).contains("Today this would erase the file of one letter.");
    Screen done = plan.form("Erase the file of one letter").press("Erase the file of one letter");
    assertThat(done.text()).contains("Dana: erased the file of one letter.");
    var after = portal.record().service().find(voice.id()).orElseThrow();
    assertThat(after.media()).isEmpty();
    assertThat(after.text()).contains("zqlamps");
    assertThat(portal.officer().look("/desk/c/after-six/media/" + file).status()).isEqualTo(404);
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  @Order(3)
  void words_nobody_was_to_keep_go_after_the_decision_and_only_as_they_were_shown() {
    portal.closeForInput();
    portal
        .officer()
        .get("/desk/c/after-six/decision")
        .form("Record the decision")
        .set("text", "Later buses.")
        .set("on", "2027-12-14")
        .submit();
    assertThat(dpo().get(RULES).text()).contains("More is due from Friday 14 December 2029.");

    portal.time().forward(Duration.ofDays(25 * 31));
    Browser dana = dpo();
    Screen plan = dana.get(RULES + "/words");
    assertThat(plan.text())
        .contains("Today this would erase the words of 2 voices.", gone, "One is left out.")
        .contains(held + " · After six · Stays while the safety lead has it")
        .doesNotContain(keeps, "zqgone", "zqheld");
    ScreenForm old = plan.form("Erase the words of 2 voices");
    String id = id(gone);
    portal.record().service().takeBack(id(letterCode()), "Amina", "");
    assertThat(old.press("Erase the words of 2 voices").notice()).contains("Nothing was erased");
    assertThat(isKept("zqgone")).isTrue();

    Screen done = dana.get(RULES + "/words").form("Erase the words of one voice").submit();
    assertThat(done.notice()).contains("It is erased.");
    assertThat(done.text()).contains("Dana: erased the words of one voice.");
    assertThat(isKept("zqgone")).isFalse();
    assertThat(isKept("zqkeeps")).isTrue();
    assertThat(portal.record().service().find(id(held)).orElseThrow().text()).contains("zqheld");
    assertThat(portal.resident().get("/r/" + gone).text())
        .contains("Kept until", "The time for keeping your words was over.")
        .doesNotContain("Taken back on");
    assertThat(acts(id, Act.Kind.TAKEN_BACK)).isEqualTo(1);
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
    assertThat(portal.record().ledger().verify("portal").wrong()).isEmpty();
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  @Order(4)
  void a_number_that_was_silent_is_forgotten_by_night_once_the_rule_is_on() {
    portal.time().forward(Duration.ofDays(1));
    var code = Portal.AFTER_SIX;
    var draft =
        org.folkmoot.record.NewContribution.to(code, Channel.PANEL)
            .text("zqphone", "en")
            .consent(
                org.folkmoot.record.Consent.countedOnly(
                    org.folkmoot.record.Consent.Given.SCREEN, "en"))
            .tell(
                org.folkmoot.record.Contribution.Tell.PHONE,
                portal.app().vault().keep(org.folkmoot.people.Vault.phone("+447700900123")));
    String id = portal.record().service().add(draft).id();
    String contact = portal.record().service().find(id).orElseThrow().contact();
    portal.app().retention().nightly();
    portal.time().forward(Duration.ofDays(10 * 31));
    portal.app().retention().nightly();
    assertThat(portal.app().vault().open(contact)).isPresent();

    Screen on =
        dpo()
            .get(RULES + "/numbers")
            .form("Do it every night")
            .set("why", "As promised")
            .press("Do it every night");
    assertThat(on.text()).contains("On: done every night", "The number that came with");
    portal.app().retention().nightly();
    assertThat(portal.app().vault().open(contact)).as("a night to think again").isPresent();
    portal.time().forward(Duration.ofDays(1));
    portal.app().retention().nightly();
    portal.app().retention().nightly();
    assertThat(portal.app().vault().open(contact)).isEmpty();
    assertThat(portal.record().service().find(id).orElseThrow().contact()).isEmpty();
    assertThat(acts(id, Act.Kind.CONTACT_FORGOTTEN)).isEqualTo(1);
    assertThat(dpo().get(RULES + "/numbers").text()).contains("portal: forgot one number.");
  }

  @Test
  @Order(5)
  void who_looked_is_forgotten_and_that_somebody_did_stays() {
    dpo()
        .get("/desk/rights")
        .form("/desk/rights")
        .set("who", "nobody@example.org")
        .set("identity", "Called back")
        .submit();
    portal.time().forward(Duration.ofDays(73 * 31));
    Screen plan = dpo().get(RULES + "/views");
    assertThat(plan.text()).contains("Today this would forget who it was in");
    assertThat(plan.form("/views").submit().notice()).contains("It is erased.");
    assertThat(dpo().get("/desk/rights/views").text())
        .contains("Kept no longer", "Looked for a person")
        .doesNotContain("Dana");
  }

  private static String id(String code) {
    return portal
        .record()
        .reading()
        .byReceipt(ReceiptCode.parse(code).orElseThrow())
        .orElseThrow()
        .id();
  }

  private static String letterCode() {
    return portal
        .record()
        .reading()
        .list(Reader.STAFF, RecordQuery.in("after-six").channel(Channel.WRITTEN_SUBMISSION))
        .voices()
        .getFirst()
        .receipt();
  }

  private static long acts(String id, Act.Kind kind) {
    return portal.record().reading().history(id).stream()
        .filter(entry -> entry.act().kind() == kind)
        .count();
  }
}
