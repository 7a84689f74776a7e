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
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.http.HttpGateway;
import org.folkmoot.sms.http.SyncFormat;

/// The one address that a gateway of one's own calls, as SMSSync does: a POST brings a text and
/// takes the answers along, a GET fetches what else is to be sent, and reports come as POSTs.
final class OwnGatewayRoutes implements RouteTable.Routes {

  private static final String HERE = "/sms/gateway";

  private final HttpGateway gateway;
  private final SendingService sending;
  private final Reception reception;
  private final Outbox outbox;
  private final ConsultationService consultations;

  OwnGatewayRoutes(
      HttpGateway gateway,
      SendingService sending,
      Reception reception,
      Outbox outbox,
      ConsultationService consultations) {
    this.gateway = gateway;
    this.sending = sending;
    this.reception = reception;
    this.outbox = outbox;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get(HERE, Access.signed(), Limit.WEBHOOK, this::asked);
    table.post(HERE, Access.signed(), Limit.WEBHOOK, this::called);
  }

  /// `?task=send` gives out what is to be sent, each text once; `?task=result` says of which texts
  /// a report is welcome: of any.
  private Answer asked(Ask ask) {
    if (!gateway.knows(ask.query("secret"))) {
      return Answer.json(403, SyncFormat.notTaken("wrong secret"));
    }
    boolean gives = ask.query("task").equals("send") && ask.method().equals("GET");
    return gives
        ? Answer.json(200, SyncFormat.task(gateway.secret(), outbox.fetch(SyncFormat.AT_ONCE)))
        : Answer.json(200, SyncFormat.ids(outbox.unreported(SyncFormat.AT_ONCE)));
  }

  private Answer called(Ask ask) {
    return switch (ask.query("task")) {
      case "sent" -> sent(ask);
      case "result" -> results(ask);
      default -> text(ask);
    };
  }

  /// SMSSync shows no secret here; ids that nobody can guess stand for it.
  private Answer sent(Ask ask) {
    List<String> known = outbox.fetched(SyncFormat.queued(ask.json()));
    return isTrusted(ask) || !known.isEmpty()
        ? Answer.json(200, SyncFormat.ids(known))
        : Answer.json(403, SyncFormat.notTaken("wrong secret"));
  }

  private Answer results(Ask ask) {
    List<DeliveryStatus> known =
        SyncFormat.reports(ask.json(), ask.now()).stream()
            .filter(report -> outbox.gaveOut(report.providerId()))
            .toList();
    if (known.isEmpty() && !isTrusted(ask)) {
      return Answer.json(403, SyncFormat.notTaken("wrong secret"));
    }
    known.forEach(sending::report);
    return Answer.json(
        200, SyncFormat.ids(known.stream().map(DeliveryStatus::providerId).toList()));
  }

  private boolean isTrusted(Ask ask) {
    return gateway.knows(ask.query("secret"))
        || gateway.knows(ask.json().path("secret").asText(""));
  }

  private Answer text(Ask ask) {
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
    List<String> replies = reception.hear(message);
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
