package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.folkmoot.ledger.Act;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found and counted, by whom, at once and after whatever happens to the index.
public final class RecordSearchTest {

  private static final String SLUG = "after-six";
  private static final Set<Facet> ALL = EnumSet.allOf(Facet.class);

  @TempDir Path data;
  private Store store;
  private Keys keys;
  private RecordRoom room;
  private RecordService record;

  @BeforeEach
  void open() {
    store = Store.embedded(data.resolve("store"));
    keys = Keys.open(data.resolve("master.json"), true, store);
    begin();
  }

  private void begin() {
    room = node("index");
    record = room.service();
  }

  private RecordRoom node(String name) {
    return RecordRoom.in(store, keys, InstantSource.system(), data.resolve(name));
  }

  @AfterEach
  void close() {
    room.index().close();
    store.close();
  }

  @Test
  void a_word_is_found_in_its_other_forms_in_english_and_polish() {
    record.add(said("The buses were driving past", "en"));
    record.add(said("Czekałam na przystankach w ciemności", "pl"));
    record.add(said("رَبِيع في المدينة", "ar"));

    assertThat(found("bus")).isEqualTo(1);
    assertThat(found("drive BUSES")).isEqualTo(1);
    assertThat(found("przystanek")).isEqualTo(1);
    assertThat(found("ciemnosci")).as("without its accents").isEqualTo(1);
    assertThat(found("مدينة")).isZero();
    assertThat(found("المدينة")).isEqualTo(1);
    assertThat(found("bus przystanek")).as("every word").isZero();
    assertThat(found("past, (driving) \"*:* AND")).as("nothing is an order").isZero();
    assertThat(found("past, (driving) \"*:*")).isEqualTo(1);
  }

  @Test
  void words_that_a_reader_may_not_read_are_neither_found_nor_counted() {
    String redacted = checked(said("Ask Rosa at the kiosk", "en").consent(published()));
    record.addText(
        redacted,
        new Contribution.DerivedText("REDACTION", "en", "Ask [name] at the kiosk", "A", "B"),
        "Amina");
    checked(said("kiosk, but not for the website", "en"));
    record.hold(checked(said("kiosk, set apart", "en").consent(published())), "Amina");
    record.decline(record.add(said("kiosk, declined", "en").consent(published())).id(), "A", "no");
    record.add(said("kiosk, waiting", "en").consent(published()));

    assertThat(total(Reader.PUBLIC, "kiosk")).isEqualTo(1);
    assertThat(total(Reader.PUBLIC, "rosa")).isZero();
    assertThat(total(Reader.COUNCILLOR, "rosa")).isZero();
    assertThat(total(Reader.PUBLIC, "name")).isEqualTo(1);
    assertThat(total(Reader.STAFF, "rosa")).isEqualTo(1);
    assertThat(total(Reader.STAFF, "kiosk")).isEqualTo(4);
    assertThat(total(Reader.SAFEGUARDING, "kiosk")).isEqualTo(5);
    assertThat(counts(Reader.PUBLIC, "kiosk").of(Facet.STATUS)).containsOnlyKeys("CLEARED");
  }

