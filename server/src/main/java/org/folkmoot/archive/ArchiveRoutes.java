package org.folkmoot.archive;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;

/// The record as a file: for anybody what anybody may read, for staff what they may. The public
/// edition needs no entry of the log for each download; what staff take has one.
final class ArchiveRoutes implements RouteTable.Routes {

  private static final String JSON_LINES = "application/x-ndjson; charset=utf-8";
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final Set<String> KNOWN = Set.of("format");

  private final ExportService exports;
  private final NotedExports noted;
  private final ConsultationService consultations;

  ArchiveRoutes(ExportService exports, NotedExports noted, ConsultationService consultations) {
    this.exports = exports;
    this.noted = noted;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access anyStaff = new Access.Staff(Arrays.asList(Role.values()));
    table.get("/c/{consultation}/record/data", Access.everyone(), Limit.UPLOAD, this::forEverybody);
    table.get("/api/v1/consultations/{consultation}/export", anyStaff, this::forStaff);
  }

  private Answer forEverybody(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    return file(
        JSON_LINES,
        asked.slug() + "-public.jsonl",
        out -> exports.writePublic(asked, "", out, _ -> {}));
  }

  private Answer forStaff(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    for (String name : ask.queryAll().keySet()) {
      if (!name.isEmpty() && !KNOWN.contains(name)) {
        throw invalid(name + " is not a known parameter.");
      }
    }
    String format = ask.query("format");
    Reader reader = Reader.of(ask.visitor());
    Answer file =
        switch (format) {
          case "", "jsonl" ->
              file(
                  JSON_LINES,
                  asked.slug() + ".jsonl",
                  out ->
                      noted.write(
                          taken(ask, asked, "jsonl"), out, to -> exports.write(asked, reader, to)));
          case "csv" ->
              file(
                  CSV,
                  asked.slug() + ".csv",
                  out ->
                      noted.write(
                          taken(ask, asked, "csv"),
                          out,
                          to -> exports.writeCsv(List.of(asked), reader, to, _ -> {})));
          default -> throw invalid("format must be jsonl or csv.");
        };
    return file.header("Cache-Control", "private, no-store");
  }

  private static NotedExports.Taken taken(Ask ask, Consultation asked, String format) {
    return new NotedExports.Taken(
        List.of(asked), ask.visitor().name(), Reader.of(ask.visitor()).name(), format);
  }

  private static Answer file(String type, String name, Answer.Writer writer) {
    return Answer.live(
            type,
            out -> {
              try {
                writer.write(out);
              } catch (UncheckedIOException e) {
                throw e.getCause();
              }
            })
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(new Problem.Invalid(detail));
  }
}
