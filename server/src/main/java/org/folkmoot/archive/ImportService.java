package org.folkmoot.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.folkmoot.archive.ArchiveRepository.Restoring;
import org.folkmoot.archive.ImportCheck.Section;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Json;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.ledger.LedgerMoves;
import org.folkmoot.record.Added;
import org.folkmoot.record.RecordMoves;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Brings in what [ExportService] and [FullEdition] wrote. A full edition is taken over as it is,
/// log, numbers, codes and all, where there is none of it yet; any other becomes new contributions
/// that name where they came from and wait to be checked here. The file is looked through to its
/// end first, and bringing it in again changes nothing.
public final class ImportService {

  private static final int BATCH = 500;
  private static final int AT_ONCE = 16;

  private final ArchiveRepository store;
  private final RecordMoves contributions;
  private final LedgerMoves entries;
  private final RecordRoom record;
  private final ConsultationService consultations;

  public ImportService(
      Store store, Keys keys, RecordRoom record, ConsultationService consultations) {
    this.store = new ArchiveRepository(store);
    this.contributions = new RecordMoves(store, keys);
    this.entries = new LedgerMoves(record.ledger());
    this.record = record;
    this.consultations = consultations;
  }

  /// @param brought lines that are contributions here now, @param before those that were already,
  /// @param empty those that were nothing but files
  public record Brought(long brought, long before, long empty, Set<String> consultations) {
    public Brought {
      consultations = Set.copyOf(consultations);
    }
  }

  /// @param into another consultation for what is not a full edition; empty for its own
  /// @throws ArchiveException naming each line that is wrong; nothing was changed
  public Brought read(Path file, String into, LongConsumer progress) throws IOException {
    if (store.restoring() == Restoring.COPYING) {
      throw new ArchiveException("A restore into this store was cut off; repeat it first.");
    }
    boolean cutOff = store.restoring() == Restoring.IMPORTING;
    var check =
        new ImportCheck(
            contributions,
            entries,
            new ImportCheck.Here() {
              @Override
              public long entries(String consultation) {
                return record.ledger().last(consultation);
              }

              @Override
              public boolean isKnown(String consultation) {
                return !cutOff && consultations.find(consultation).isPresent();
              }
            },
            into);
    try (InputStream in = Files.newInputStream(file)) {
      var lines = new LineReader(in);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        check.line(lines.number(), line.get());
      }
    }
    List<Section> sections = check.done();
    store.note(Restoring.IMPORTING);
    Brought brought = write(file, sections, progress);
    store.note(Restoring.NONE);
    return brought;
  }

  private Brought write(Path file, List<Section> sections, LongConsumer progress)
      throws IOException {
    var counts = new Counts(progress);
    Set<String> touched = new TreeSet<>();
    int section = -1;
    Optional<Writing> writing = Optional.empty();
    try (InputStream in = Files.newInputStream(file);
        ExecutorService writers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var lines = new LineReader(in);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        ObjectNode json = json(line.get());
        switch (json.path("type").asText()) {
          case "header" -> {
            Section begun = sections.get(++section);
            touched.add(begun.consultation());
            writing =
                Optional.of(
                    begun.full()
                        ? new TakingOver(begun, counts)
                        : new Adding(begun, counts, writers));
          }
          case "end" -> writing.orElseThrow().end();
          default -> writing.orElseThrow().line(json);
        }
      }
    }
    return new Brought(counts.brought, counts.before, counts.empty, touched);
  }

  /// A line as an object.
  static ObjectNode json(byte[] line) {
    return Json.parse(line) instanceof ObjectNode object ? object : throwing("not a JSON object");
  }

  private static ObjectNode throwing(String why) {
    throw new IllegalArgumentException(why);
  }

  /// What is wrong, in a few words.
  static String said(RuntimeException e) {
    if (e instanceof ProblemException refused && refused.problem() instanceof Problem.Invalid why) {
      return why.detail();
    }
    String message = e.getMessage();
    return message == null ? "a field is missing or of another kind" : message;
  }

  private static final class Counts {
    private final LongConsumer progress;
    private long brought;
    private long before;
    private long empty;

    Counts(LongConsumer progress) {
      this.progress = progress;
    }

    void tell() {
      progress.accept(brought + before);
    }
  }

  private interface Writing {
    void line(ObjectNode json);

    void end();
  }

  /// Takes a full edition over.
  private final class TakingOver implements Writing {

    private final Section section;
    private final Counts counts;
    private final List<Document> waiting = new ArrayList<>();
    private final List<LedgerMoves.Line> lines = new ArrayList<>();

    TakingOver(Section section, Counts counts) {
      this.section = section;
      this.counts = counts;
    }

    @Override
    public void line(ObjectNode json) {
      if (section.here()) {
        return;
      }
      switch (json.path("type").asText()) {
        case "consultation" -> store.put("consultations", StoredJson.document(json));
        case "theme" -> store.put("themes", StoredJson.document(json));
        case "entry" -> lines.add(FullEdition.entry(json));
        default -> waiting.add(StoredJson.contribution(json));
      }
      if (waiting.size() + lines.size() >= BATCH) {
        write();
      }
    }

    private void write() {
      contributions.takeOver(waiting);
      if (!lines.isEmpty()) {
        entries.takeOver(section.consultation(), lines);
      }
      counts.brought += waiting.size();
      waiting.clear();
      lines.clear();
      counts.tell();
    }

    @Override
    public void end() {
      write();
      if (section.here()) {
        counts.before += contributions.count(section.consultation());
      }
    }
  }

  /// Adds what another edition holds as new contributions, several at a time.
  private final class Adding implements Writing {

    private final Section section;
    private final Counts counts;
    private final ExecutorService writers;
    private final List<VoiceLine> waiting = new ArrayList<>();

    Adding(Section section, Counts counts, ExecutorService writers) {
      this.section = section;
      this.counts = counts;
      this.writers = writers;
      if (consultations.find(section.consultation()).isEmpty()) {
        consultations.save(ConsultationLine.draft(section.consultation(), section.question()));
      }
    }

    @Override
    public void line(ObjectNode json) {
      if (json.path("type").asText().equals("contribution")) {
        VoiceLine voice = VoiceLine.read(json, section.consultation(), section.source());
        if (voice.empty()) {
          counts.empty++;
        } else {
          waiting.add(voice);
        }
      }
      if (waiting.size() >= BATCH) {
        end();
      }
    }

    @Override
    public void end() {
      List<Future<Boolean>> all = new ArrayList<>();
      for (VoiceLine voice : waiting) {
        all.add(writers.submit(() -> add(voice)));
      }
      waiting.clear();
      for (Future<Boolean> one : all) {
        if (done(one)) {
          counts.before++;
        } else {
          counts.brought++;
        }
      }
      counts.tell();
    }

    /// @return true if it was here already
    private boolean add(VoiceLine voice) {
      RecordService service = record.service();
      Added added = service.add(voice.draft());
      boolean again =
          switch (added) {
            case Added.Kept kept -> kept.again();
            case Added.Held held -> held.again();
          };
      Status now = service.find(added.id()).map(c -> c.status()).orElse(Status.ERASED);
      if (now == Status.RECEIVED && voice.state() == Status.HELD) {
        service.hold(added.id(), "import: " + section.source());
      } else if (now == Status.RECEIVED && !again && voice.state() == Status.REFUSED) {
        service.decline(added.id(), "import: " + section.source(), voice.reason());
      }
      return again;
    }

    private static boolean done(Future<Boolean> one) {
      try {
        return one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
