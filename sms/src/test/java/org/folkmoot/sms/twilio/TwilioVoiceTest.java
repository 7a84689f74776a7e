package org.folkmoot.sms.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.folkmoot.sms.voice.Line;
import org.folkmoot.sms.voice.Prompt;
import org.folkmoot.sms.voice.VoiceProvider.NoRecordingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Recordings at Twilio, and prompts in its XML.
class TwilioVoiceTest {

  private static final VoiceTwiml.Addresses TO =
      new VoiceTwiml.Addresses(
          "https://e.example/step/3", "https://e.example/rec", "https://e.example/voice/prompt/");

  private static final String RECORDING = "RE" + "0123456789abcdef".repeat(2);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer api;
  private TwilioVoice voice;
  private int status = 200;

  @BeforeEach
  void open() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
    var url = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    voice =
        new TwilioVoice(
            new TwilioAccount("ACtest", List.of("token"), "", "+441632960777", url, null));
  }

  @AfterEach
  void close() {
    api.stop(0);
  }

  @Test
  void a_recording_is_fetched_by_its_name_from_twilios_own_address_and_deleted_there()
      throws IOException {
    try (var sound = voice.open(RECORDING)) {
      assertThat(sound.readAllBytes()).isEqualTo(new byte[] {1, 2, 3});
    }
    status = 204;
    voice.delete(RECORDING);

    String path = "/2010-04-01/Accounts/ACtest/Recordings/" + RECORDING;
    assertThat(asked)
        .containsExactly(
            "GET " + path + ".mp3 Basic QUN0ZXN0OnRva2Vu",
            "DELETE " + path + ".json Basic QUN0ZXN0OnRva2Vu");
  }

  @Test
  void what_is_no_name_of_a_recording_is_never_asked_for() {
    for (String name : List.of("", "../Calls", "RE12", "http://10.0.0.1/x", RECORDING + "/..")) {
      assertThatThrownBy(() -> voice.open(name)).isInstanceOf(NoRecordingException.class);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void a_redirect_leads_nowhere() {
    status = 302;

    assertThatThrownBy(() -> voice.open(RECORDING))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("302");
    assertThat(asked).hasSize(1);
  }

  @Test
  void what_is_gone_is_told_apart_from_what_cannot_be_had_now() throws IOException {
    status = 404;
    assertThatThrownBy(() -> voice.open(RECORDING)).isInstanceOf(NoRecordingException.class);
    voice.delete(RECORDING);

    status = 500;
    assertThatThrownBy(() -> voice.open(RECORDING))
        .isNotInstanceOf(NoRecordingException.class)
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> voice.delete(RECORDING)).isInstanceOf(IOException.class);
  }

  @Test
  void a_prompt_is_said_inside_what_waits_for_a_key_and_silence_goes_on_too() {
    var prompt =
        new Prompt(
            List.of(new Line.Say("pl", "Naciśnij 1."), new Line.Silence(2)),
            new Prompt.Next.Key(Duration.ofSeconds(8)));

    assertThat(VoiceTwiml.write(prompt, TO))
        .contains("<Gather", "action=\"https://e.example/step/3\"", "numDigits=\"1\"")
        .contains("actionOnEmptyResult=\"true\"", "timeout=\"8\"", "finishOnKey=\"\"")
        .contains("<Say language=\"pl-PL\">Naciśnij 1.</Say><Pause length=\"2\"/></Gather>");
  }

  @Test
  void what_is_recorded_is_played_from_the_portal() {
    var prompt =
        new Prompt(
            List.of(new Line.Play("bn", "বিদায়।", "f00d")),
            new Prompt.Next.Key(Duration.ofSeconds(8)));

    assertThat(VoiceTwiml.write(prompt, TO))
        .contains("<Play>https://e.example/voice/prompt/f00d</Play></Gather>");
    assertThat(VoiceTwiml.write(new Prompt(prompt.said(), new Prompt.Next.HangUp()), TO))
        .contains("<Play>https://e.example/voice/prompt/f00d</Play><Hangup/>");
  }

  @Test
  void words_are_recorded_for_three_minutes_at_most_and_told_of_when_they_are_ready() {
    var prompt =
        new Prompt(
            List.of(new Line.Say("en", "Speak.")), new Prompt.Next.Words(Duration.ofMinutes(3)));

    assertThat(VoiceTwiml.write(prompt, TO))
        .contains("<Say language=\"en-GB\">Speak.</Say><Record", "maxLength=\"180\"")
        .contains("playBeep=\"true\"", "finishOnKey=\"#0\"")
        .contains("recordingStatusCallback=\"https://e.example/rec\"");
  }

  private void answer(HttpExchange call) throws IOException {
    asked.add(
        call.getRequestMethod()
            + " "
            + call.getRequestURI()
            + " "
            + call.getRequestHeaders().getFirst("Authorization"));
    if (status == 302) {
      call.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
    }
    byte[] body =
        switch (status) {
          case 200 -> new byte[] {1, 2, 3};
          case 404, 500 -> ("{\"status\":" + status + ",\"code\":20404}").getBytes(UTF_8);
          default -> new byte[0];
        };
    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = call.getResponseBody()) {
      out.write(body);
    }
  }
}
