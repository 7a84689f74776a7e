package org.folkmoot.sms.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.sms.words.Choices.Choice;
import org.folkmoot.sms.words.ReservedWord;
import org.jspecify.annotations.Nullable;

/// How an answer is taken for each kind of question. Made for one call and used by one thread.
abstract sealed class Asking extends Draft permits Turn {
  Asking(FlowEngine engine, Flow flow, FlowState state, Instant now) {
    super(engine, flow, state, now);
  }

  void open(Question question, String text, @Nullable ReservedWord word) {
    var yes = !engine.choices.read(text, engine.choices.yesOrNo(), false).isEmpty();
    var impatient = word == ReservedWord.GO && !yes && !engine.reserved.isThanks(text);
    if (word == ReservedWord.DONE || word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (impatient || word == ReservedWord.START || isBareKeyword(text)) {
      ask(question);
    } else {
      addPart(text);
      if (parts.size() == 1) {
        say(FlowText.MORE);
      }
    }
  }

  void choice(Question question, List<Choice> choices, String text, @Nullable ReservedWord word) {
    var keys = engine.choices.read(text, choices, question.several());
    if (!keys.isEmpty()) {
      // Earlier tries are kept only where they were words, not slips of the finger.
      parts.removeIf(part -> shortText(part.text()));
      addPart(text);
      answer(question, keys, partsSaid());
    } else if (word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (word == ReservedWord.GO || word == ReservedWord.START || isBareKeyword(text)) {
      ask(question);
    } else {
      var list = choices.stream().map(Choice::key).collect(Collectors.toCollection(ArrayList::new));
      var last = list.removeLast();
      var all = String.join(", ", list) + " " + flow.text(language, FlowText.OR) + " " + last;
      miss(question, text, flow.text(language, FlowText.INVALID, Map.of("choices", all)));
    }
  }

  void number(Question question, String text, @Nullable ReservedWord word) {
    var range = question.range();
    var given = engine.choices.number(text);
    if (range != null && given.isPresent() && range.holds(given.getAsInt())) {
      parts.removeIf(part -> shortText(part.text()));
      addPart(text);
      answer(question, List.of(String.valueOf(given.getAsInt())), partsSaid());
    } else if (word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if ((word != null && given.isEmpty()) || isBareKeyword(text)) {
      ask(question);
    } else {
      var from = range == null ? 0 : range.from();
      var to = range == null ? 0 : range.to();
      var hint = Map.of("from", String.valueOf(from), "to", String.valueOf(to));
      miss(question, text, flow.text(language, FlowText.INVALID_NUMBER, hint));
    }
  }

  void place(Question question, String text, @Nullable ReservedWord word) {
    if (word == ReservedWord.SKIP) {
      answer(question, List.of(), partsSaid());
    } else if (word != null || isBareKeyword(text)) {
      ask(question);
    } else {
      // The whole postcode is not kept: it can point to a single house.
      var place = Places.coarse(text, flow.places());
      if (place.isPresent()) {
        answer(question, List.of(place.get()), joined(partsSaid(), place.get()));
      } else {
        miss(question, text, flow.text(language, FlowText.INVALID_PLACE));
      }
    }
  }

  private void miss(Question question, String text, String hint) {
    addPart(text);
    if (misses++ < FlowEngine.MAX_HINTS) {
      replies.add(hint);
    } else {
      effects.add(new Effect.PersonNeeded(question.id()));
      say(FlowText.MOVED_ON);
      answer(question, List.of(), partsSaid());
    }
  }
}
