package org.folkmoot.door;

import java.net.URI;

/// Whose page asks.
public final class Origin {

  private Origin() {}

  /// True if a page of ours asks, or no page at all. Browsers always name the page's origin; a
  /// proxy may have changed the host, so the public address counts too.
  ///
  /// @param origin and `host` as in the headers
  /// @param portal the public address
  public static boolean isOurs(String origin, String host, String portal) {
    if (origin.isEmpty()) {
      return true;
    }
    try {
      URI from = URI.create(origin);
      String authority = from.getRawAuthority();
      if (authority == null || !String.valueOf(from.getScheme()).matches("https?")) {
        return false;
      }
      URI ours = URI.create(portal);
      return authority.equalsIgnoreCase(host)
          || (authority.equalsIgnoreCase(ours.getRawAuthority())
              && from.getScheme().equals(ours.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
