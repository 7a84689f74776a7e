package org.folkmoot;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.folkmoot.calling.VoiceGateway;
import org.folkmoot.sms.http.HttpGatewayAccount;
import org.folkmoot.sms.twilio.TwilioAccount;
import org.folkmoot.texting.Gateway;

/// Who carries texts and calls, as the settings say: a company, a telephone of one's own, which
/// carries no calls, or the simulator.
record Carriers(Gateway texts, VoiceGateway calls) implements AutoCloseable {

  static Carriers of(Settings settings, InstantSource time) {
    return switch (settings.sms().provider()) {
      case "simulator" -> {
        Gateway texts = Gateway.simulated(time);
        yield new Carriers(texts, VoiceGateway.simulated(texts.number()));
      }
      case "gateway" -> new Carriers(Gateway.own(own(settings.sms())), VoiceGateway.none());
      default ->
          new Carriers(Gateway.twilio(twilio(settings)), VoiceGateway.twilio(twilio(settings)));
    };
  }

  private static HttpGatewayAccount own(Settings.Sms sms) {
    String sendUrl = sms.own().sendUrl();
    return new HttpGatewayAccount(
        sms.own().secrets(), sms.own().number(), sendUrl.isEmpty() ? null : URI.create(sendUrl));
  }

  private static TwilioAccount twilio(Settings settings) {
    Settings.Sms sms = settings.sms();
    String base = settings.baseUrl();
    return new TwilioAccount(
        sms.accountSid(),
        List.of(sms.authToken()),
        sms.messagingServiceSid(),
        sms.number(),
        sms.apiUrl().isEmpty() ? null : URI.create(sms.apiUrl()),
        base.isEmpty() ? null : URI.create(base + "/sms/twilio/status"));
  }

  /// Tells them where the portal listens.
  ///
  /// @param local its address on this machine
  /// @param open the one that others know
  void connect(URI local, URI open) {
    texts.connect(local, open);
    calls.connect(local, open);
  }

  @Override
  public void close() {
    texts.close();
    calls.close();
  }
}
