package org.folkmoot.texting;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.sms.http.HttpGateway;
import org.folkmoot.sms.http.HttpGatewayAccount;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.sms.twilio.TwilioAccount;
import org.folkmoot.sms.twilio.TwilioProvider;

/// The way to telephones that this portal uses.
///
/// @param number our own number as the gateway names it; may be empty with a messaging service
/// @param simulator the simulated network where that is the gateway: texts reach no real phone
/// @param own a gateway of one's own, where that is what carries texts
public record Gateway(
    SmsProvider provider,
    String number,
    Optional<SimulatedNetwork> simulator,
    Optional<HttpGateway> own) {

  /// From the range that Ofcom keeps free for drama.
  private static final String SIMULATED_NUMBER = "+447700900999";

  public static Gateway twilio(TwilioAccount account) {
    return new Gateway(
        new TwilioProvider(account), account.number(), Optional.empty(), Optional.empty());
  }

  /// A gateway of one's own that speaks plain HTTP.
  public static Gateway own(HttpGatewayAccount account) {
    var gateway = new HttpGateway(account);
    return new Gateway(gateway, account.number(), Optional.empty(), Optional.of(gateway));
  }

  /// A telephone network without telephones, signing with a secret made now.
  public static Gateway simulated(InstantSource time) {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    var network =
        new SimulatedNetwork(
            HexFormat.of().formatHex(secret),
            SIMULATED_NUMBER,
            SimulatedNetwork.ReservedWordsAt.PORTAL,
            time);
    return new Gateway(network, SIMULATED_NUMBER, Optional.of(network), Optional.empty());
  }

  /// Tells a simulated network where the portal listens now.
  public void connect(URI reachable, URI publicBase) {
    simulator.ifPresent(
        network -> network.connect(new SimulatedNetwork.Portal(reachable, publicBase)));
  }

  public void close() {
    simulator.ifPresent(SimulatedNetwork::close);
  }
}
