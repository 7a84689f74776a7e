package org.folkmoot;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.folkmoot.archive.ExportService;
import org.folkmoot.archive.FullEdition;
import org.folkmoot.archive.ImportService;
import org.folkmoot.archive.NotedExports;
import org.folkmoot.archive.RestoreService;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.DeskRoom;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The record in files, out and in.
final class ExportCommands {

  private ExportCommands() {}

  private enum Format {
    JSONL,
    CSV,
    ERASED
  }

  private enum Edition {
    FULL,
    PUBLIC
  }

  @Command(
      name = "export",
      description = {
        "Writes the record as JSON Lines or as a table: one consultation, or all one after"
            + " another.",
        "The full edition is the controller's own copy: everything people said, published or not,"
            + " and the log with its salts. Keep it safe. The public edition is what anybody may"
            + " read, with a card that says what it is of and what was left out."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    @Option(names = "--consultation", paramLabel = "SLUG", description = "Only this one.")
    String consultation = "";

    @Option(
        names = "--edition",
        paramLabel = "EDITION",
        description = "full or public; full if nothing is said. A full csv is what staff may see.")
    Edition edition = Edition.FULL;

    @Option(
        names = "--licence",
        paramLabel = "TEXT",
        description = "On what terms the public edition may be used.")
    String licence = "";

    @Parameters(
        index = "0",
        paramLabel = "FORMAT",
        description = "jsonl, csv, or erased: the list that `restore --erased` takes")
    Format format = Format.JSONL;

    @Parameters(index = "1", paramLabel = "FILE", description = "A new file")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      try (OpenStore open = OpenStore.existing();
          Progress progress = new Progress("contributions")) {
        Keys keys = open.keys();
        if (format == Format.ERASED) {
          return writeErased(new RestoreService(open.store()).erased());
        }
        RecordRoom record = RecordRoom.in(open.store(), keys, open.time());
        record.service().sweep(Duration.ZERO);
        ConsultationService known = consultations(open, record);
        List<Consultation> asked =
            (edition == Edition.FULL ? known.all() : known.visible())
                .stream()
                    .filter(c -> consultation.isEmpty() || c.slug().equals(consultation))
                    .sorted(Comparator.comparing(Consultation::slug))
                    .toList();
        if (asked.isEmpty()) {
          throw new OpenStore.FailedException("there is no consultation " + consultation);
        }
        var exports =
            new ExportService(
                record.reading(),
                record.ledger(),
                known,
                DeskRoom.themes(open.store(), record.ledger(), open.time()),
                () -> open.settings().publicUrl(open.settings().port()),
                open.time());
        var full = new FullEdition(open.store(), keys, record, exports);
        var noted = new NotedExports(record, open.time());
        var taken =
            new NotedExports.Taken(
                asked, Act.SYSTEM, edition.name(), format.name().toLowerCase(Locale.ROOT));
        long count =
            NewFile.write(
                file,
                out -> noted.write(taken, out, to -> write(asked, exports, full, to, progress)));
        System.out.printf(
            Locale.ROOT,
            "%s: %d contributions, %d bytes, %s edition%s.%n",
            file,
            count,
            Files.size(file),
            edition.name().toLowerCase(Locale.ROOT),
            edition == Edition.FULL ? ": it holds what was not published; keep it safe" : "");
        return 0;
      }
    }

    private int writeErased(List<String> ids) throws IOException {
      byte[] list =
          ids.stream().map(id -> id + "\n").collect(joining()).getBytes(StandardCharsets.UTF_8);
      NewFile.write(
          file,
          out -> {
            out.write(list);
            return ids.size();
          });
      System.out.printf(Locale.ROOT, "%s: %d ids.%n", file, ids.size());
      return 0;
    }

    private long write(
        List<Consultation> asked,
        ExportService exports,
        FullEdition full,
        OutputStream out,
        Progress progress) {
      if (format == Format.CSV) {
        Reader reader = edition == Edition.FULL ? Reader.STAFF : Reader.PUBLIC;
        return exports.writeCsv(asked, reader, out, progress::at);
      }
      long count = 0;
      for (Consultation one : asked) {
        count +=
            switch (edition) {
              case FULL -> full.write(one, out, progress::at);
              case PUBLIC -> exports.writePublic(one, licence, out, progress::at);
            };
      }
      return count;
    }
  }

  @Command(
      name = "import",
      description = {
        "Brings in what `export` wrote; doing it again changes nothing.",
        "A full edition is taken over with its log where there is none of it yet. Any other edition"
            + " becomes new contributions that say where they came from and wait to be checked."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Option(
        names = "--consultation",
        paramLabel = "SLUG",
        description = "Into this one, where the edition is not a full one.")
    String consultation = "";

    @Parameters(index = "0", paramLabel = "FORMAT", description = "jsonl")
    Format format = Format.JSONL;

    @Parameters(index = "1", paramLabel = "FILE", description = "What `export` wrote")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      if (format != Format.JSONL) {
        System.err.println("folkmoot: only jsonl can be brought in");
        return 2;
      }
      if (!Files.isRegularFile(file)) {
        throw new OpenStore.FailedException("there is no file " + file);
      }
      try (OpenStore open = OpenStore.any();
          Progress progress = new Progress("contributions")) {
        Keys keys = open.keysOrNew();
        RecordRoom record = RecordRoom.in(open.store(), keys, open.time());
        ConsultationService known = consultations(open, record);
        ImportService.Brought brought =
            new ImportService(open.store(), keys, record, known)
                .read(file, consultation, progress::at);
        System.out.printf(
            Locale.ROOT,
            "%s: %d contributions brought in, %d were here already%s.%n",
            file,
            brought.brought(),
            brought.before(),
            brought.empty() == 0
                ? ""
                : ", " + brought.empty() + " left out that were nothing but files");
        return 0;
      }
    }
  }

  private static ConsultationService consultations(OpenStore open, RecordRoom record) {
    return ConsultationRoom.in(open.store(), record.ledger(), open.time(), () -> false).service();
  }
}
