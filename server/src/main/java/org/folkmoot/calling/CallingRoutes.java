package org.folkmoot.calling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.twilio.VoiceTwiml;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.sms.voice.Line;
import org.folkmoot.sms.voice.Pressed;
import org.folkmoot.sms.voice.Prompt;
import org.folkmoot.sms.voice.VoiceProvider;
import org.folkmoot.texting.SignedCall;

/// The webhooks of the company that carries calls. Fields: `CallSid`, `From`, `To`, `CallStatus`;
/// what a caller did comes as `Digits`, `RecordingSid` and `RecordingDuration`.
final class CallingRoutes implements RouteTable.Routes {

  private static final String STEP = "/voice/twilio/step/";
  private static final String RECORDED = "/voice/twilio/recording";

  private final CallingService calls;
  private final VoiceProvider provider;
  private final Supplier<String> publicUrl;

  /// @param publicUrl the portal's public address, known once it listens; part of what is signed
  CallingRoutes(CallingService calls, VoiceProvider provider, Supplier<String> publicUrl) {
    this.calls = calls;
    this.provider = provider;
    this.publicUrl = publicUrl;
  }

  @Override
  public void register(RouteTable table) {
    table.post("/voice/twilio/inbound", Access.signed(), Limit.WEBHOOK, this::inbound);
    table.post(STEP + "{turn}", Access.signed(), Limit.WEBHOOK, this::step);
    table.post(RECORDED, Access.signed(), Limit.WEBHOOK, this::recorded);
    table.post("/voice/twilio/status", Access.signed(), Limit.WEBHOOK, this::status);
  }

  private Answer inbound(Ask ask) {
    Webhook call = SignedCall.of(ask, publicUrl.get());
    if (!provider.isGenuine(call)) {
      return Answer.empty(403);
    }
    return id(call).isEmpty()
        ? SignedCall.twiml(VoiceTwiml.empty())
        : SignedCall.twiml(
            calls.ring(call.field("To"), turn(call)).orElseGet(CallingRoutes::nobody));
  }

  private Answer step(Ask ask) {
    Webhook call = SignedCall.of(ask, publicUrl.get());
    if (!provider.isGenuine(call)) {
      return Answer.empty(403);
    }
    String number = ask.value("turn");
    if (!number.matches("[0-9]{1,4}")) {
      throw new ProblemException(new Problem.NotFound());
    }
    if (id(call).isEmpty()) {
      return SignedCall.twiml(VoiceTwiml.empty());
    }
    noteRecording(call, call.field("Digits").equals("hangup") || call.field("Digits").isEmpty());
    return SignedCall.twiml(
        calls
            .goOn(Integer.parseInt(number), pressed(call), turn(call))
            .orElseGet(CallingRoutes::nobody));
  }

  private static Pressed pressed(Webhook call) {
    String keys = call.field("Digits").replaceAll("[^0-9*#]", "");
    return new Pressed(
        keys.substring(0, Math.min(keys.length(), 32)), seconds(call.field("RecordingDuration")));
  }

  private Answer recorded(Ask ask) {
    Webhook call = SignedCall.of(ask, publicUrl.get());
    if (!provider.isGenuine(call)) {
      return Answer.empty(403);
    }
    String state = call.field("RecordingStatus");
    noteRecording(call, state.isEmpty() || state.equals("completed"));
    return SignedCall.twiml(VoiceTwiml.empty());
  }

  private void noteRecording(Webhook call, boolean ready) {
    String recording = call.field("RecordingSid");
    int seconds = seconds(call.field("RecordingDuration"));
    if (ready && seconds > 0 && !id(call).isEmpty() && provider.isRecording(recording)) {
      calls.recorded(id(call), recording, seconds);
    }
  }

  private Answer status(Ask ask) {
    Webhook call = SignedCall.of(ask, publicUrl.get());
    if (!provider.isGenuine(call)) {
      return Answer.empty(403);
    }
    boolean over =
        List.of("completed", "busy", "failed", "no-answer", "canceled")
            .contains(call.field("CallStatus").toLowerCase(Locale.ROOT));
    if (over && !id(call).isEmpty()) {
      calls.ended(id(call));
    }
    return SignedCall.twiml(VoiceTwiml.empty());
  }

  private CallingService.Turn turn(Webhook call) {
    return new CallingService.Turn(
        id(call),
        call.field("From"),
        heard ->
            VoiceTwiml.write(
                heard.prompt(),
                new VoiceTwiml.Addresses(
                    publicUrl.get() + STEP + heard.next(),
                    publicUrl.get() + RECORDED,
                    publicUrl.get() + PromptRoutes.PLAYED)));
  }

  /// Said where nobody is to be reached: our matter, not the company's, so that it is no error.
  private static String nobody() {
    List<Line> said =
        CallWords.READ_ALOUD.stream()
            .flatMap(language ->
                CallWords.lines(language, CallWords.say(language, "nobody", Map.of())).stream())
            .toList();
    return VoiceTwiml.write(new Prompt(said, new Prompt.Next.HangUp()), VoiceTwiml.Addresses.NONE);
  }

  /// The company and its id of the call; empty if it names none.
  private String id(Webhook call) {
    String sid = call.field("CallSid");
    return sid.matches("[A-Za-z0-9]{1,64}") ? provider.name() + ":" + sid : "";
  }

  private static int seconds(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}
