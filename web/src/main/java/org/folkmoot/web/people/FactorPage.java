package org.folkmoot.web.people;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.QrCode;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where staff type the code of their authenticator app, and where the app is connected first.
///
/// @param connect how to connect the app; null once it is
/// @param help what to do without phone and codes
public record FactorPage(
    String title,
    String lead,
    @Nullable ErrorSummary errors,
    @Nullable Connect connect,
    TextField code,
    String action,
    Button send,
    String help)
    implements Page {

  /// @param key the secret in groups of four, to be typed where no picture can be scanned
  /// @param address the same as an app on this device takes it
  public record Connect(QrCode qr, String key, String address) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/factor.mustache";
  }
}
