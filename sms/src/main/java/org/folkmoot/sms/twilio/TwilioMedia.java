package org.folkmoot.sms.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.message.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.folkmoot.sms.MessageMedia;

/// Pictures at Twilio. An address in a webhook is read for the two names in it and for nothing
/// else: what is asked is made here, of Twilio's API, with our credentials; one redirect to
/// Twilio's store of media is followed, without them. Safe for use by many threads.
final class TwilioMedia implements MessageMedia {

  private static final URI API = URI.create("https://api.twilio.com");

  /// https://help.twilio.com/articles/223183748
  private static final String STORE = "mms.twiliocdn.com";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// Twilio takes no message of more than 5 MB.
  static final int MAX_BYTES = 8 * 1024 * 1024;

  private static final int NOT_FOUND = 404;

  private final TwilioAccount account;
  private final TwilioRestClient client;
  private final URI api;
  private final Pattern address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// A file by the names Twilio gave its text and itself.
  private record Named(String message, String media) {}

  TwilioMedia(TwilioAccount account, TwilioRestClient client) {
    this.account = account;
    this.client = client;
    var other = account.apiUrl();
    this.api = other == null ? API : other;
    String files = base() + "/2010-04-01/Accounts/" + account.accountSid() + "/Messages/";
    this.address =
        Pattern.compile(Pattern.quote(files) + "([SM]M[0-9a-fA-F]{32})/Media/(ME[0-9a-fA-F]{32})");
  }

  @Override
  public byte[] fetch(String media) throws IOException {
    Named file = named(media).orElseThrow(() -> new NoMediaException("no address of ours"));
    var first = ask(URI.create(base() + path(file)), true);
    if (first.statusCode() == 200) {
      return first.body();
    }
    if (first.statusCode() / 100 != 3) {
      throw new IOException("answered " + first.statusCode());
    }
    var second = ask(redirect(first), false);
    if (second.statusCode() != 200) {
      throw new IOException("the store answered " + second.statusCode());
    }
    return second.body();
  }

  private HttpResponse<byte[]> ask(URI where, boolean asUs) throws IOException {
    var request = HttpRequest.newBuilder(where).timeout(TIMEOUT).GET();
    if (asUs) {
      request.header("Authorization", "Basic " + credentials());
    }
    var read =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES);
    try {
      // The request's own limit ends with the first byte; this one with the last.
      return http.sendAsync(request.build(), read).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("too slow", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private URI redirect(HttpResponse<byte[]> answer) throws IOException {
    try {
      URI to = answer.uri().resolve(answer.headers().firstValue("Location").orElse(""));
      boolean store =
          "https".equals(to.getScheme()) && STORE.equals(to.getHost()) && to.getPort() == -1;
      boolean sameTest =
          account.apiUrl() != null
              && api.getScheme().equals(to.getScheme())
              && api.getAuthority().equals(to.getAuthority());
      if (store || sameTest) {
        return to;
      }
      throw new NoMediaException("led elsewhere");
    } catch (IllegalArgumentException e) {
      throw new NoMediaException("led nowhere");
    }
  }

  @Override
  public void delete(String media) throws IOException {
    Optional<Named> file = named(media);
    if (file.isEmpty()) {
      return;
    }
    try {
      Media.deleter(file.get().message(), file.get().media()).delete(client);
    } catch (ApiException e) {
      var status = e.getStatusCode();
      if (status == null || status != NOT_FOUND) {
        throw new IOException("refused with " + status, e);
      }
    } catch (TwilioException e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private Optional<Named> named(String url) {
    var found = address.matcher(url);
    return found.matches()
        ? Optional.of(new Named(found.group(1), found.group(2)))
        : Optional.empty();
  }

  private String path(Named file) {
    return "/2010-04-01/Accounts/"
        + account.accountSid()
        + "/Messages/"
        + file.message()
        + "/Media/"
        + file.media();
  }

  private String base() {
    return api.toString().replaceAll("/+$", "");
  }

  private String credentials() {
    var pair = account.accountSid() + ":" + account.authTokens().getFirst();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
