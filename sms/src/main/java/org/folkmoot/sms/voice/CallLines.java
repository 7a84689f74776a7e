package org.folkmoot.sms.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sms.voice.CallPortal.Became;
import org.folkmoot.sms.voice.CallPortal.Code;
import org.folkmoot.sms.voice.CallPortal.Found;

/// What is said at one step of one call: from a recording of the very words where there is one,
/// else read aloud. Immutable.
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
              join(spoken(script.openQuestion().getOrDefault(language(), "")), say("story.keys")));
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
      lines.addAll(spoken(language, SpokenLines.chooses(language, i + 1)));
    }
    return lines;
  }

  private List<Line> asked(CallQuestion question) {
    List<Line> lines =
        new ArrayList<>(spoken(question.ask().getOrDefault(language(), question.id())));
    for (CallQuestion.Choice choice : question.choices()) {
      String label = choice.label().getOrDefault(language(), choice.means());
      lines.addAll(spoken(SpokenLines.choice(language(), label, choice.key())));
    }
    lines.addAll(say("skip"));
    return lines;
  }

  /// The code twice, slowly: in digits for who calls again, then in letters for the website.
  private List<Line> told() {
    Code code = portal.told(state);
    List<Line> digits = digits(code.digits());
    List<Line> letters = CallWords.spelled(readAloud(), code.letters(), 1);
    List<Line> said = join(say("code"), join(digits, join(say("code.once.more"), digits)));
    return join(
        said,
        join(
            say("code.letters"),
            join(letters, join(say("code.once.more"), join(letters, say("code.keys"))))));
  }

  private List<Line> became() {
    if (!(portal.find(state.asked(), language()) instanceof Found.Known(var became))) {
      return say("became.gone");
    }
    List<Line> said = new ArrayList<>(standing(became));
    if (became.standing() == CallPortal.Standing.GONE) {
      return said;
    }
    said.addAll(
        became
            .decided()
            .map(d -> join(headed("became.said", d.said()), headed("became.did", d.did())))
            .orElseGet(() -> say("became.undecided")));
    return said;
  }

  private List<Line> standing(Became became) {
    return switch (became.standing()) {
      case RECEIVED -> say("became.received");
      case TO_BE_WRITTEN_DOWN -> say("became.to.be.written");
      case CHECKED -> say("became.checked");
      case REFUSED -> headed("became.refused", became.why());
      case HELD -> say("became.held");
      case GONE -> say("became.gone");
    };
  }

  /// Words that nobody could record beforehand, after a heading. Where no machine speaks the
  /// language they are in English, and that is said.
  private List<Line> headed(String key, String words) {
    if (language().equals(readAloud())) {
      return script.recording(language(), CallWords.say(language(), key)).isPresent()
              || key.equals("became.refused")
          ? join(say(key), CallWords.lines(language(), words))
          : CallWords.lines(language(), CallWords.say(language(), key) + " " + words);
    }
    return join(say(key), join(say("in.english"), CallWords.lines(readAloud(), words)));
  }

  /// Digits with a silence after every third: from recordings where all ten are recorded.
  List<Line> digits(String digits) {
    List<Line> played = new ArrayList<>();
    for (char digit = '0'; digit <= '9'; digit++) {
      if (script.recording(language(), sign(digit)).isEmpty()) {
        return CallWords.spelled(readAloud(), digits, 3);
      }
    }
    for (int i = 0; i < digits.length(); i++) {
      played.addAll(spoken(sign(digits.charAt(i))));
      if (i % 3 == 2 || i == digits.length() - 1) {
        played.add(new Line.Silence(1));
      }
    }
    return played;
  }

  private String sign(char digit) {
    return CallWords.say(language(), "sign." + digit);
  }

  List<Line> say(String key) {
    var names = new HashMap<>(script.names().getOrDefault(language(), Map.of()));
    return spoken(CallWords.say(language(), key, names));
  }

  private List<Line> spoken(String words) {
    return spoken(language(), words);
  }

  private List<Line> spoken(String language, String words) {
    return script
        .recording(language, words)
        .map(name -> List.<Line>of(new Line.Play(language, words, name)))
        .orElseGet(() -> CallWords.lines(language, words));
  }

  /// The one that was chosen, while the line offers it.
  private String language() {
    return script.languages().contains(state.language())
        ? state.language()
        : script.languages().getFirst();
  }

  /// The same, or English where no machine speaks it.
  private String readAloud() {
    return CallWords.READ_ALOUD.contains(language()) ? language() : CallWords.READ_ALOUD.getFirst();
  }

  static List<Line> join(List<Line> first, List<Line> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
