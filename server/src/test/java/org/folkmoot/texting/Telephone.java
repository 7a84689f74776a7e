package org.folkmoot.texting;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.xml.sax.InputSource;

/// A person's telephone whose texts reach the portal as Twilio's signed calls. For one thread.
public final class Telephone {

  public static final String TOKEN = "test-auth-token";
  public static final String PORTAL = "+447700900999";

  /// Settings of a portal that is texted through Twilio.
  public static final Map<String, String> LINE =
      Map.of(
          "sms",
          "twilio",
          "twilio_account_sid",
          "ACtest",
          "twilio_auth_token",
          TOKEN,
          "twilio_number",
          PORTAL);

  private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\\b");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI portal;
  private final String number;

  public Telephone(URI portal, String number) {
    this.portal = portal;
    this.number = number;
  }

  /// The same where what the portal sends reaches nobody.
  public static Map<String, String> lineToNobody() {
    Map<String, String> settings = new TreeMap<>(LINE);
    settings.put("twilio_api_url", "http://127.0.0.1:9");
    return settings;
  }

  String number() {
    return number;
  }

  /// Takes part in the sample's questions to their end, allows everything that is asked, and reads
  /// the code.
  ///
  /// @param words the answer to the open question
  public String answersAll(String words, boolean under18) {
    text("BUS");
    String said = String.join("\n", text("GO"));
    for (int turn = 0; turn < 20; turn++) {
      Matcher code = CODE.matcher(said);
      if (code.find()) {
        return code.group();
      }
      if (said.contains("Use your own words")) {
        text(words);
        said = String.join("\n", text("DONE"));
      } else {
        boolean second = said.contains("under 18") && !under18;
        String other = said.contains("postcode") ? "WM3" : second ? "2" : "1";
        said = String.join("\n", text(said.contains("A later") ? "A" : other));
      }
    }
    throw new AssertionError("no code: " + said);
  }

  /// Says one sentence without any keyword, replies GO, leaves out or says no to whatever is asked
  /// then, and reads the code.
  public String says(String sentence) {
    text(sentence);
    return goesOn();
  }

  /// The same once words have been sent.
  String goesOn() {
    String said = String.join("\n", text("GO"));
    for (int turn = 0; turn < 20; turn++) {
      Matcher code = CODE.matcher(said);
      if (code.find()) {
        return code.group();
      }
      boolean ofOurs = said.contains("/5 ");
      said = String.join("\n", text(ofOurs ? "SKIP" : "2"));
    }
    throw new AssertionError("no code: " + said);
  }

  /// Sends a text and reads what it is answered.
  public List<String> text(String words) {
    return text(words, "SM" + UUID.randomUUID());
  }

  List<String> text(String words, String messageId) {
    HttpResponse<String> answer = send(words, messageId, TOKEN, PORTAL);
    if (answer.statusCode() != 200
        || !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/xml")) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return texts(answer.body());
  }

  /// Sends a text with pictures, by where the gateway has them, and reads what it is answered.
  List<String> text(String words, String messageId, List<String> pictures) {
    return texts(send(words, messageId, TOKEN, PORTAL, pictures).body());
  }

  HttpResponse<String> send(String words, String messageId, String token, String to) {
    return send(words, messageId, token, to, List.of());
  }

  private HttpResponse<String> send(
      String words, String messageId, String token, String to, List<String> pictures) {
    Map<String, List<String>> form = new TreeMap<>();
    form.put("MessageSid", List.of(messageId));
    form.put("AccountSid", List.of("ACtest"));
    form.put("From", List.of(number));
    form.put("To", List.of(to));
    form.put("Body", List.of(words));
    form.put("NumMedia", List.of(String.valueOf(pictures.size())));
    for (int i = 0; i < pictures.size(); i++) {
      form.put("MediaUrl" + i, List.of(pictures.get(i)));
      form.put("MediaContentType" + i, List.of("image/jpeg"));
    }
    form.put("NumSegments", List.of("1"));
    form.put("SmsStatus", List.of("received"));
    form.put("ApiVersion", List.of("2010-04-01"));
    return post("/sms/twilio/inbound", form, token);
  }

  /// Twilio says what became of a text that the portal sent to this telephone.
  HttpResponse<String> report(String sid, String status, String code) {
    Map<String, List<String>> form = new TreeMap<>();
    form.put("MessageSid", List.of(sid));
    form.put("AccountSid", List.of("ACtest"));
    form.put("MessageStatus", List.of(status));
    form.put("From", List.of(PORTAL));
    form.put("To", List.of(number));
    if (!code.isEmpty()) {
      form.put("ErrorCode", List.of(code));
    }
    return post("/sms/twilio/status", form, TOKEN);
  }

  /// A call of somebody who is not Twilio, or says it badly: a raw body with this signature.
  HttpResponse<String> raw(String path, String type, String body, String signature) {
    var request =
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header(TwilioSignature.HEADER, signature);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String path, Map<String, List<String>> form, String token) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue().getFirst()))
            .collect(Collectors.joining("&"));
    URI address = portal.resolve(path);
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header(TwilioSignature.HEADER, TwilioSignature.sign(address.toString(), form, token))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String twiml) {
    try {
      var messages =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(twiml)))
              .getElementsByTagName("Message");
      var texts = new ArrayList<String>();
      for (int i = 0; i < messages.getLength(); i++) {
        texts.add(messages.item(i).getTextContent());
      }
      return texts;
    } catch (Exception e) {
      throw new AssertionError("no TwiML: " + twiml, e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
