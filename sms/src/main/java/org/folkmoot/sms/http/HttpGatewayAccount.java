package org.folkmoot.sms.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How we and a gateway of somebody's own know each other.
///
/// @param secrets what the gateway shows with every call, the current one first; a second one is
///   accepted while one replaces the other
/// @param number our number on that gateway: E.164 or a short code
/// @param sendUrl where a text to send is posted; null: the gateway fetches them itself
public record HttpGatewayAccount(List<String> secrets, String number, @Nullable URI sendUrl) {

  /// A shorter secret could be found by trying.
  public static final int SHORTEST_SECRET = 16;

  public HttpGatewayAccount {
    secrets = List.copyOf(secrets);
    if (secrets.isEmpty() || secrets.stream().anyMatch(s -> s.length() < SHORTEST_SECRET)) {
      throw new IllegalArgumentException(
          "a gateway needs a secret of at least " + SHORTEST_SECRET + " characters");
    }
    if (number.isEmpty()) {
      throw new IllegalArgumentException("a gateway needs its number");
    }
  }

  /// Without the secrets.
  @Override
  public String toString() {
    return "HttpGatewayAccount[fetches=" + (sendUrl == null) + "]";
  }
}