  @Test
  void what_is_narrowed_is_gone_from_hits_and_counts_of_the_next_search() {

    List<String> ids =
        IntStream.range(0, 50)
            .parallel()
            .mapToObj(i -> record.add(said("Dark evening" + i, "en").consent(published())).id())
            .toList();
    record.check(ids, "Amina");
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      assertThat(total(Reader.PUBLIC, "dark")).isEqualTo(ids.size() - i);
      switch (i % 4) {
        case 0 -> record.takeBack(id, Act.CONTRIBUTOR, "");
        case 1 -> record.hold(id, "Amina");
        case 2 -> record.decline(id, "Amina", "names");
        default -> record.changeUse(id, counted(), Contribution.Tell.CODE, "", Act.CONTRIBUTOR);
      }
      assertThat(total(Reader.PUBLIC, "dark evening" + i)).as("after act " + i).isZero();
    }
  }

  @Test
  void facets_add_up_and_each_opens_as_many_as_it_says() {
    for (int i = 0; i < 40; i++) {
      String id =
          checked(
              NewContribution.to(SLUG, i % 3 == 0 ? Channel.SMS : Channel.PANEL)
                  .text("Later buses, voice " + i, i % 4 == 0 ? "pl" : "en")
                  .place(i % 10 == 0 ? "Far hamlet" : "Saltmarsh")
                  .consent(published()));
      if (i % 5 == 0) {
        record.group(id, Set.of("t1", "t2"), "Amina");
      }
    }

    FacetCounts all = counts(Reader.PUBLIC, "");
    assertThat(all.total()).isEqualTo(40);
    assertThat(all.of(Facet.DOOR)).isEqualTo(Map.of("SMS", 14, "PANEL", 26));
    assertThat(all.of(Facet.LANGUAGE)).isEqualTo(Map.of("pl", 10, "en", 30));
    assertThat(all.of(Facet.THEME)).isEqualTo(Map.of("-", 32, "t1", 8, "t2", 8));
    assertThat(all.of(Facet.PLACE))
        .as("an area of few is told to staff alone")
        .isEqualTo(Map.of("Saltmarsh", 36));
    assertThat(counts(Reader.STAFF, "").of(Facet.PLACE)).containsEntry("Far hamlet", 4);
    assertThat(all.byMonth().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
    RecordQuery sms = asked("").channel(Channel.SMS);
    assertThat(counts(Reader.PUBLIC, sms).of(Facet.DOOR))
        .as("a facet counts as if it were not narrowed down by itself")
        .isEqualTo(all.of(Facet.DOOR));
    assertThat(counts(Reader.PUBLIC, sms).total()).isEqualTo(14);
    assertThat(counts(Reader.PUBLIC, sms.language("pl")).total()).isEqualTo(4);
    assertThat(counts(Reader.PUBLIC, sms.theme("t1")).total()).isEqualTo(3);
    assertThat(counts(Reader.PUBLIC, asked("").theme(RecordQuery.NO_THEME)).total()).isEqualTo(32);
    assertThat(counts(Reader.PUBLIC, asked("").place("Far hamlet")).total())
        .as("an area of few opens nothing")
        .isEqualTo(40);
    var page = room.reading().list(Reader.PUBLIC, asked("later bus").page(0, 25));
    var rest = room.reading().list(Reader.PUBLIC, asked("later bus").page(page.next(), 25));
    assertThat(page.voices()).hasSize(25);
    assertThat(rest.voices()).hasSize(15);
    assertThat(rest.next()).isZero();
    assertThat(rest.voices().getFirst().seq()).isLessThan(page.voices().getLast().seq());
  }

  @Test
  void another_node_finds_what_this_one_did() {
    RecordRoom second = node("second");
    String id = checked(said("A lamp at the stop", "en").consent(published()));

    assertThat(counts(second, Reader.PUBLIC, asked("lamps")).total()).isEqualTo(1);
    record.takeBack(id, Act.CONTRIBUTOR, "");
    assertThat(counts(second, Reader.PUBLIC, asked("lamps")).total()).isZero();
    assertThatThrownBy(() -> node("second")).hasMessageContaining("FOLKMOOT_DATA");
    second.index().close();
  }

  @Test
  void an_index_that_was_kept_goes_on_where_it_was() {
    record.add(said("A lamp at the stop", "en"));
    assertThat(found("lamp")).isEqualTo(1);
    room.index().close();
    begin();
    record.add(said("Two lamps", "en"));
    assertThat(found("lamp")).isEqualTo(2);
  }

  @Test
  void a_damaged_or_missing_index_is_made_anew() throws IOException {
    for (int i = 0; i < 20; i++) {
      record.add(said("A lamp at stop " + i, "en"));
    }
    assertThat(found("lamp")).isEqualTo(20);
    room.index().close();
    List<String> names = files().map(f -> f.getFileName().toString()).toList();
    assertThat(names).hasSizeGreaterThan(2);
    for (String name : names) {
      for (boolean flipped : new boolean[] {true, false}) {
        Optional<Path> file = files().filter(f -> f.endsWith(name)).findFirst();
        if (file.isPresent() && flipped) {
          byte[] bytes = Files.readAllBytes(file.get());
          if (bytes.length > 0) {
            bytes[bytes.length / 2] ^= 0x10;
            Files.write(file.get(), bytes);
          }
        } else if (file.isPresent()) {
          Files.delete(file.get());
        }
        begin();
        assertThat(found("lamps")).as(name + (flipped ? " flipped" : " deleted")).isEqualTo(20);
        room.index().close();
      }
    }
    begin();
  }

  @Test
  void an_index_of_another_record_is_made_anew() {
    record.add(said("A lamp at the stop", "en"));
    assertThat(found("lamp")).isEqualTo(1);
    room.index().close();
    store.close();
    store = Store.embedded(data.resolve("other"));
    keys = Keys.open(data.resolve("master.json"), false, store);
    begin();
    assertThat(found("lamp")).isZero();
    record.add(said("Nothing of the sort", "en"));
    record.add(said("Nothing at all", "en"));
    assertThat(found("nothing")).isEqualTo(2);
    assertThat(found("lamp")).isZero();
  }

  @Test
  void what_is_taken_back_leaves_the_files() throws IOException {
    String id = record.add(said("Zqsecret waits here", "en")).id();
    record.add(said("Zqstays waits here", "en"));
    assertThat(found("waits")).isEqualTo(2);
    room.index().close();
    assertThat(terms()).contains("zqsecret", "zqstays");
    begin();
    record.takeBack(id, Act.CONTRIBUTOR, "");
    assertThat(found("waits")).isEqualTo(1);
    room.index().close();
    assertThat(terms()).contains("zqstays").doesNotContain("zqsecret");
    begin();
  }

  private Set<String> terms() throws IOException {
    return terms(data.resolve("index"));
  }

  /// Every word in the index of a portal that is closed; that of nothing deleted, and there are no
  /// other files.
  public static Set<String> terms(Path index) throws IOException {
    Set<String> terms = new TreeSet<>();
    Path words = index.resolve("words");
    try (var directory = FSDirectory.open(words);
        DirectoryReader reader = DirectoryReader.open(directory);
        Stream<Path> files = Files.list(words)) {
      for (LeafReaderContext part : reader.leaves()) {
        for (String field : FieldInfos.getIndexedFields(reader)) {
          var all = part.reader().terms(field);
          if (all != null) {
            var each = all.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
              terms.add(term.utf8ToString());
            }
          }
        }
      }
      Set<String> known = new TreeSet<>(reader.getIndexCommit().getFileNames());
      known.add("write.lock");
      assertThat(files.map(f -> f.getFileName().toString())).isSubsetOf(known);
    }
    return terms;
  }

  private Stream<Path> files() throws IOException {
    return Files.list(data.resolve("index/words"));
  }

  private int found(String words) {
    return room.reading().list(Reader.STAFF, asked(words)).voices().size();
  }

  private long total(Reader reader, String words) {
    return counts(reader, words).total();
  }

  private FacetCounts counts(Reader reader, String words) {
    return counts(reader, asked(words));
  }

  private FacetCounts counts(Reader reader, RecordQuery query) {
    return counts(room, reader, query);
  }

  private static FacetCounts counts(RecordRoom room, Reader reader, RecordQuery query) {
    Optional<FacetCounts> inTime = Optional.empty();
    // On a busy machine the index may need more than the second that somebody waits for it.
    for (int look = 0; inTime.isEmpty() && look < 60; look++) {
      inTime = room.reading().counts(reader, query, ALL, ZoneOffset.UTC);
    }
    FacetCounts counts = inTime.orElseThrow();
    assertThat(room.reading().list(reader, query).voices())
        .hasSize((int) Math.min(query.limit(), counts.total()));
    return counts;
  }

  private static RecordQuery asked(String words) {
    return RecordQuery.in(SLUG).words(words);
  }

  private String checked(NewContribution draft) {
    String id = record.add(draft).id();
    record.check(id, "Amina");
    return id;
  }

  private static NewContribution said(String text, String language) {
    return NewContribution.to(SLUG, Channel.PANEL).text(text, language);
  }

  private static Consent counted() {
    return Consent.countedOnly(Consent.Given.SCREEN, "en");
  }

  private static Consent published() {
    return counted().withScopes(new Consent.Scopes(true, false, true, false, false, false), "");
  }
}
