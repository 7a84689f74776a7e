package org.folkmoot.sms.words;

import static org.folkmoot.sms.words.ReservedWord.FORGET;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Understands STOP, START, HELP, FORGET, RESULT, PRIVATE, CHANGE, GO, SKIP and DONE in every
/// language of `reserved.properties`, with near misses such as "stop please". A reserved word
/// counts only if nothing but polite words stands around it: "the bus did not stop" is a story.
/// Immutable.
public final class ReservedWords {

  /// A reserved word and, for FORGET, RESULT, PRIVATE and CHANGE, the receipt code behind it.
  ///
  /// @param argument ten characters in upper case without hyphens, I and L read as 1 and O as 0,
  ///   not otherwise checked; empty if there was none
  /// @param rest what was written behind the code of a CHANGE, as typed; otherwise empty
  public record Command(ReservedWord word, String argument, String rest) {
    public Command(ReservedWord word, String argument) {
      this(word, argument, "");
    }
  }

  /// Longer than any reserved word with its politeness and a code in four pieces.
  private static final int MAX_WORDS = 10;

  private static final Set<ReservedWord> TAKE_CODE =
      EnumSet.of(
          ReservedWord.FORGET, ReservedWord.RESULT, ReservedWord.PRIVATE, ReservedWord.CHANGE);

  private static final int CODE_LENGTH = 10;

