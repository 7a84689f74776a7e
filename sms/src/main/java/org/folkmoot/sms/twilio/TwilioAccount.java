package org.folkmoot.sms.twilio;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and as whom we send through Twilio.
///
/// @param authTokens the current token first; a second one is accepted in signatures only, while
///   one replaces the other
/// @param messagingServiceSid the messaging service to send through; empty: send from `number`
/// @param number our own number, E.164 or short code; may be empty with a messaging service
/// @param apiUrl another server that speaks Twilio's API (tests); null: Twilio
/// @param statusUrl public address that is told of deliveries; null: nobody is told
public record TwilioAccount(
    String accountSid,
    List<String> authTokens,
    String messagingServiceSid,
    String number,
    @Nullable URI apiUrl,
    @Nullable URI statusUrl) {

  public TwilioAccount {
    authTokens = List.copyOf(authTokens);
    if (accountSid.isEmpty() || authTokens.isEmpty() || authTokens.getFirst().isEmpty()) {
      throw new IllegalArgumentException("Twilio needs an account SID and an auth token");
    }
    if (messagingServiceSid.isEmpty() && number.isEmpty()) {
      throw new IllegalArgumentException("Twilio needs a messaging service SID or a number");
    }
  }

  /// Without the tokens.
  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + "]";
  }
}
