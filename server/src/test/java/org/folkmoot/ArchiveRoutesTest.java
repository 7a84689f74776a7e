package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.NewContribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The record as a file, asked for over HTTP.
final class ArchiveRoutesTest {

  private static final String DATA = "/c/after-six/record/data";
  private static final String EXPORT = "/api/v1/consultations/after-six/export";

  private static Portal portal;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    say("The last bus leaves too early.", true, true);
    say("Between us: marshwort.", false, true);
    say("Nobody has read this: pennywort.", true, false);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void anybody_can_download_what_anybody_may_read() {
    Screen page = portal.resident().get("/c/after-six/record");
    assertThat(page.link("Download what people said (data)")).endsWith(DATA);
    assertThat(portal.resident().get("/c/after-six/record?lang=pl").html())
        .contains("Pobierz to, co powiedzieli ludzie (dane)");
    Screen file = portal.resident().get(DATA);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(file.header("Content-Disposition")).contains("after-six-public.jsonl");
    assertThat(file.html())
        .contains("too early", "\"edition\":\"public\"", "\"type\":\"end\"")
        .doesNotContain("marshwort", "pennywort", "\"receipt\"");
  }

  @Test
  void staff_get_what_they_may_see_by_token_alone() {
    assertThat(as(Role.OFFICER, EXPORT + "?format=jsonl").html())
        .contains("too early", "marshwort", "pennywort", "\"reader\":\"STAFF\"");
    assertThat(as(Role.COUNCILLOR, EXPORT).html())
        .contains("too early")
        .doesNotContain("marshwort", "pennywort");
    assertThat(portal.officer().look(EXPORT).status()).isEqualTo(401);
    assertThat(as(Role.OFFICER, EXPORT + "?format=xml").status()).isEqualTo(400);
    assertThat(as(Role.OFFICER, EXPORT + "?all=yes").html()).contains("all is not a known");
    assertThat(as(Role.OFFICER, EXPORT.replace("after-six", "nowhere")).status()).isEqualTo(404);
  }

  @Test
  void whoever_takes_more_than_the_public_sees_is_in_the_log_with_what_they_took() {
    long before = exported().size();
    portal.resident().get(DATA);
    assertThat(exported()).hasSize((int) before);

    Screen file = as(Role.OFFICER, EXPORT);
    assertThat(exported()).hasSize((int) before + 1);
    Act taken = exported().getLast();
    assertThat(taken.by()).isNotEmpty();
    assertThat(taken.details())
        .containsEntry("edition", "staff")
        .containsEntry("format", "jsonl")
        .containsEntry("sha256", sha256(file.html()))
        .doesNotContainKey("whole");
    as(Role.COUNCILLOR, EXPORT + "?format=csv");
    assertThat(exported().getLast().details())
        .containsEntry("edition", "councillor")
        .containsEntry("format", "csv");
    assertThat(portal.record().ledger().verify("after-six").wrong()).isEmpty();
  }

  @Test
  void no_cell_of_a_table_begins_a_formula() {
    List<String> formulas = List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\uff1d1");
    formulas.forEach(formula -> say(formula, true, true));
    Screen table = as(Role.OFFICER, EXPORT + "?format=csv");
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.html())
        .startsWith("\ufeffconsultation,id,seq,channel")
        .contains("The last bus leaves too early.");
    formulas.forEach(formula -> assertThat(table.html()).contains("'" + formula));
    assertThat(table.html()).doesNotContain(",=", ",\"=", ",+", ",-", ",@", ",\uff1d");
  }

  @Test
  void what_is_taken_back_is_in_no_file_any_more() {
    String id = say("I want this gone: spearwort.", true, true);
    assertThat(portal.resident().get(DATA).html()).contains("spearwort");
    portal.record().service().takeBack(id, Act.CONTRIBUTOR, "");
    assertThat(portal.resident().get(DATA).html()).doesNotContain("spearwort");
    assertThat(as(Role.OFFICER, EXPORT).html()).doesNotContain("spearwort");
  }

  private static List<Act> exported() {
    return portal.record().ledger().about("after-six").stream()
        .map(Ledger.Entry::act)
        .filter(act -> act.kind() == Act.Kind.EXPORTED)
        .toList();
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Screen as(Role role, String address) {
    return portal
        .browser()
        .header("Authorization", "Bearer " + EveryGet.token(portal, role))
        .look(address);
  }

  private static String say(String text, boolean published, boolean checked) {
    var scopes = new Consent.Scopes(published, false, published, false, false, false);
    var service = portal.record().service();
    String id =
        service
            .add(
                NewContribution.to("after-six", Channel.PANEL)
                    .text(text, "en")
                    .consent(Consent.countedOnly(Given.SCREEN, "en").withScopes(scopes, "")))
            .id();
    if (checked) {
      service.check(id, "Amina");
    }
    return id;
  }
}
