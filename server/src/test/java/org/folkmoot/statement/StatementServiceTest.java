package org.folkmoot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementServiceTest {

  private static final String ASKED = "after-six";

  @TempDir Path data;
  private Store store;
  private RecordRoom record;
  private StatementService statements;

  @BeforeEach
  void open() {
    store = Store.embedded(data.resolve("store"));
    Keys keys = Keys.open(data.resolve("master.json"), true, store);
    record = RecordRoom.in(store, keys, InstantSource.system());
    statements =
        new StatementService(
            new StatementRepository(store),
            record.service(),
            record.reading(),
            record.ledger(),
            InstantSource.system());
    record.service().follow(statements);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_slip_holds_the_marks_of_one_participant() {
    String one = statements.add(ASKED, "Buses at nine matter more.", "Amina").id();
    String two = statements.add(ASKED, "Fares should be lower.", "Amina").id();

    statements.vote(ASKED, "p1", one, Vote.AGREE);
    statements.vote(ASKED, "p1", two, Vote.PASS);
    statements.vote(ASKED, "p1", one, Vote.DISAGREE);
    Contribution slip = statements.vote(ASKED, "p1", Map.of(), s -> s, false);

    assertThat(slip.captureKind()).isEqualTo(CaptureKind.TALLY);
    assertThat(slip.status()).isEqualTo(Status.CLEARED);
    assertThat(slip.voices()).isEqualTo(new Voices.Tally(2));
    assertThat(slip.marks())
        .containsOnly(
            Map.entry("statement:" + one + ":disagree", 1),
            Map.entry("statement:" + two + ":pass", 1));
    assertThat(statements.tallies(ASKED)).containsEntry(one, new Tally(0, 0, 1));
  }

  @Test
  void a_slip_taken_back_takes_its_votes_with_it_and_another_may_be_made() {
    String one = statements.add(ASKED, "Buses at nine matter more.", "Amina").id();
    statements.vote(ASKED, "p1", one, Vote.AGREE);
    Contribution slip = statements.vote(ASKED, "p1", Map.of(one, Vote.AGREE), s -> s, false);

    record.service().takeBack(slip.id(), Act.CONTRIBUTOR, "");

    assertThat(statements.tallies(ASKED)).isEmpty();
    assertThat(statements.hasVoted(ASKED, "p1")).isFalse();

    statements.vote(ASKED, "p1", one, Vote.DISAGREE);

    assertThat(statements.tallies(ASKED)).containsEntry(one, new Tally(0, 0, 1));
  }

  @Test
  void votes_that_a_crash_cut_off_from_their_slip_are_counted_again_and_only_once() {
    String one = statements.add(ASKED, "Buses at nine matter more.", "Amina").id();
    String two = statements.add(ASKED, "Fares should be lower.", "Amina").id();
    statements.vote(ASKED, "p1", Map.of(one, Vote.AGREE, two, Vote.PASS), s -> s, false);
    statements.vote(ASKED, "p2", one, Vote.AGREE);
    statements.vote(ASKED, "p2", one, Vote.DISAGREE);
    store.collection("votes").deleteOne(new Document("_id", "vote:" + one + ":p1"));

    statements.catchUp(ASKED);
    statements.catchUp(ASKED);

    assertThat(statements.tallies(ASKED))
        .containsEntry(one, new Tally(1, 0, 1))
        .containsEntry(two, new Tally(0, 1, 0));
  }

  @Test
  void what_a_resident_proposed_is_put_to_the_vote_once_checked_and_goes_when_taken_back() {
    String proposal = propose(true);

    assertThat(statements.put(ASKED, proposal, "Amina")).isEmpty();

    record.service().check(proposal, "Amina");

    assertThat(statements.put(ASKED, proposal, "Amina")).isPresent();
    assertThat(statements.live(ASKED)).extracting(Statement::text).containsExactly("More taxis.");

    record.service().takeBack(proposal, Act.CONTRIBUTOR, "");

    assertThat(statements.live(ASKED)).isEmpty();
  }

  @Test
  void what_may_not_be_shown_is_not_put_to_the_vote() {
    String proposal = propose(false);
    record.service().check(proposal, "Amina");

    assertThat(statements.put(ASKED, proposal, "Amina")).isEmpty();
  }

  private String propose(boolean published) {
    var scopes = new Consent.Scopes(true, false, published, false, false, false);
    var consent = new Consent(Consent.CURRENT_WORDING, "en", Consent.Given.SCREEN, "", scopes, "");
    return statements
        .propose(ASKED, "p1", "a1", "More taxis.", "en", draft -> draft.consent(consent))
        .id();
  }
}
