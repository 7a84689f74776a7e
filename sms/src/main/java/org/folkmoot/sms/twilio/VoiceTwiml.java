package org.folkmoot.sms.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import java.time.Duration;
import org.folkmoot.sms.voice.CallEngine;
import org.folkmoot.sms.voice.Line;
import org.folkmoot.sms.voice.Prompt;

/// A prompt in TwiML, the XML that answers a voice webhook. Send it as `application/xml`.
public final class VoiceTwiml {

  /// Silence after which a recording ends by itself, in seconds.
  private static final int SILENCE = 10;

  private VoiceTwiml() {}

  /// Public addresses of the portal.
  ///
  /// @param next is told what the caller did
  /// @param recorded is told of a finished recording, also when the caller has hung up
  /// @param prompts under which recorded words are fetched by their name
  public record Addresses(String next, String recorded, String prompts) {
    /// For a prompt that is followed by nothing.
    public static final Addresses NONE = new Addresses("", "", "");
  }

  public static String write(Prompt prompt, Addresses to) {
    var response = new VoiceResponse.Builder();
    return switch (prompt.next()) {
      case Prompt.Next.Key(var wait) ->
          response
              .gather(gather(prompt, to, wait).numDigits(1).finishOnKey("").build())
              .build()
              .toXml();
      case Prompt.Next.Digits(var most, var wait) ->
          response
              .gather(gather(prompt, to, wait).numDigits(most).finishOnKey("#").build())
              .build()
              .toXml();
      case Prompt.Next.Words(var longest) -> {
        said(prompt, to, response);
        yield response.record(record(to, longest)).build().toXml();
      }
      case Prompt.Next.HangUp _ -> {
        said(prompt, to, response);
        yield response.hangup(new Hangup.Builder().build()).build().toXml();
      }
    };
  }

  /// Acknowledges and says nothing.
  public static String empty() {
    return new VoiceResponse.Builder().build().toXml();
  }

  /// Silence is told too, so that every step goes on.
  private static Gather.Builder gather(Prompt prompt, Addresses to, Duration wait) {
    var gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .action(to.next())
            .method(HttpMethod.POST)
            .timeout(Math.toIntExact(wait.toSeconds()))
            .actionOnEmptyResult(true);
    for (Line line : prompt.said()) {
      switch (line) {
        case Line.Say say -> gather.say(say(say));
        case Line.Play play -> gather.play(play(play, to));
        case Line.Silence silence -> gather.pause(pause(silence));
      }
    }
    return gather;
  }

  private static void said(Prompt prompt, Addresses to, VoiceResponse.Builder response) {
    for (Line line : prompt.said()) {
      switch (line) {
        case Line.Say say -> response.say(say(say));
        case Line.Play play -> response.play(play(play, to));
        case Line.Silence silence -> response.pause(pause(silence));
      }
    }
  }

  private static Record record(Addresses to, Duration longest) {
    return new Record.Builder()
        .action(to.next())
        .method(HttpMethod.POST)
        .maxLength(Math.toIntExact(longest.toSeconds()))
        .timeout(SILENCE)
        .playBeep(true)
        .finishOnKey("#" + CallEngine.PERSON)
        .recordingStatusCallback(to.recorded())
        .recordingStatusCallbackMethod(HttpMethod.POST)
        .recordingStatusCallbackEvents(Record.RecordingEvent.COMPLETED)
        .build();
  }

  private static Say say(Line.Say line) {
    var language =
        switch (line.language()) {
          case "pl" -> Say.Language.PL_PL;
          default -> Say.Language.EN_GB;
        };
    return new Say.Builder(line.words()).language(language).build();
  }

  private static Play play(Line.Play line, Addresses to) {
    return new Play.Builder(to.prompts() + line.recording()).build();
  }

  private static Pause pause(Line.Silence line) {
    return new Pause.Builder().length(line.seconds()).build();
  }
}
