package org.folkmoot.sms.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.voice.VoiceProvider;

/// Calls through Twilio. Recordings are asked for at Twilio's own address, made from the name of
/// the recording; a redirect is not followed, so that no webhook and no answer can send us anywhere
/// else. Safe for use by many threads.
public final class TwilioVoice implements VoiceProvider {

  private static final URI API = URI.create("https://api.twilio.com");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;

  /// https://www.twilio.com/docs/glossary/what-is-a-sid
  private static final Pattern RECORDING = Pattern.compile("RE[0-9a-f]{32}");

  private final TwilioAccount account;
  private final TwilioRestClient client;
  private final HttpClient http;

  public TwilioVoice(TwilioAccount account) {
    this.account = account;
    var apiUrl = account.apiUrl();
    this.client =
        new TwilioRestClient.Builder(account.accountSid(), account.authTokens().getFirst())
            .accountSid(account.accountSid())
            .httpClient(apiUrl == null ? new NetworkHttpClient() : new RedirectedHttpClient(apiUrl))
            .build();
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return TwilioProvider.NAME;
  }

  @Override
  public boolean isGenuine(Webhook call) {
    return TwilioSignature.valid(call, account.authTokens());
  }

  @Override
  public boolean isRecording(String recording) {
    return RECORDING.matcher(recording).matches();
  }

  @Override
  public InputStream open(String recording) throws IOException {
    if (!isRecording(recording)) {
      throw new NoRecordingException("no name of a recording");
    }
    var request =
        HttpRequest.newBuilder(address(recording))
            .timeout(TIMEOUT)
            .header("Authorization", "Basic " + credentials())
            .GET()
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      answer.body().close();
      if (answer.statusCode() == NOT_FOUND) {
        throw new NoRecordingException("404");
      }
      throw new IOException("answered " + answer.statusCode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void delete(String recording) throws IOException {
    try {
      Recording.deleter(recording).delete(client);
    } catch (ApiException e) {
      var status = e.getStatusCode();
      if (status == null || status != NOT_FOUND) {
        throw new IOException("refused with " + status, e);
      }
    } catch (TwilioException e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private URI address(String recording) {
    var apiUrl = account.apiUrl();
    var base = (apiUrl == null ? API : apiUrl).toString().replaceAll("/+$", "");
    return URI.create(
        base
            + "/2010-04-01/Accounts/"
            + account.accountSid()
            + "/Recordings/"
            + recording
            + ".mp3");
  }

  private String credentials() {
    var pair = account.accountSid() + ":" + account.authTokens().getFirst();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
