package org.folkmoot.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a receipt offers to whoever is known to have said it: a new wording beside the first, and
/// something more with a code of its own.
final class NewWordsTest {

  private static final String NEW = "/c/after-six/stories/new";

  private static Portal portal;
  private static Browser officer;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of(), true);
    officer = portal.as("officer");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void a_new_wording_stands_beside_the_first_and_is_looked_at_again() {
    Browser sender = portal.resident();
    Contribution said = checked(sender, "The wombat waits at platform nine.");

    Screen corrected = correct(sender, said, "The badger waits at platform ten.");

    assertThat(corrected.notice()).contains("new words");
    assertThat(corrected.text()).contains("wombat", "badger", "It was said in new words.");
    assertThat(now(said).status()).isEqualTo(Status.RECEIVED);
    assertThat(portal.record().reading().find(Reader.PUBLIC, said.id())).isEmpty();
    String desk = officer.get("/desk/c/after-six/record/" + said.id()).text();
    assertThat(desk).contains("wombat", "badger", "In new words, by whoever said it");

    portal.record().service().check(said.id(), "Officer");
    Screen shown = portal.resident().get("/c/after-six/record?q=badger");
    assertThat(shown.text()).contains("badger waits", "In new words, by whoever said it");
    assertThat(shown.text()).doesNotContain("wombat");
    assertThat(found(Reader.PUBLIC, "wombat")).isZero();
    assertThat(found(Reader.COUNCILLOR, "wombat")).isZero();
    assertThat(found(Reader.STAFF, "wombat")).isOne();
    assertThat(kinds(said)).endsWith(Act.Kind.CORRECTED, Act.Kind.CHECKED);
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void every_wording_stays_and_the_last_is_read_and_what_staff_leave_out_of_it_is_out() {
    Browser sender = portal.resident();
    Contribution said = checked(sender, "First heron words about Mr Quill.");
    correct(sender, said, "Second heron words about Mr Quill.");
    correct(sender, said, "Third heron words about Mr Quill.");
    assertThat(now(said).derived()).hasSize(2);

    var left =
        new Contribution.DerivedText("REDACTION", "en", "Third heron words.", "Officer", "Officer");
    portal.record().service().addText(said.id(), left, "Officer");
    portal.record().service().check(said.id(), "Officer");

    Voice read = portal.record().reading().find(Reader.PUBLIC, said.id()).orElseThrow();
    assertThat(read.text()).isEqualTo("Third heron words.");
    assertThat(read.derived()).isEmpty();

    correct(sender, said, "Fourth heron words.");
    portal.record().service().check(said.id(), "Officer");
    read = portal.record().reading().find(Reader.PUBLIC, said.id()).orElseThrow();
    assertThat(read.text()).isEqualTo("Fourth heron words.");
    assertThat(read.title()).isEmpty();
  }

  @Test
  void a_title_stays_over_words_that_are_said_anew() {
    var record = portal.record();
    var scopes = new Consent.Scopes(true, false, true, false, false, false);
    String id =
        record
            .service()
            .add(
                NewContribution.to("after-six", Channel.FORUM)
                    .act("titled")
                    .title("The heron at platform ten")
                    .text("It stands there every night.", "en")
                    .consent(
                        new Consent(
                            Consent.CURRENT_WORDING, "en", Consent.Given.SCREEN, "", scopes, "")))
            .id();

    record.service().rulings().correct(id, "It stands there most nights.", "en", Act.CONTRIBUTOR);
    record.service().check(id, "Officer");

    Voice read = record.reading().find(Reader.PUBLIC, id).orElseThrow();
    assertThat(read.text()).isEqualTo("It stands there most nights.");
    assertThat(read.title()).isEqualTo("The heron at platform ten");
  }

  @Test
  void a_declined_voice_comes_back_to_be_looked_at_and_dangerous_words_are_set_apart() {
    Browser sender = portal.resident();
    Contribution said = checked(sender, "It names somebody, the otter.");
    portal.record().service().decline(said.id(), "Officer", "It names somebody.");
    correct(sender, said, "It names nobody, the otter.");
    assertThat(now(said).status()).isEqualTo(Status.RECEIVED);
    assertThat(now(said).reason()).isEmpty();

    Screen held = correct(sender, said, "He hits me every night and I want to die.");
    assertThat(held.heading()).isEqualTo("We have your words");
    assertThat(now(said).status()).isEqualTo(Status.HELD);
    assertThat(sender.get("/r/" + said.receipt().printed() + "/correct").status()).isEqualTo(410);
  }

  @Test
  void the_code_alone_neither_corrects_nor_adds_and_a_voted_statement_stays_as_it_is() {
    Browser sender = portal.resident();
    Contribution said = checked(sender, "Only mine to change, says the lynx.");
    String page = "/r/" + said.receipt().printed();
    Browser other = portal.resident();
    for (String offer : Set.of("/correct", "/add")) {
      Screen refused = other.get(page + offer);
      assertThat(refused.path()).isEqualTo("/r/" + said.receipt().value());
      assertThat(refused.notice()).contains("open your own words below first");
      String token = refused.page().select("input[name=csrf]").first().attr("value");
      other.post(page + offer, Map.of("csrf", token, "text", "Not theirs at all."));
    }
    assertThat(now(said).version()).isEqualTo(said.version());
    assertThat(portal.record().reading().addedTo(said)).isEmpty();

    String own = "/c/after-six/statements/own";
    String code =
        sender
            .get(own)
            .form(own)
            .set("words", "Buses at nine, says the lynx.")
            .closing()
            .submit()
            .code();
    assertThat(sender.get("/r/" + code + "/correct").status()).isEqualTo(410);
    assertThat(sender.get("/r/" + code).links()).noneMatch(link -> link.endsWith("/correct"));
  }

  @Test
  void what_is_added_has_its_own_code_is_linked_and_allowed_as_the_first() {
    Browser sender = portal.resident();
    Contribution said = checked(sender, "The first about the kestrel.");
    String page = "/r/" + said.receipt().printed();

    Screen offer = sender.get(page).press("Add something");
    assertThat(offer.text()).contains("a code of its own", "We may quote it without your name.");
    ScreenForm form = offer.form("/add").set("text", "And another thing about the kestrel.");
    Screen thanks = form.submit();
    String again = form.submit().code();

    assertThat(thanks.heading()).isEqualTo("Thank you");
    assertThat(again).isEqualTo(thanks.code());
    Contribution added = byCode(thanks.code());
    assertThat(added.consent().scopes()).isEqualTo(said.consent().scopes());
    assertThat(added.source().addsTo()).contains(said.id());
    assertThat(added.participant()).isEqualTo(said.participant());
    assertThat(sender.get(page).text()).contains("Belongs to it: " + thanks.code());
    assertThat(sender.get("/r/" + thanks.code()).text()).contains(said.receipt().printed());
    assertThat(portal.resident().get(page).text()).doesNotContain(thanks.code());
    portal.record().service().check(added.id(), "Officer");
    assertThat(
            portal.record().reading().find(Reader.PUBLIC, added.id()).orElseThrow().source().id())
        .isEmpty();
  }

  private static Contribution checked(Browser sender, String words) {
    Screen thanks = sender.get(NEW).form(NEW).set("words", words).closing().submit();
    Contribution said = byCode(thanks.code());
    portal.record().service().check(said.id(), "Officer");
    return now(said);
  }

  private static Screen correct(Browser sender, Contribution said, String words) {
    String page = "/r/" + said.receipt().printed() + "/correct";
    return sender.get(page).form("/correct").set("text", words).submit();
  }

  private static int found(Reader reader, String word) {
    return portal
        .record()
        .reading()
        .list(reader, RecordQuery.in("after-six").words(word))
        .voices()
        .size();
  }

  private static java.util.List<Act.Kind> kinds(Contribution c) {
    return portal.record().reading().history(c.id()).stream().map(e -> e.act().kind()).toList();
  }

  private static Contribution now(Contribution c) {
    return portal.record().service().find(c.id()).orElseThrow();
  }

  private static Contribution byCode(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }
}
