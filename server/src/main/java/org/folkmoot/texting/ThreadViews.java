package org.folkmoot.texting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.record.Voice;
import org.folkmoot.sms.flow.Answer;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.ThreadLine.Direction;
import org.folkmoot.texting.ThreadService.Listed;
import org.folkmoot.texting.ThreadService.Shown;
import org.folkmoot.texting.ThreadService.Standing;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.ThreadPage;
import org.folkmoot.web.texting.ThreadsPage;

/// Conversations as pages show them.
final class ThreadViews {

  static final int A_PAGE = 100;

  private final Council council;
  private final Words words;

  ThreadViews(Council council, Words words) {
    this.council = council;
    this.words = words;
  }

  /// @param from how many to leave out
  ThreadsPage all(Consultation c, Optional<TextLine> line, List<Listed> all, int from) {
    List<Listed> waiting = all.stream().filter(one -> one.waits().isPresent()).toList();
    List<Listed> others = all.stream().filter(one -> one.waits().isEmpty()).skip(from).toList();
    String here = here(c);
    return new ThreadsPage(
        words.say("desk.threads.title"),
        words.say("desk.threads.said", "count", all.size(), "waiting", waiting.size()),
        waiting.stream().map(one -> row(c, line, one)).toList(),
        others.stream().limit(A_PAGE).map(one -> row(c, line, one)).toList(),
        others.size() > A_PAGE ? here + "?from=" + (from + A_PAGE) : "",
        "/desk/c/" + c.slug() + "/texting");
  }

  private ThreadsPage.Row row(Consultation c, Optional<TextLine> line, Listed one) {
    Conversation conversation = one.conversation();
    return new ThreadsPage.Row(
        conversation.name(),
        here(c) + "/" + conversation.name(),
        where(conversation.state(), line, one.isStopped()),
        TextingViews.spoken(conversation.state().language()),
        Optional.ofNullable(conversation.state().heardAt()).map(this::when).orElse(""),
        one.waits()
            .map(since ->
                words.say(
                    "desk.threads.since",
                    "when",
                    when(since),
                    "until",
                    when(conversation.answerableUntil())))
            .orElse(""));
  }

  private String where(FlowState state, Optional<TextLine> line, boolean stopped) {
    return TextingViews.where(stopped ? FlowState.STOPPED : state.at(), line, words);
  }

  /// @param size how many texts what was typed is; empty before it was counted
  ThreadPage one(Consultation c, ThreadService.OneThread thread, FormState form, String size) {
    Conversation conversation = thread.conversation();
    Optional<TextLine> line = thread.line().map(Switchboard.Connected::line);
    String here = here(c) + "/" + conversation.name();
    boolean waits = conversation.personNeeded() != null;
    return new ThreadPage(
        conversation.name(),
        form.summary(),
        here(c),
        Stream.of(
                where(conversation.state(), line, thread.isStopped()),
                words.say(
                    "desk.thread.language",
                    "language",
                    TextingViews.spoken(conversation.state().language())),
                Optional.ofNullable(conversation.state().heardAt())
                    .map(at -> words.say("desk.thread.heard", "when", when(at)))
                    .orElse(""))
            .filter(fact -> !fact.isEmpty())
            .toList(),
        Optional.ofNullable(conversation.personNeeded())
            .map(since ->
                words.say(
                    "desk.thread.waits",
                    "when",
                    when(since),
                    "until",
                    when(conversation.answerableUntil())))
            .orElse(""),
        thread.mayAnswer() && (waits || conversation.state().at().equals(FlowState.PAUSED))
            ? here + "/close"
            : "",
        thread.canGoOn() ? here + "/questions" : "",
        thread.underWay().stream().map(answer -> said(thread, answer)).toList(),
        thread.lines().stream().map(shown -> line(c, thread, shown)).toList(),
        thread.canBeAnswered() ? List.of(reply(thread, here, form, size)) : List.of(),
        cannot(thread));
  }

