package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.folkmoot.archive.ArchiveException;
import org.folkmoot.archive.ImportService;
import org.folkmoot.door.Json;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record out of a portal and into another.
final class ArchiveTest {

  private static final int MANY = Integer.getInteger("stress", 2_000);

  @TempDir Path directory;
  private RecordHouse house;
  private Path file;
  private String first;
  private String takenBack;

  @BeforeEach
  void a_record() {
    file = directory.resolve("record.jsonl");
    house = RecordHouse.at(directory.resolve("first")).asking();
    first = add(open("The last bus leaves too early for me.", "Saltmarsh"));
    house.record().service().check(first, "Amina");
    var theme = house.themes().add(RecordHouse.SLUG, "Later buses", "", "Amina");
    house.record().service().group(first, Set.of(theme.id()), "Amina");
    for (int i = 0; i < 6; i++) {
      String id = add(open("I wait in the dark, evening " + i, "Quayside"));
      house.record().service().check(id, "Amina");
    }
    takenBack = add(said("quillwort is a word nobody else says"));
    house.record().service().takeBack(takenBack, Act.CONTRIBUTOR, "");
    add(said("not for the website: bogbean"));
    String declined = add(open("he lives at number 9: bladderwort", ""));
    house.record().service().decline(declined, "Amina", "It names a neighbour.");
    add(
        NewContribution.to(RecordHouse.SLUG, Channel.DOT_VOTE)
            .capturedAs(CaptureKind.TALLY)
            .voices(new Voices.Tally(14))
            .mark("dot:later", 14)
            .consent(published()));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_full_edition_rebuilds_the_same_log_in_an_empty_portal_and_can_be_repeated()
      throws IOException {
    long written = house.writeFull(file);
    assertThat(written).isEqualTo(11);
    Contribution before = house.record().service().find(first).orElseThrow();
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      assertThat(another.read(file).brought()).isGreaterThanOrEqualTo(written);
      assertThat(another.root()).isPresent().isEqualTo(house.root());
      assertThat(another.record().service().find(first)).contains(before);
      assertThat(another.record().service().find(takenBack).orElseThrow().status())
          .isEqualTo(Status.WITHDRAWN);
      assertThat(another.record().reading().byReceipt(before.receipt())).contains(before);
      assertThat(another.record().reading().heard(RecordHouse.SLUG))
          .isEqualTo(house.record().reading().heard(RecordHouse.SLUG));
      assertThat(another.consultations().find(RecordHouse.SLUG))
          .isEqualTo(house.consultations().find(RecordHouse.SLUG));
      assertThat(another.themes().themes(RecordHouse.SLUG))
          .isEqualTo(house.themes().themes(RecordHouse.SLUG));
      assertSound(another);
      another.record().ledger().checkpoints().publishAt("another.example");
      another.record().ledger().checkpoints().signGrown();
      assertSound(another);

      // Life goes on there; the same file again changes nothing.
      another.record().service().takeBack(first, Act.CONTRIBUTOR, "");
      ImportService.Brought again = another.read(file);
      assertThat(again.brought()).isZero();
      assertThat(again.before()).isEqualTo(written);
      assertThat(another.record().service().find(first).orElseThrow().status())
          .isEqualTo(Status.WITHDRAWN);
      assertSound(another);
    }
  }

