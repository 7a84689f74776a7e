package org.folkmoot.demo;

import io.helidon.websocket.WsListener;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.report.ReportService;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.texting.TextingService;

/// "Follow one voice", put together; only in a demonstration over a simulated network.
public record OneVoiceRoom(RouteTable.Routes routes, Map<String, Supplier<WsListener>> sockets) {

  private static final int LISTENERS = 100;

  public static OneVoiceRoom in(
      SimulatedNetwork network,
      TextingService texting,
      ReportService reports,
      ConsultationService consultations,
      RecordRoom record) {
    var voice = new OneVoice(network, texting, reports, consultations);
    var room = new Semaphore(LISTENERS);
    LongSupplier last =
        () -> voice.asked().map(Consultation::slug).map(record.ledger()::last).orElse(0L);
    return new OneVoiceRoom(
        new OneVoiceRoutes(voice, new OneVoiceViews(voice, consultations)),
        Map.of(OneVoiceRoutes.PATH + "/live", () -> new OneVoiceSocket(last, room)));
  }
}
