package org.folkmoot.sms.twilio;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.sms.Webhook;

/// The `X-Twilio-Signature`: Base64 of HMAC-SHA1, keyed with the auth token, over the public
/// address followed by name and value of every form field in order of name. A field that is
/// repeated counts with each different value, in order of value.
public final class TwilioSignature {
  public static final String HEADER = "X-Twilio-Signature";

  private TwilioSignature() {}

  /// Whether one of `tokens` (two while one replaces the other) signed this call. Compares in
  /// constant time; a missing signature or an empty token is never valid.
  public static boolean valid(Webhook call, List<String> tokens) {
    if (call.signature().isBlank()) {
      return false;
    }
    var fields = flat(call.form());
    var valid = false;
    for (var token : tokens) {
      valid |=
          !token.isEmpty()
              && new RequestValidator(token).validate(call.url(), fields, call.signature());
    }
    return valid;
  }

  /// Signs a call as Twilio would; the simulated network uses it.
  public static String sign(String url, Map<String, List<String>> form, String token) {
    var signed = new StringBuilder(url);
    flat(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  /// The SDK knows one value a name. It writes name then value, so further values join on the name
  /// and the signed text is the same.
  private static Map<String, String> flat(Map<String, List<String>> form) {
    var fields = new TreeMap<String, String>();
    form.forEach((name, values) -> {
      if (!values.isEmpty()) {
        fields.put(name, String.join(name, new TreeSet<>(values)));
      }
    });
    return fields;
  }
}
