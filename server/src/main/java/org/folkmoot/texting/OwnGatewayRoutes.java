package org.folkmoot.texting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.http.HttpGateway;
import org.folkmoot.sms.http.SyncFormat;

/// The one address that a gateway of one's own calls, as SMSSync does: a POST brings a text and
/// takes the answers along.
final class OwnGatewayRoutes implements RouteTable.Routes {

  private static final String HERE = "/sms/gateway";

  private final HttpGateway gateway;
  private final TextingService texting;
  private final ConsultationService consultations;

  OwnGatewayRoutes(HttpGateway gateway, TextingService texting, ConsultationService consultations) {
    this.gateway = gateway;
    this.texting = texting;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.post(HERE, Access.signed(), Limit.WEBHOOK, this::called);
  }

  private Answer called(Ask ask) {
    Webhook call = new Webhook(HERE, fields(ask), "");
    return switch (gateway.inbound(call, ask.now())) {
      case Received.Text text -> heard(text.message());
      case Received.Forged _ -> Answer.json(403, SyncFormat.notTaken("wrong secret"));
      // A sender without a number would be sent again for ever if this were refused.
      case Received.Ignored _, Received.Delivery _ ->
          Answer.json(200, SyncFormat.taken(gateway.secret(), List.of()));
    };
  }

  private Answer heard(InboundMessage message) {
    List<String> replies = texting.hear(message);
    var texts = new ArrayList<OutboundMessage>();
    for (int i = 0; i < replies.size(); i++) {
      // The same id when it is told again, so that the gateway can see that it is the same answer.
      String id = "reply-" + message.messageId() + "-" + i;
      texts.add(new OutboundMessage(id, message.from(), null, replies.get(i)));
    }
    return Answer.json(200, SyncFormat.taken(gateway.secret(), texts));
  }

  /// Fields of a form or of flat JSON, and what stands in the query. A number as telephones name it
  /// at home is made whole.
  private Map<String, List<String>> fields(Ask ask) {
    var fields = new LinkedHashMap<>(ask.queryAll());
    if (isJson(ask)) {
      JsonNode body = ask.json();
      if (!body.isObject()) {
        throw new ProblemException(new Problem.Invalid("A JSON object was expected."));
      }
      body.properties().forEach(e -> fields.put(e.getKey(), List.of(e.getValue().asText(""))));
    } else {
      fields.putAll(ask.form().fields());
    }
    String country = consultations.council().country();
    List<String> from = fields.getOrDefault("from", List.of());
    from.stream()
        .findFirst()
        .flatMap(written -> Dialling.full(written, country))
        .map(PhoneNumber::e164)
        .ifPresent(full -> fields.put("from", List.of(full)));
    return fields;
  }

  private static boolean isJson(Ask ask) {
    return ask.header("content-type").startsWith("application/json");
  }
}
