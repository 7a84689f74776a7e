package org.folkmoot.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.sms.Webhook;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {
  private static final String URL = "https://engage.wrenmouth.example/hooks/sms/twilio";
  private static final Map<String, String> TEXT =
      Map.of(
          "MessageSid", "SM00000000000000000000000000000001",
          "AccountSid", "AC00000000000000000000000000000001",
          "From", "+447700900123",
          "To", "+447700900999",
          "Body", "BUS no way home after 6",
          "NumMedia", "0",
          "NumSegments", "1",
          "SmsStatus", "received",
          "ApiVersion", "2010-04-01");
  private static final String SIGNATURE = "WzbdwAdXq5m0COjbDfBCS0PC6ck=";

  @Test
  void the_documented_example_is_valid() {
    var call =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+12349013030",
            "Digits", "1234",
            "From", "+12349013030",
            "To", "+18005551212");
    var url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    assertThat(valid(url, call, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=", "12345")).isTrue();
    assertThat(TwilioSignature.sign(url, form(call), "12345"))
        .isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
  }

  @Test
  void a_text_to_wrenmouth_is_valid() {
    assertThat(valid(URL, TEXT, SIGNATURE, "test-auth-token")).isTrue();
    assertThat(TwilioSignature.sign(URL, form(TEXT), "test-auth-token")).isEqualTo(SIGNATURE);
  }

  @Test
  void either_of_two_tokens_is_good_while_one_replaces_the_other() {
    assertThat(valid(URL, TEXT, SIGNATURE, "new-token", "test-auth-token")).isTrue();
    assertThat(valid(URL, TEXT, SIGNATURE, "test-auth-token", "old-token")).isTrue();
  }

  @Test
  void another_address_another_word_another_token_or_no_signature_is_not() {
    var changed = new TreeMap<>(TEXT);
    changed.put("Body", "BUS all is well");
    var added = new TreeMap<>(TEXT);
    added.put("Extra", "1");

    assertThat(valid(URL + "?x=1", TEXT, SIGNATURE, "test-auth-token")).isFalse();
    assertThat(valid(URL, changed, SIGNATURE, "test-auth-token")).isFalse();
    assertThat(valid(URL, added, SIGNATURE, "test-auth-token")).isFalse();
    assertThat(valid(URL, TEXT, SIGNATURE, "other")).isFalse();
    assertThat(valid(URL, TEXT, "", "test-auth-token")).isFalse();
    assertThat(valid(URL, TEXT, SIGNATURE, "")).isFalse();
    assertThat(valid(URL, TEXT, SIGNATURE)).isFalse();
  }

  @Test
  void a_repeated_field_counts_with_every_value() {
    var form = Map.of("Body", List.of("b", "a", "b"), "From", List.of("+1"));

    var signature = TwilioSignature.sign("https://x.example/", form, "t");

    assertThat(signature)
        .isEqualTo(
            TwilioSignature.sign(
                "https://x.example/",
                Map.of("Body", List.of("aBodyb"), "From", List.of("+1")),
                "t"));
    assertThat(
            TwilioSignature.valid(new Webhook("https://x.example/", form, signature), List.of("t")))
        .isTrue();
  }

  private static boolean valid(
      String url, Map<String, String> fields, String signature, String... tokens) {
    return TwilioSignature.valid(new Webhook(url, form(fields), signature), List.of(tokens));
  }

  private static Map<String, List<String>> form(Map<String, String> fields) {
    var form = new TreeMap<String, List<String>>();
    fields.forEach((name, value) -> form.put(name, List.of(value)));
    return form;
  }
}
