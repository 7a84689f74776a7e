package org.folkmoot.door;

import java.util.Map;

/// Headers that every answer carries unless a room says otherwise.
final class Headers {

  /// No inline script or style anywhere; nothing from elsewhere; nobody frames us. The referrer is
  /// never sent, because a receipt code may stand in an address. Written without spaces: they go
  /// out with every answer.
  static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self';"
              + "font-src 'self';media-src 'self';connect-src 'self';form-action 'self';"
              + "frame-ancestors 'none';base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(self),microphone=(self),geolocation=()",
          "Cache-Control",
          "no-store");

  private Headers() {}
}
