package org.folkmoot.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.folkmoot.door.RouteTable;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The mail, put together: made once, where the rooms are wired.
public record MailRoom(MailService service, RouteTable.Routes routes) {

  /// @param smtpUrl empty: letters stay in the outbox
  /// @param from the sender's address, as [#isSender] allows
  public static MailRoom in(
      Store store, Keys keys, String smtpUrl, String from, InstantSource time) {
    Optional<Mail> post =
        smtpUrl.isEmpty()
            ? Optional.empty()
            : Optional.of(new SmtpMail(URI.create(smtpUrl), sender(from), time));
    var service = new MailService(new MailRepository(store, keys), post, time);
    return new MailRoom(service, new MailRoutes(service));
  }

  /// True for `engage@example.org` and for `Wrenmouth Council <engage@example.org>`.
  public static boolean isSender(String from) {
    try {
      return new InternetAddress(from, true).getAddress().contains("@");
    } catch (AddressException _) {
      return false;
    }
  }

  private static InternetAddress sender(String from) {
    try {
      return new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }
}
