package org.folkmoot.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.folkmoot.report.Figure;
import org.folkmoot.report.Snapshot;
import org.folkmoot.report.SnapshotService;

/// Freezes the record and reads the figures of what was frozen.
final class SnapshotApi implements RouteTable.Routes {

  private final SnapshotService snapshots;
  private final ConsultationService consultations;

  SnapshotApi(SnapshotService snapshots, ConsultationService consultations) {
    this.snapshots = snapshots;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access readers = Access.staff(Role.OFFICER, Role.ANALYST, Role.MODERATOR, Role.COUNCILLOR);
    table.post(
        "/api/v1/consultations/{consultation}/snapshots",
        Access.staff(Role.OFFICER, Role.ANALYST),
        Limit.API,
        this::freeze);
    table.get("/api/v1/snapshots/{snapshot}/report", readers, this::report);
  }

  private Answer freeze(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    String id = ask.body().length == 0 ? "" : JsonBody.of(ask, "id").text("id", 200);
    String key = id.isEmpty() ? ask.header("idempotency-key").strip() : id;
    if (key.length() > 200) {
      throw JsonBody.invalid("Idempotency-Key must be a text of at most 200 characters.");
    }
    String by = ask.visitor().name();
    Snapshot frozen =
        key.isEmpty() ? snapshots.freeze(slug, by) : snapshots.freeze(slug, "api:" + key, by);
    return Answer.json(201, json(frozen));
  }

  private Answer report(Ask ask) {
    Snapshot snapshot =
        snapshots
            .byId(ask.value("snapshot"))
            .filter(s -> ask.visitor().within(s.consultation()).isStaff())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    List<Map<String, Object>> figures =
        snapshots.figures(snapshot, Reader.of(ask.visitor())).stream()
            .map(SnapshotApi::json)
            .toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("snapshot", json(snapshot));
    json.put("figures", figures);
    return Answer.json(200, json);
  }

  private static Map<String, Object> json(Snapshot s) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", s.id());
    json.put("consultation", s.consultation());
    json.put("seq", s.seq());
    json.put("at", s.at().toString());
    json.put("by", s.by());
    json.put("hash", s.hash());
    json.put("takenBack", s.gone().size());
    return json;
  }

  /// A total that is too small to be told is null.
  private static Map<String, Object> json(SnapshotService.Told told) {
    Figure figure = told.figure();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", figure.id());
    json.put("kind", figure.kind().name());
    json.put("key", figure.key());
    json.put("unit", figure.unit().name());
    json.put("label", figure.label());
    json.put("total", told.tooFew() ? null : figure.total());
    json.put("takenBack", told.takenBack());
    return json;
  }
}
