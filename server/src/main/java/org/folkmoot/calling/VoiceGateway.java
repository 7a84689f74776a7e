package org.folkmoot.calling;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.folkmoot.sms.simulator.SimulatedCalls;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.sms.twilio.TwilioAccount;
import org.folkmoot.sms.twilio.TwilioVoice;
import org.folkmoot.sms.voice.VoiceProvider;

/// The way to callers that this portal uses.
///
/// @param provider empty where nobody carries calls
/// @param number our own number as it is suggested to officers; may be empty
/// @param simulator the simulated exchange where that is what carries calls
public record VoiceGateway(
    Optional<VoiceProvider> provider, String number, Optional<SimulatedCalls> simulator) {

  public static VoiceGateway twilio(TwilioAccount account) {
    return new VoiceGateway(
        Optional.of(new TwilioVoice(account)), account.number(), Optional.empty());
  }

  /// Texts have a gateway of their own, and calls have none.
  public static VoiceGateway none() {
    return new VoiceGateway(Optional.empty(), "", Optional.empty());
  }

  /// An exchange without telephones, signing with a secret made now.
  public static VoiceGateway simulated(String number) {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    var calls = new SimulatedCalls(HexFormat.of().formatHex(secret));
    return new VoiceGateway(Optional.of(calls), number, Optional.of(calls));
  }

  /// Tells a simulated exchange where the portal listens now.
  public void connect(URI reachable, URI publicBase) {
    simulator.ifPresent(calls -> calls.connect(new SimulatedNetwork.Portal(reachable, publicBase)));
  }

  public void close() {
    simulator.ifPresent(SimulatedCalls::close);
  }

  CallingDeskRoutes.Carrier carrier() {
    CallingDeskRoutes.Kind kind =
        simulator.isPresent()
            ? CallingDeskRoutes.Kind.SIMULATED
            : provider.isPresent() ? CallingDeskRoutes.Kind.TWILIO : CallingDeskRoutes.Kind.NONE;
    return new CallingDeskRoutes.Carrier(kind, number);
  }
}
