package org.folkmoot;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.mail.MailRoom;
import org.folkmoot.media.Clamd;
import org.folkmoot.sms.http.HttpGatewayAccount;

/// The configuration, read once at start: defaults, then `folkmoot.yaml` in the working directory,
/// then environment variables `FOLKMOOT_…`. In the file the same keys stand in lower case without
/// the prefix: `FOLKMOOT_BASE_URL` is `base_url`.
///
/// @param baseUrl public address without a slash at its end; empty means from host and port
/// @param data directory of the embedded store, the index and the master key
/// @param mongodbUri another database than the embedded one; empty for the embedded one
/// @param clamav where ClamAV's daemon looks files through, `HOST:PORT` or a socket's path; empty
///   for nowhere
/// @param ffmpeg its name or path; empty to do without it
/// @param trustedProxy the one peer whose `X-Forwarded-For` is believed; empty for none
public record Settings(
    String host,
    int port,
    String baseUrl,
    Path data,
    Path masterKeyFile,
    String mongodbUri,
    String adminToken,
    String trustedProxy,
    String clamav,
    String ffmpeg,
    Sms sms,
    Mail mail) {

  private static final Path FILE = Path.of("folkmoot.yaml");

  /// @param provider `simulator`, `twilio` or `gateway`
  /// @param apiUrl another address for the provider's API; empty for its own
  /// @param own a gateway of one's own, a telephone with a SIM for example
  /// @param patience how long a gateway waits for the answer to a text; one that takes longer is
  ///   sent by itself
  public record Sms(
      String provider,
      String accountSid,
      String authToken,
      String messagingServiceSid,
      String number,
      String apiUrl,
      OwnGateway own,
      Duration patience) {
    @Override
    public String toString() {
      return "Sms[" + provider + "]";
    }
  }

  /// @param secret what it shows with every call; two with a comma between them while one replaces
  ///   the other
  /// @param number ours on it
  /// @param sendUrl where texts to send are posted; empty: it fetches them
  public record OwnGateway(String secret, String number, String sendUrl) {
    @Override
    public String toString() {
      return "OwnGateway[]";
    }

    public List<String> secrets() {
      return List.of(secret.split("\\s*,\\s*", -1));
    }
  }

  /// @param smtpUrl empty: mail goes to the outbox page of the desk
  public record Mail(String smtpUrl, String from) {
    @Override
    public String toString() {
      return "Mail[from=" + from + "]";
    }
  }

  /// What is wrong with the configuration, one line for each wrong key; never a value.
  public static final class WrongSettingsException extends RuntimeException {
    WrongSettingsException(List<String> lines) {
      super(String.join(System.lineSeparator(), lines), null, false, false);
    }
  }

  /// Reads the file and the environment of this process.
  public static Settings load() {
    Map<String, String> values = new TreeMap<>();
    if (Files.exists(FILE)) {
      Config file =
          Config.builder()
              .disableEnvironmentVariablesSource()
              .disableSystemPropertiesSource()
              .sources(ConfigSources.file(FILE))
              .build();
      file.asMap().ifPresent(values::putAll);
    }
    System.getenv()
        .forEach((name, value) -> {
          if (name.startsWith("FOLKMOOT_")) {
            values.put(name.substring("FOLKMOOT_".length()).toLowerCase(Locale.ROOT), value);
          }
        });
    return from(values);
  }

  /// @param values by key without prefix, for example `base_url`
  /// @throws WrongSettingsException naming every wrong key at once
  public static Settings from(Map<String, String> values) {
    var read = new Reading(values);
    Path data = Path.of(read.text("data", "data"));
    String uri = read.text("mongodb_uri", "");
    String keyFile = read.text("master_key_file", "");
    if (!uri.isEmpty() && keyFile.isEmpty()) {
      read.wrong.add(
          "FOLKMOOT_MASTER_KEY_FILE is needed with FOLKMOOT_MONGODB_URI: the path of the master key"
              + " that all portals of this database share.");
    }
    if (!uri.isEmpty() && !uri.matches("mongodb(\\+srv)?://.+")) {
      read.wrong.add("FOLKMOOT_MONGODB_URI must begin with mongodb:// or mongodb+srv://.");
    }
    var settings =
        new Settings(
            read.text("host", "127.0.0.1"),
            read.port(),
            read.url("base_url"),
            data,
            keyFile.isEmpty() ? data.resolve("master-key.json") : Path.of(keyFile),
            uri,
            read.text("admin_token", ""),
            read.text("trusted_proxy", ""),
            read.text("clamav", ""),
            read.text("ffmpeg", "ffmpeg"),
            new Sms(
                read.oneOf("sms", List.of("simulator", "twilio", "gateway")),
                read.text("twilio_account_sid", ""),
                read.text("twilio_auth_token", ""),
                read.text("twilio_messaging_service_sid", ""),
                read.text("twilio_number", ""),
                read.url("twilio_api_url"),
                new OwnGateway(
                    read.text("gateway_secret", ""),
                    read.text("gateway_number", ""),
                    read.url("gateway_send_url")),
                read.milliseconds("sms_patience_ms", 1_200)),
            new Mail(read.smtp("smtp_url"), read.text("mail_from", "")));
    if (!settings.clamav().isEmpty() && !Clamd.isAddress(settings.clamav())) {
      read.wrong.add(
          "FOLKMOOT_CLAMAV must be HOST:PORT or the path of a socket, like 127.0.0.1:3310 or"
              + " /run/clamav/clamd.ctl.");
    }
    if (!settings.mail().smtpUrl().isEmpty() && !MailRoom.isSender(settings.mail().from())) {
      read.wrong.add(
          "FOLKMOOT_MAIL_FROM is needed with FOLKMOOT_SMTP_URL: the sender's address, like"
              + " engage@example.org.");
    }
    if (settings.sms().provider().equals("twilio")
        && (settings.sms().accountSid().isEmpty() || settings.sms().authToken().isEmpty())) {
      read.wrong.add(
          "FOLKMOOT_SMS is twilio, so FOLKMOOT_TWILIO_ACCOUNT_SID and FOLKMOOT_TWILIO_AUTH_TOKEN"
              + " are needed.");
    }
    if (settings.sms().provider().equals("gateway") && !isKnown(settings.sms().own())) {
      read.wrong.add(
          "FOLKMOOT_SMS is gateway, so FOLKMOOT_GATEWAY_SECRET (at least 16 characters) and"
              + " FOLKMOOT_GATEWAY_NUMBER are needed.");
    }
    if (!read.wrong.isEmpty()) {
      throw new WrongSettingsException(read.wrong);
    }
    return settings;
  }

  private static boolean isKnown(OwnGateway own) {
    return !own.number().isEmpty()
        && own.secrets().stream()
            .allMatch(secret -> secret.length() >= HttpGatewayAccount.SHORTEST_SECRET);
  }

  /// The public address, without a slash at its end.
  public String publicUrl(int listeningPort) {
    return baseUrl.isEmpty() ? localUrl(listeningPort) : baseUrl;
  }

  /// An address at which this machine reaches the portal.
  public String localUrl(int listeningPort) {
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + listeningPort;
  }

  public boolean isLoopback() {
    return host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost");
  }

  /// True if nobody but this machine can reach the portal, not even through a proxy.
  public boolean isOnlyHere() {
    String shown = baseUrl.isEmpty() ? host : URI.create(baseUrl).getHost();
    return isLoopback() && List.of("127.0.0.1", "::1", "[::1]", "localhost").contains(shown);
  }

  private static final class Reading {
    private final Map<String, String> values;
    private final List<String> wrong = new ArrayList<>();

    Reading(Map<String, String> values) {
      this.values = values;
    }

    String text(String key, String otherwise) {
      return values.getOrDefault(key, otherwise).strip();
    }

    int port() {
      String value = text("port", "8080");
      if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
        return Integer.parseInt(value);
      }
      wrong.add("FOLKMOOT_PORT must be a number from 0 to 65535 (0 picks a free port).");
      return 0;
    }

    Duration milliseconds(String key, int otherwise) {
      String value = text(key, String.valueOf(otherwise));
      if (value.matches("\\d{1,6}")) {
        return Duration.ofMillis(Integer.parseInt(value));
      }
      wrong.add(name(key) + " must be a number of milliseconds.");
      return Duration.ofMillis(otherwise);
    }

    String url(String key) {
      String value = text(key, "");
      if (value.isEmpty()) {
        return value;
      }
      try {
        URI uri = URI.create(value);
        if (uri.getHost() != null && uri.getScheme().matches("https?")) {
          return value.replaceFirst("/+$", "");
        }
      } catch (IllegalArgumentException e) {
        wrong.add(name(key) + " is not an address.");
        return "";
      }
      wrong.add(name(key) + " must be an address like https://engage.example.org.");
      return "";
    }

    String smtp(String key) {
      String value = text(key, "");
      boolean good = value.isEmpty();
      if (!good) {
        try {
          URI uri = URI.create(value);
          good = uri.getHost() != null && String.valueOf(uri.getScheme()).matches("smtps?");
        } catch (IllegalArgumentException _) {
          good = false;
        }
      }
      if (!good) {
        wrong.add(
            name(key)
                + " must be an address like smtp://user:password@mail.example.org:587, or"
                + " smtps://.");
      }
      return good ? value : "";
    }

    String oneOf(String key, List<String> allowed) {
      String value = text(key, allowed.getFirst());
      if (!allowed.contains(value)) {
        wrong.add(name(key) + " must be one of: " + String.join(", ", allowed) + ".");
      }
      return value;
    }

    private static String name(String key) {
      return "FOLKMOOT_" + key.toUpperCase(Locale.ROOT);
    }
  }
}
