package org.folkmoot.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.receipt.ReceiptService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Outcomes;

/// What became of a contribution, for whoever has its code; the code opens no words. A code that
/// fits nothing counts as a guess.
final class ReceiptApi implements RouteTable.Routes {

  private final ReceiptService receipts;

  ReceiptApi(ReceiptService receipts) {
    this.receipts = receipts;
  }

  @Override
  public void register(RouteTable table) {
    String one = "/api/v1/receipts/{receipt}";
    table.get(one, Access.openApi(), ask -> Answer.json(200, json(found(ask))));
    table.post(one + "/withdrawal", Access.openApi(), Limit.API, this::takeBack);
  }

  private Answer takeBack(Ask ask) {
    JsonBody.none(ask);
    boolean crowded = !ask.spendIfLeft(Limit.TAKE_BACK);
    return switch (receipts.takeBack(found(ask), false, crowded)) {
      case TAKEN_BACK -> Answer.json(200, json(found(ask)));
      // It waits for a person.
      case WAITS -> Answer.json(202, json(found(ask)));
    };
  }

  private Contribution found(Ask ask) {
    ask.check(Limit.CODE);
    Optional<Contribution> found = receipts.find(ask.value("receipt"));
    if (found.isEmpty()) {
      ask.spend(Limit.CODE);
    }
    return found.orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Map<String, Object> json(Contribution c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("receipt", c.receipt().printed());
    json.put("seq", c.seq());
    json.put("consultation", c.consultation());
    json.put("channel", c.channel().name());
    json.put("mode", c.channel().mode().name());
    json.put("receivedAt", c.receivedAt().toString());
    json.put("status", ContributionJson.status(c.status(), c.isPublic(), !c.themes().isEmpty()));
    json.put("reason", c.reason());
    json.put("themes", receipts.themes(c));
    json.put("consent", Map.of("scopes", ContributionJson.of(c.consent().scopes())));
    List<Map<String, Object>> history = receipts.history(c).stream().map(ReceiptApi::json).toList();
    json.put("history", history);
    json.put("answers", receipts.outcomes(c).stream().map(ReceiptApi::json).toList());
    return json;
  }

  private static Map<String, Object> json(Ledger.Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seq", entry.seq());
    json.put("at", entry.act().at().toString());
    json.put("act", entry.act().kind().name());
    // Every other reason is a note for staff, the safety lead's among them.
    json.put("why", entry.act().kind() == Act.Kind.DECLINED ? entry.act().why() : "");
    return json;
  }

  private static Map<String, Object> json(Outcomes.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("theme", line.theme());
    json.put("answered", line.answered());
    json.put("youSaid", line.said());
    json.put("weDid", line.did());
    json.put("whyNot", line.whyNot());
    json.put("who", line.who());
    json.put("byWhen", line.by());
    return json;
  }
}
