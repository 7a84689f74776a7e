package org.folkmoot.sms.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sms.voice.CallPortal.Became;
import org.folkmoot.sms.voice.CallPortal.Code;
import org.folkmoot.sms.voice.CallPortal.Found;

/// What is said at one step of one call. Immutable.
record CallLines(CallScript script, CallState state, CallPortal portal) {

  /// All that is said there, whatever was said before.
  List<Line> said() {
    return switch (state.at()) {
      case LANGUAGE -> languages();
      case MENU ->
          join(
              say(script.isHearing() ? "welcome" : "welcome.closed"),
              join(say(script.isHearing() ? "menu.answer" : "menu.closed"), say("menu")));
      case QUESTION -> asked(script.next(state).orElseThrow());
      case STORY ->
          join(
              say("story"),
              join(
                  CallWords.lines(
                      state.language(), script.openQuestion().getOrDefault(state.language(), "")),
                  say("story.keys")));
      case SPEAKING -> say("speak");
      case UNDER18 -> join(say("under18"), say("yes.or.no"));
      case USE -> say("use");
      case SHOW -> join(say("show"), say("yes.or.no"));
      case TOLD -> told();
      case CODE -> say("code.enter");
      case BECAME -> join(became(), say("became.keys"));
      case TAKE_BACK -> join(say("back"), say("yes.or.no"));
      case CALL_BACK -> say("call.back");
      case CALL_BACK_NUMBER -> say("call.back.enter");
      case ENDED -> say("bye");
    };
  }

  private List<Line> languages() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < script.languages().size(); i++) {
      String language = script.languages().get(i);
      Map<String, String> key = Map.of("key", CallWords.say(language, "sign." + (i + 1)));
      lines.addAll(CallWords.lines(language, CallWords.say(language, "language", key)));
    }
    return lines;
  }

  private List<Line> asked(CallQuestion question) {
    String language = state.language();
    List<Line> lines =
        new ArrayList<>(
            CallWords.lines(language, question.ask().getOrDefault(language, question.id())));
    for (CallQuestion.Choice choice : question.choices()) {
      lines.addAll(
          CallWords.lines(
              language,
              CallWords.say(
                  language,
                  "choice",
                  Map.of(
                      "label",
                      choice.label().getOrDefault(language, choice.means()),
                      "key",
                      CallWords.say(language, "sign." + choice.key())))));
    }
    lines.addAll(say("skip"));
    return lines;
  }

  /// The code twice, slowly: in digits for who calls again, then in letters for the website.
  private List<Line> told() {
    Code code = portal.told(state);
    List<Line> digits = CallWords.spelled(state.language(), code.digits(), 3);
    List<Line> letters = CallWords.spelled(state.language(), code.letters(), 1);
    List<Line> said = join(say("code"), join(digits, join(say("code.once.more"), digits)));
    return join(
        said,
        join(
            say("code.letters"),
            join(letters, join(say("code.once.more"), join(letters, say("code.keys"))))));
  }

  private List<Line> became() {
    if (!(portal.find(state.asked(), state.language()) instanceof Found.Known(var became))) {
      return say("became.gone");
    }
    List<Line> said = new ArrayList<>(standing(became));
    if (became.standing() == CallPortal.Standing.GONE) {
      return said;
    }
    said.addAll(
        became
            .decided()
            .map(d ->
                join(
                    CallWords.lines(state.language(), heading("became.said", d.said())),
                    CallWords.lines(state.language(), heading("became.did", d.did()))))
            .orElseGet(() -> say("became.undecided")));
    return said;
  }

  private List<Line> standing(Became became) {
    return switch (became.standing()) {
      case RECEIVED -> say("became.received");
      case TO_BE_WRITTEN_DOWN -> say("became.to.be.written");
      case CHECKED -> say("became.checked");
      case REFUSED -> join(say("became.refused"), CallWords.lines(state.language(), became.why()));
      case HELD -> say("became.held");
      case GONE -> say("became.gone");
    };
  }

  private String heading(String key, String words) {
    return CallWords.say(state.language(), key) + " " + words;
  }

  List<Line> say(String key) {
    var names = new HashMap<>(script.names().getOrDefault(state.language(), Map.of()));
    return CallWords.lines(state.language(), CallWords.say(state.language(), key, names));
  }

  static List<Line> join(List<Line> first, List<Line> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