  private static final Pattern LEADING = Pattern.compile("^[\\s:;,.!\\-–—]+");

  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z*~$=]{10}");

  private final Map<ReservedWord, List<List<String>>> phrases = new EnumMap<>(ReservedWord.class);
  private final Map<ReservedWord, Set<String>> around = new EnumMap<>(ReservedWord.class);
  private final Set<String> thanks = new HashSet<>();
  private final Set<String> puzzled = new HashSet<>();
  private final List<List<String>> wrongNumber;
  private final Set<String> aroundWrong;
  private final List<List<String>> back;
  private final Set<String> aroundBack;
  private final List<List<String>> person;
  private final Set<String> aroundPerson;
  private final Set<String> polite;
  private final Set<String> yes;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final Pattern QUESTION_MARKS =
      Pattern.compile("[\\s\\p{P}]*[?\\u061f][\\s\\p{P}]*");

  public ReservedWords() {
    var lexicon = new Lexicon();
    for (var word : ReservedWord.values()) {
      phrases.put(word, lexicon.phrases(word.name()));
      var allowed = new HashSet<>(lexicon.words("polite"));
      allowed.addAll(lexicon.words("around." + word.name()));
      around.put(word, allowed);
    }
    polite = lexicon.words("polite");
    yes = lexicon.words("yes");
    lexicon.phrases("puzzled").forEach(phrase -> puzzled.add(String.join(" ", phrase)));
    wrongNumber = lexicon.phrases("wrong.number");
    aroundWrong = lexicon.words("around.wrong");
    back = lexicon.phrases("back");
    aroundBack = lexicon.words("around.back");
    person = lexicon.phrases("person");
    aroundPerson = lexicon.words("around.person");
    lexicon.phrases("thanks").forEach(phrase -> thanks.add(String.join(" ", phrase)));
  }

  /// The reserved word this text is, if it is one. STOP wins over all others.
  public Optional<Command> read(String text) {
    var words = PlainWords.of(text);
    var change = change(text);
    if (change.isPresent() || words.isEmpty() || words.size() > MAX_WORDS) {
      return change;
    }
    for (var word : ReservedWord.values()) {
      for (var phrase : phrases.getOrDefault(word, List.of())) {
        var command = read(word, phrase, words);
        if (command.isPresent()) {
          return command;
        }
      }
    }
    return Optional.empty();
  }

  /// The text is exactly this word, with or without politeness.
  public boolean is(ReservedWord word, String text) {
    return read(text).filter(command -> command.word() == word).isPresent();
  }

  /// The text says FORGET without a code, and yes to it: "forget yes", "yes, erase it", "USUN TAK",
  /// "forgetyes".
  public boolean isForgetYes(String text) {
    var words = PlainWords.of(text);
    var bare = words.stream().filter(word -> !yes.contains(word)).toList();
    if (bare.size() == 1 && words.size() == 1) {
      return yes.stream()
          .filter(said -> bare.getFirst().endsWith(said))
          .map(said -> bare.getFirst().substring(0, bare.getFirst().length() - said.length()))
          .anyMatch(word -> phrases.getOrDefault(FORGET, List.of()).contains(List.of(word)));
    }
    return bare.size() < words.size()
        && words.size() <= MAX_WORDS
        && read(String.join(" ", bare)).equals(Optional.of(new Command(FORGET, "")));
  }

  /// The text only says thank you or all right.
  public boolean isThanks(String text) {
    return thanks.contains(String.join(" ", PlainWords.of(text)));
  }

  /// The text only says that something was not understood: "what do you mean?", "?", "huh".
  public boolean isPuzzled(String text) {
    var words = PlainWords.of(text);
    if (words.isEmpty()) {
      return QUESTION_MARKS.matcher(text).matches();
    }
    var bare = words.stream().filter(word -> !polite.contains(word)).toList();
    return puzzled.contains(String.join(" ", words)) || puzzled.contains(String.join(" ", bare));
  }

  /// The text only says that it is not for whoever reads it: "sorry, wrong number".
  public boolean isWrongNumber(String text) {
    var words = PlainWords.of(text);
    return words.size() <= MAX_WORDS
        && wrongNumber.stream().anyMatch(phrase -> hasOnly(words, phrase, aroundWrong));
  }

  /// The text only says that something is to be taken back, in words that are no command: "I want
  /// to take back what I said".
  public boolean wantsBack(String text) {
    var words = PlainWords.of(text);
    return words.size() <= MAX_WORDS
        && back.stream().anyMatch(phrase -> hasOnly(words, phrase, aroundBack));
  }

  /// The text only asks for a person: "call me", "can I talk to a human", with a number or without.
  public boolean asksForPerson(String text) {
    var words =
        PlainWords.of(text).stream().filter(word -> !DIGITS.matcher(word).matches()).toList();
    return words.size() <= MAX_WORDS
        && person.stream().anyMatch(phrase -> hasOnly(words, phrase, aroundPerson));
  }

  private boolean hasOnly(List<String> words, List<String> phrase, Set<String> allowed) {
    var at = Collections.indexOfSubList(words, phrase);
    if (at < 0) {
      return false;
    }
    var rest = new ArrayList<>(words.subList(0, at));
    rest.addAll(words.subList(at + phrase.size(), words.size()));
    return rest.stream().allMatch(word -> allowed.contains(word) || polite.contains(word));
  }

  /// CHANGE, a code, and whatever words are to stand in the place of the old ones.
  private Optional<Command> change(String text) {
    var words = PlainWords.located(text);
    var phrase = phrases.getOrDefault(ReservedWord.CHANGE, List.of());
    if (words.size() < 2 || !phrase.contains(List.of(words.getFirst().plain()))) {
      return Optional.empty();
    }
    var skipped = around.getOrDefault(ReservedWord.CHANGE, Set.of());
    var code = new StringBuilder();
    for (var word : words.subList(1, words.size())) {
      if (code.isEmpty() && skipped.contains(word.plain())) {
        continue;
      }
      code.append(word.plain());
      if (code.length() >= CODE_LENGTH) {
        var rest = LEADING.matcher(text.substring(word.end())).replaceFirst("").strip();
        return code(List.of(code.toString()))
            .map(found -> new Command(ReservedWord.CHANGE, found, rest));
      }
    }
    return Optional.empty();
  }

  private Optional<Command> read(ReservedWord word, List<String> phrase, List<String> words) {
    var at = Collections.indexOfSubList(words, phrase);
    if (at < 0) {
      return Optional.empty();
    }
    var rest = new ArrayList<>(words.subList(0, at));
    rest.addAll(words.subList(at + phrase.size(), words.size()));
    rest.removeAll(around.getOrDefault(word, Set.of()));
    if (rest.isEmpty()) {
      return Optional.of(new Command(word, ""));
    }
    return TAKE_CODE.contains(word)
        ? code(rest).map(code -> new Command(word, code))
        : Optional.empty();
  }

  private static Optional<String> code(List<String> rest) {
    var code =
        String.join("", rest)
            .toUpperCase(Locale.ROOT)
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }
}
