package org.folkmoot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.statement.Statement;
import org.folkmoot.statement.StatementService;
import org.folkmoot.statement.Tally;
import org.folkmoot.statement.Vote;

/// Statements and votes on them: 1 agrees, 0 passes, -1 disagrees.
final class StatementApi implements RouteTable.Routes {

  private final StatementService statements;
  private final ConsultationService consultations;
  private final RecordService record;

  StatementApi(
      StatementService statements, ConsultationService consultations, RecordService record) {
    this.statements = statements;
    this.consultations = consultations;
    this.record = record;
  }

  @Override
  public void register(RouteTable table) {
    String all = "/api/v1/consultations/{consultation}/statements";
    Access voter = Access.staff(Role.OFFICER, Role.FACILITATOR, Role.HOST);
    table.get(all, Access.openApi(), this::list);
    table.post(all, Access.staff(Role.OFFICER), Limit.API, this::add);
    table.add("PUT", "/api/v1/statements/{id}/votes/{participant}", voter, Limit.API, this::vote);
  }

  private Answer list(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Listing asked = Listing.of(ask, Set.of());
    Map<String, Tally> tallies = statements.tallies(c.slug());
    boolean staff = ask.visitor().is(Role.OFFICER, Role.ANALYST, Role.MODERATOR);
    List<Map<String, Object>> items =
        statements.live(c.slug()).stream()
            .map(s -> json(s, tallies.getOrDefault(s.id(), Tally.none()), staff))
            .toList();
    return asked.of(items);
  }

  private Answer add(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    JsonBody body = JsonBody.of(ask, "text", "proposal");
    String by = ask.visitor().name();
    String proposal = body.text("proposal", 60);
    if (proposal.isEmpty() == !body.has("text")) {
      throw JsonBody.invalid("text or proposal is needed, and not both.");
    }
    List<String> before = statements.all(c.slug()).stream().map(Statement::id).toList();
    Statement statement =
        proposal.isEmpty()
            ? statements.add(c.slug(), body.required("text", Statement.LONGEST), by)
            : statements
                .put(c.slug(), proposal, by)
                .orElseThrow(
                    () -> JsonBody.invalid("proposal must be a statement that anyone may read."));
    return Answer.json(
        before.contains(statement.id()) ? 200 : 201, json(statement, Tally.none(), false));
  }

  private Answer vote(Ask ask) {
    Statement statement =
        statements
            .find(ask.value("id"))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    Consultation c = consultations.get(statement.consultation());
    JsonNode value = JsonBody.of(ask, "vote").node("vote");
    String participant = ask.value("participant");
    if (!value.isIntegralNumber() || Math.abs(value.asLong()) > 1) {
      throw JsonBody.invalid("vote must be 1, 0 or -1.");
    }
    if (participant.length() > 100) {
      throw JsonBody.invalid("participant must have at most 100 characters.");
    }
    if (!ask.visitor().within(c.slug()).isStaff()) {
      throw new ProblemException(new Problem.NotFound());
    }
    if (!statement.live() || !consultations.isHearing(c) || !c.ways().contains(Way.STATEMENT)) {
      throw new ProblemException(new Problem.Conflict("The statement is not open for votes."));
    }
    Vote vote = Vote.of(value.intValue());
    String voter = record.pseudonym(c.slug(), "api:" + participant);
    Contribution slip =
        statements.vote(c.slug(), voter, Map.of(statement.id(), vote), draft -> draft, false);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statement", statement.id());
    json.put("participant", participant);
    json.put("vote", vote.value());
    json.put("receipt", slip.receipt().printed());
    return Answer.json(200, json);
  }

  /// Fewer marks than the public may see are null.
  private static Map<String, Object> json(Statement s, Tally tally, boolean staff) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", s.id());
    json.put("text", s.text());
    json.put("fromResident", s.isFromResident());
    if (staff || tally.total() >= SmallNumbers.FEWEST) {
      json.put(
          "marks",
          Map.of("agree", tally.agree(), "pass", tally.pass(), "disagree", tally.disagree()));
    } else {
      json.put("marks", null);
    }
    return json;
  }
}