  private String cannot(ThreadService.OneThread thread) {
    if (!thread.mayAnswer() || thread.canBeAnswered()) {
      return "";
    }
    return words.say(thread.isStopped() ? "desk.thread.stopped" : "desk.thread.no-number");
  }

  private ThreadPage.Reply reply(
      ThreadService.OneThread thread, String here, FormState form, String size) {
    String language = TextingViews.spoken(thread.conversation().state().language());
    String once = form.value("once").isEmpty() ? UUID.randomUUID().toString() : form.value("once");
    return new ThreadPage.Reply(
        here + "/answer",
        form.area("words", words.say("desk.thread.words", "language", language), 4)
            .hint(words.say("desk.thread.words-hint")),
        words.say(thread.within() ? "desk.thread.at-once" : "desk.thread.by-day"),
        size,
        once);
  }

  private ThreadPage.Said said(ThreadService.OneThread thread, Answer answer) {
    return new ThreadPage.Said(
        capital(question(thread, answer.question())),
        answer.said().isEmpty() ? String.join(", ", answer.keys()) : answer.said());
  }

  private ThreadPage.Line line(Consultation c, ThreadService.OneThread thread, Shown shown) {
    ThreadLine line = shown.line();
    Optional<Voice> voice = shown.voice();
    boolean isVoice = !line.became().contribution().isEmpty();
    String said =
        Stream.concat(
                Stream.concat(shown.chosen().stream(), shown.written().stream()),
                voice.filter(_ -> isVoice).map(Voice::words).stream())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return new ThreadPage.Line(
        when(line.at()),
        who(thread, line),
        line.direction() == Direction.OUT,
        became(thread, shown),
        said,
        voice.map(Voice::language).orElse(thread.conversation().state().language()),
        voice.filter(_ -> isVoice).map(v -> "/desk/c/" + c.slug() + "/record/" + v.id()).orElse(""),
        shown.replies());
  }

  private String who(ThreadService.OneThread thread, ThreadLine line) {
    return switch (line.direction()) {
      case IN -> thread.conversation().name();
      case OUT -> line.by().isEmpty() ? words.say("desk.thread.we") : line.by();
      case SILENCE -> words.say("desk.thread.silence");
    };
  }

  private String became(ThreadService.OneThread thread, Shown shown) {
    ThreadLine line = shown.line();
    if (line.direction() == Direction.OUT) {
      return ours(shown);
    }
    if (shown.standing() == Standing.TAKEN_BACK) {
      return words.say("desk.thread.taken-back");
    }
    if (shown.standing() == Standing.HELD) {
      return words.say("desk.thread.became.held");
    }
    String became =
        words.say(
            "desk.thread.became." + key(line.became().what()),
            "question",
            question(thread, line.became().question()));
    return line.pictures() == 0
        ? became
        : became + " " + words.say("desk.thread.pictures", "count", line.pictures());
  }

  /// The end of the key of what a text became.
  static String key(Became.What what) {
    return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String ours(Shown shown) {
    Optional<OutText> sent = shown.sent();
    String what =
        sent.map(t -> "desk.thread.ours." + t.purpose().name().toLowerCase(Locale.ROOT))
            .map(words::say)
            .orElse(words.say("desk.thread.ours.answer"));
    return sent.map(t -> what + " " + standing(t) + ".").orElse(what);
  }

  private String standing(OutText t) {
    return words.say(
        "desk.sending.state." + t.state().name().toLowerCase(Locale.ROOT),
        "why",
        t.reason().isEmpty() ? "none" : NewsViews.why(t.reason(), words));
  }

  /// "question 3", or "a question" where the line asks it no more.
  private String question(ThreadService.OneThread thread, String id) {
    int number =
        thread
            .line()
            .map(l -> l.flow().all().stream().map(Question::id).toList().indexOf(id) + 1)
            .orElse(0);
    return number == 0
        ? words.say("desk.thread.a-question")
        : words.say("desk.thread.question", "question", number);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private String when(Instant at) {
    return words.dateTime(at.atZone(council.zone()));
  }

  private static String here(Consultation c) {
    return "/desk/c/" + c.slug() + "/texting/threads";
  }
}
