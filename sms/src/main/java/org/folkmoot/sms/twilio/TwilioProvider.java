package org.folkmoot.sms.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.folkmoot.sms.MessageMedia;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.sms.Webhook;

/// Sends through Twilio's SDK and reads Twilio's webhooks. Safe for use by many threads.
public final class TwilioProvider implements SmsProvider {
  public static final String NAME = "twilio";

  private final TwilioAccount account;
  private final TwilioWebhooks webhooks;
  private final TwilioRestClient client;
  private final TwilioMedia media;

  public TwilioProvider(TwilioAccount account) {
    this.account = account;
    this.webhooks = new TwilioWebhooks(NAME, account.authTokens());
    var apiUrl = account.apiUrl();
    this.client =
        new TwilioRestClient.Builder(account.accountSid(), account.authTokens().getFirst())
            .accountSid(account.accountSid())
            .httpClient(apiUrl == null ? new NetworkHttpClient() : new RedirectedHttpClient(apiUrl))
            .build();
    this.media = new TwilioMedia(account, client);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<MessageMedia> media() {
    return Optional.of(media);
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    try {
      return new SendOutcome.Accepted(creator(message).create(client).getSid());
    } catch (ApiException e) {
      var code = e.getCode();
      return TwilioCodes.refusal(code == null ? 0 : code);
    } catch (ApiConnectionException e) {
      return neverLeft(e)
          ? new SendOutcome.Failed("no connection")
          : new SendOutcome.Unsure("no answer");
    } catch (TwilioException e) {
      return new SendOutcome.Failed(e.getClass().getSimpleName());
    }
  }

  /// Whether it is certain that Twilio has not seen the text: there was no connection at all.
  private static boolean neverLeft(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof ConnectTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private MessageCreator creator(OutboundMessage message) {
    var to = new PhoneNumber(message.to().e164());
    var from = message.from() == null ? account.number() : message.from();
    var creator =
        message.from() == null && !account.messagingServiceSid().isEmpty()
            ? Message.creator(to, account.messagingServiceSid(), message.body())
            : Message.creator(to, new PhoneNumber(from), message.body());
    var statusUrl = account.statusUrl();
    return statusUrl == null ? creator : creator.setStatusCallback(statusUrl);
  }

  @Override
  public Received inbound(Webhook call, Instant now) {
    return webhooks.inbound(call, now);
  }

  @Override
  public Received delivery(Webhook call, Instant now) {
    return webhooks.delivery(call, now);
  }
}
