package org.folkmoot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.folkmoot.archive.ExportService;
import org.folkmoot.archive.FullEdition;
import org.folkmoot.archive.ImportService;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.DeskRoom;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// A portal's record without its doors: what the commands open.
final class RecordHouse implements AutoCloseable {

  static final String SLUG = "after-six";

  private final Store store;
  private final RecordRoom record;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final ExportService exports;
  private final FullEdition full;
  private final ImportService imports;

  private RecordHouse(Path data) {
    var time = new MutableTime();
    this.store = Store.embedded(data.resolve("store"));
    Keys keys = Keys.open(data.resolve("master-key.json"), true, store);
    this.record = RecordRoom.in(store, keys, time);
    this.consultations = ConsultationRoom.in(store, record.ledger(), time, () -> true).service();
    this.themes = DeskRoom.themes(store, record.ledger(), time);
    this.exports =
        new ExportService(
            record.reading(),
            record.ledger(),
            consultations,
            themes,
            () -> "https://council.example",
            time);
    this.full = new FullEdition(store, keys, record, exports);
    this.imports = new ImportService(store, keys, record, consultations);
  }

  /// The one in a directory, new where there is none.
  static RecordHouse at(Path data) {
    return new RecordHouse(data);
  }

  /// Opens the question.
  RecordHouse asking() {
    return asking(LocalDate.of(2027, 11, 1));
  }

  /// The same from another day on.
  RecordHouse asking(LocalDate day) {
    consultations.save(
        new Consultation(
            SLUG,
            "wrenmouth",
            "After six",
            "How should people get home after six?",
            "The last bus leaves at 18:10.",
            Consultation.Chosen.OPEN,
            List.of(),
            "The money.",
            "Times and routes.",
            Consultation.Promise.INVOLVE,
            day,
            day.plusDays(29),
            "The full council",
            day.plusDays(43),
            Set.of(Consultation.Way.PANEL, Consultation.Way.SMS),
            List.of("Saltmarsh"),
            List.of("en"),
            Consultation.State.DRAFT));
    consultations.open(SLUG, "Amina");
    return this;
  }

  /// Adds many, several at a time.
  RecordHouse hear(int many, IntFunction<NewContribution> said) {
    try (ExecutorService writers = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
      for (int i = 0; i < many; i++) {
        int which = i;
        writers.execute(() -> record.service().add(said.apply(which)));
      }
    }
    return this;
  }

  Store store() {
    return store;
  }

  RecordRoom record() {
    return record;
  }

  ConsultationService consultations() {
    return consultations;
  }

  ThemeService themes() {
    return themes;
  }

  long writeFull(Path file) throws IOException {
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      return full.write(consultations.get(SLUG), out, _ -> {});
    }
  }

  long writePublic(Path file) throws IOException {
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      return exports.writePublic(consultations.get(SLUG), "CC BY 4.0", out, _ -> {});
    }
  }

  long write(org.folkmoot.record.Reader reader, Path file) throws IOException {
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      return exports.write(consultations.get(SLUG), reader, out);
    }
  }

  ImportService.Brought read(Path file) throws IOException {
    return imports.read(file, "", _ -> {});
  }

  /// The root of the question's log, in hexadecimal, if it has entries.
  Optional<String> root() {
    long size = record.ledger().last(SLUG);
    return size == 0
        ? Optional.empty()
        : Optional.of(
            java.util.HexFormat.of()
                .formatHex(record.ledger().checkpoints().tree(SLUG, size).root()));
  }

  @Override
  public void close() {
    store.close();
  }
}
