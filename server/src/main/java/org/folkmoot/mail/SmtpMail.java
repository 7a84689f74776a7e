package org.folkmoot.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Sends letters through a mail server (SMTP, RFC 5321). Thread-safe.
///
/// The address of the server is `smtp://user:password@host:port` or `smtps://…`. With `smtp` the
/// line is encrypted where the server offers it (STARTTLS), and a password is never sent over one
/// that is not.
final class SmtpMail implements Mail {

  private static final System.Logger LOG = System.getLogger("mail");
  private static final String PATIENCE_MILLIS = "10000";

  private final Session session;
  private final InternetAddress from;
  private final InstantSource time;

  SmtpMail(URI server, InternetAddress from, InstantSource time) {
    String protocol = server.getScheme();
    String user = decoded(server, 0);
    var settings = new Properties();
    String prefix = "mail." + protocol + ".";
    settings.setProperty("mail.transport.protocol", protocol);
    settings.setProperty(prefix + "host", server.getHost());
    if (server.getPort() > 0) {
      settings.setProperty(prefix + "port", Integer.toString(server.getPort()));
    }
    settings.setProperty(prefix + "auth", Boolean.toString(!user.isEmpty()));
    settings.setProperty(prefix + "starttls.enable", "true");
    settings.setProperty(prefix + "starttls.required", Boolean.toString(!user.isEmpty()));
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
    settings.setProperty(prefix + "timeout", PATIENCE_MILLIS);
    settings.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
    this.session = Session.getInstance(settings, new Credentials(user, decoded(server, 1)));
    this.from = from;
    this.time = time;
  }

  @Override
  public Sent send(Letter letter) {
    try {
      var message = new MimeMessage(session);
      message.setFrom(from);
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
      message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
      message.setText(letter.text(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(time.instant()));
      // Out-of-office notes are not for us.
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
      return Sent.SENT;
    } catch (MessagingException e) {
      Sent outcome = isForGood(e) ? Sent.NEVER : Sent.LATER;
      // What the server says may name the address.
      LOG.log(
          Level.WARNING,
          "event=mail.not-sent letter=%s outcome=%s reason=%s"
              .formatted(letter.id(), outcome, e.getClass().getSimpleName()));
      return outcome;
    }
  }

  /// Answers 5xx mean "never", all others and a broken line mean "later" (RFC 5321, 4.2.1).
  private static boolean isForGood(MessagingException e) {
    for (Exception cause = e; cause != null; cause = next(cause)) {
      int code =
          switch (cause) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code >= 500) {
        return true;
      }
    }
    return e instanceof jakarta.mail.internet.AddressException
        || (e instanceof SendFailedException failed && failed.getNextException() == null);
  }

  private static @org.jspecify.annotations.Nullable Exception next(Exception e) {
    return e instanceof MessagingException failed ? failed.getNextException() : null;
  }

  private static String decoded(URI server, int part) {
    String info = server.getRawUserInfo();
    if (info == null) {
      return "";
    }
    String[] parts = info.split(":", 2);
    return part < parts.length
        ? URLDecoder.decode(parts[part].replace("+", "%2B"), StandardCharsets.UTF_8)
        : "";
  }

  private static final class Credentials extends Authenticator {
    private final String user;
    private final String password;

    Credentials(String user, String password) {
      this.user = user;
      this.password = password;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(user, password);
    }
  }
}
