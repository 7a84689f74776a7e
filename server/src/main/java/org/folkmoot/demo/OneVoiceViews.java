package org.folkmoot.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Voice;
import org.folkmoot.report.Opening;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.texting.Dialling;
import org.folkmoot.texting.PhoneScreens;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.OneVoiceFigurePage;
import org.folkmoot.web.texting.OneVoicePage;

/// One voice as its visitor follows it.
final class OneVoiceViews {

  private static final int MOST_OTHERS = 30;

  private final OneVoice voice;
  private final ConsultationService consultations;

  OneVoiceViews(OneVoice voice, ConsultationService consultations) {
    this.voice = voice;
    this.consultations = consultations;
  }

  OneVoicePage page(Consultation asked, OneVoice.Seen seen, FormState form, Words words) {
    String number = Dialling.shown(voice.number(), consultations.council().country());
    return new OneVoicePage(
        words.say("demo.voice.title"),
        words.say("demo.voice.lead"),
        next(seen, words),
        PhoneScreens.of(seen.screen(), number, words),
        form.area("text", words.say("demo.phone.write"), 2).atMost(OutboundMessage.MAX_CHARACTERS),
        tries(asked, seen, words),
        forget(seen),
        waiting(seen, words),
        seen.sent().stream().map(c -> kept(c, words)).toList(),
        seen.figure().map(open -> figure(open, seen, words)).orElse(null),
        words.say("demo.voice.too-few"));
  }

  OneVoiceFigurePage figure(Consultation asked, OneVoice.Seen seen, Words words) {
    List<String> own = seen.counted().stream().map(Contribution::id).toList();
    List<OneVoiceFigurePage.Other> others =
        seen.figure().stream()
            .flatMap(open -> open.voices().stream())
            .filter(v -> !own.contains(v.id()) && !v.text().isBlank())
            .limit(MOST_OTHERS)
            .map(v -> other(v, words))
            .toList();
    return new OneVoiceFigurePage(
        seen.figure()
            .map(open -> words.number(open.figure().total()) + " " + about(open, words))
            .orElseGet(() -> words.say("demo.voice.title")),
        seen.figure()
            .map(open ->
                words.say(
                    "demo.voice.sentence",
                    "all",
                    open.figure().total(),
                    "shown",
                    open.shown(),
                    "hidden",
                    open.notShown()))
            .orElseGet(() -> words.say("demo.voice.too-few")),
        seen.counted().stream().map(c -> kept(c, words)).toList(),
        words.say(seen.takenBack().isEmpty() ? "demo.voice.none-yet" : "demo.voice.none-left"),
        others,
        "/c/" + asked.slug() + "/record",
        OneVoiceRoutes.PATH);
  }

  private static String next(OneVoice.Seen seen, Words words) {
    String counted = seen.figure().map(open -> words.number(open.figure().total())).orElse("");
    String step = step(seen);
    return step.equals("counted") && counted.isEmpty()
        ? words.say("demo.voice.next.kept")
        : words.say("demo.voice.next." + step, "number", counted);
  }

  /// What there is to do next.
  private static String step(OneVoice.Seen seen) {
    if (!seen.counted().isEmpty()) {
      return "counted";
    }
    return switch (seen.at()) {
      case WAITING -> "waiting";
      case UNDER_WAY -> "under-way";
      case IDLE, STOPPED -> seen.takenBack().isEmpty() ? "begin" : "gone";
    };
  }

  /// What can be sent with one press, as it fits where the conversation stands.
  private List<String> tries(Consultation asked, OneVoice.Seen seen, Words words) {
    List<String> tries = new ArrayList<>();
    switch (seen.at()) {
      case WAITING -> tries.addAll(List.of(words.say("demo.voice.go-on"), "GO"));
      case UNDER_WAY ->
          tries.addAll(List.of(words.say("demo.voice.skip-on"), "1", "2", "A", "DONE", "SKIP"));
      case STOPPED -> tries.add("START");
      case IDLE -> {
        if (seen.sent().isEmpty()) {
          tries.add(words.say("demo.voice.sentence-1"));
          tries.add(voice.keyword(asked));
        }
      }
    }
    return tries;
  }

  /// What can be pressed for several texts that leave every question out.
  static List<String> toTheEnd(Words words) {
    return List.of(words.say("demo.voice.go-on"), words.say("demo.voice.skip-on"));
  }

  private static String forget(OneVoice.Seen seen) {
    return seen.counted().stream()
        .findFirst()
        .map(c -> "FORGET " + c.receipt().printed())
        .orElse("");
  }

  private static String waiting(OneVoice.Seen seen, Words words) {
    return switch (seen.at()) {
      case WAITING -> words.say("demo.voice.waits");
      case UNDER_WAY -> words.say("demo.voice.under-way");
      case IDLE, STOPPED -> seen.sent().isEmpty() ? words.say("demo.voice.nothing") : "";
    };
  }

  private OneVoicePage.Kept kept(Contribution c, Words words) {
    boolean gone = c.status().isGone();
    ZoneId zone = consultations.council().zone();
    return new OneVoicePage.Kept(
        c.receipt().printed(),
        "/r/" + c.receipt().printed(),
        words.time(c.receivedAt().atZone(zone).toLocalTime()),
        c.text(),
        c.language(),
        gone,
        words.say(gone ? "demo.voice.is-gone" : "demo.voice.is-kept"));
  }

  private static OneVoicePage.Counted figure(Opening.Open open, OneVoice.Seen seen, Words words) {
    int yours = seen.counted().size();
    String number = words.number(open.figure().total());
    String note =
        yours > 0
            ? words.say(
                "demo.voice.yours", "count", yours, "number", number, "unit", about(open, words))
            : words.say("demo.voice.without", "count", seen.takenBack().size());
    return new OneVoicePage.Counted(
        number, about(open, words), note, OneVoiceRoutes.PATH + "/figure");
  }

  private static String about(Opening.Open open, Words words) {
    String key =
        switch (open.figure().kind()) {
          case DOOR -> "demo.voice.by-text";
          case MODE -> "demo.voice.from-home";
          case ALL, THEME, MARK, CHOICE -> "demo.voice.in-all";
        };
    return words.say(key, "count", open.figure().total());
  }

  private static OneVoiceFigurePage.Other other(Voice voice, Words words) {
    return new OneVoiceFigurePage.Other(
        voice.text(), voice.language(), words.say(voice.channel().wordKey()));
  }
}