  @Test
  void a_public_edition_holds_what_anybody_may_read_and_says_what_it_left_out() throws Exception {
    assertThat(house.writePublic(file)).isEqualTo(7);
    String text = Files.readString(file);
    List<JsonNode> lines = lines();
    JsonNode header = lines.getFirst();
    assertThat(header.path("edition").asText()).isEqualTo("public");
    assertThat(header.path("card").path("question").asText()).contains("after six");
    assertThat(header.path("card").path("licence").asText()).isEqualTo("CC BY 4.0");
    assertThat(header.path("log").path("size").asLong()).isPositive();
    assertThat(text)
        .contains("too early for me", "Quayside", "I wait in the dark")
        .doesNotContain("quillwort", "bogbean", "bladderwort", "neighbour", "\"receipt\"")
        .doesNotContain("Saltmarsh\",\"session", "participant");
    // One place named once, and ways in that fewer than five used, are nobody's to be known by.
    for (JsonNode line : lines) {
      assertThat(line.path("place").asText()).isIn("", "Quayside");
    }
    JsonNode ways = header.path("card").path("byWayIn");
    assertThat(ways).hasSize(2);
    ways.forEach(way -> assertThat(way.path("said").isNull()).isTrue());
    JsonNode end = lines.getLast();
    assertThat(end.path("contributions").asInt()).isEqualTo(7);
    String whole = text.substring(0, text.lastIndexOf("{\"type\":\"end\""));
    assertThat(end.path("sha256").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(whole.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void any_other_edition_becomes_new_contributions_that_name_their_source() throws IOException {
    house.writePublic(file);
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      assertThat(another.read(file).brought()).isEqualTo(7);
      ImportService.Brought again = another.read(file);
      assertThat(again.brought()).isZero();
      assertThat(again.before()).isEqualTo(7);
      assertThat(another.record().service().find(first)).isEmpty();
      var found =
          another
              .record()
              .reading()
              .list(Reader.STAFF, org.folkmoot.record.RecordQuery.in(RecordHouse.SLUG))
              .voices();
      assertThat(found).hasSize(7).allMatch(v -> v.status() == Status.RECEIVED);
      assertThat(another.record().service().find(found.getFirst().id()).orElseThrow().enteredBy())
          .isEqualTo("import: council.example/after-six");
      assertSound(another);
    }
  }

  @Test
  void each_reader_gets_what_they_may_see() throws IOException {
    assertThat(house.write(Reader.STAFF, file)).isEqualTo(10);
    assertThat(Files.readString(file)).contains("bogbean", "bladderwort").doesNotContain("quillw");
    assertThat(house.write(Reader.COUNCILLOR, file)).isEqualTo(7);
    assertThat(Files.readString(file)).doesNotContain("bogbean", "bladderwort", "quillwort");
    assertThat(house.write(Reader.STAFF, file)).isEqualTo(10);
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      assertThat(another.read(file).brought()).isEqualTo(10);
      assertThat(
              another
                  .record()
                  .reading()
                  .count(
                      org.folkmoot.record.RecordQuery.in(RecordHouse.SLUG)
                          .statuses(Set.of(Status.REFUSED))))
          .isEqualTo(1);
    }
  }

  @Test
  void wrong_lines_are_named_by_number_and_nothing_is_brought_in() throws IOException {
    house.writePublic(file);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(2, lines.get(2).replace("\"captureKind\"", "\"capturedKind\""));
    lines.set(4, "{ not json");
    Files.write(file, lines);
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      assertThatThrownBy(() -> another.read(file))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("nothing was brought in")
          .hasMessageContaining("line 3: capturedKind is not a known field")
          .hasMessageContaining("line 5: ")
          .hasMessageContaining("its hash is another");
      Files.write(file, lines.subList(0, 2));
      assertThatThrownBy(() -> another.read(file)).hasMessageContaining("cut off");
      assertThat(another.consultations().all()).isEmpty();
    }
  }

  @Test
  void a_full_edition_that_somebody_rewrote_is_refused() throws IOException {
    house.writeFull(file);
    String text = Files.readString(file);
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      Files.writeString(file, text.replace("names a neighbour", "names a councillor"));
      assertThatThrownBy(() -> another.read(file))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("not what its leaf is made of");
      assertThat(another.root()).isEmpty();
      another.asking();
      Files.writeString(file, text);
      assertThatThrownBy(() -> another.read(file)).hasMessageContaining("has another log");
    }
  }

  /// `-Dstress=100000` for as many as a city.
  @Test
  void many_come_out_and_in_again_with_the_same_counts() throws IOException {
    house.hear(MANY, i -> open("Evening " + i + ": later buses would help.", "Saltmarsh"));
    long written = house.writeFull(file);
    assertThat(written).isEqualTo(MANY + 11);
    try (RecordHouse another = RecordHouse.at(directory.resolve("second"))) {
      another.read(file);
      assertThat(another.root()).isEqualTo(house.root());
      assertThat(another.record().reading().heard(RecordHouse.SLUG))
          .isEqualTo(house.record().reading().heard(RecordHouse.SLUG));
      assertSound(another);
    }
  }

  private static void assertSound(RecordHouse house) {
    assertThat(house.record().ledger().verify(RecordHouse.SLUG).wrong()).isEmpty();
    assertThat(house.record().check().wrong(RecordHouse.SLUG)).isEmpty();
  }

  private List<JsonNode> lines() throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private String add(NewContribution draft) {
    return house.record().service().add(draft).id();
  }

  private static NewContribution said(String text) {
    return NewContribution.to(RecordHouse.SLUG, Channel.PANEL).text(text, "en");
  }

  private static NewContribution open(String text, String place) {
    return said(text).place(place).source(Source.of("wave-1")).consent(published());
  }

  private static Consent published() {
    return Consent.countedOnly(Given.SCREEN, "en")
        .withScopes(new Consent.Scopes(true, false, true, false, false, false), "");
  }
}
