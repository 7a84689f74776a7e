package org.folkmoot.door;

import java.net.URI;

/// What is known of the address that links, codes and printed sheets carry.
public final class PublicAddress {

  private PublicAddress() {}

  /// True if only the machine itself can open it: nobody has set the portal's public address.
  public static boolean isLocal(String url) {
    String host = URI.create(url).getHost();
    return host == null
        || host.equalsIgnoreCase("localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }
}
