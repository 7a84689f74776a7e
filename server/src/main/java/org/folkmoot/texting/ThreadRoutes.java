package org.folkmoot.texting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The desk's pages of conversations by text. Officers and analysts read them, each what they may;
/// officers answer.
final class ThreadRoutes implements RouteTable.Routes {

  private static final String THREADS = "/desk/c/{consultation}/texting/threads";
  private static final String THREAD = THREADS + "/{thread}";
  private static final int MOST_PARTS = 3;

  private final ThreadService threads;
  private final TextingService texting;
  private final ConsultationService consultations;

  ThreadRoutes(ThreadService threads, TextingService texting, ConsultationService consultations) {
    this.threads = threads;
    this.texting = texting;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access readers = Access.staff(Role.OFFICER, Role.ANALYST);
    Access officer = Access.staff(Role.OFFICER);
    table.get(THREADS, readers, this::all);
    table.get(THREAD, readers, this::one);
    table.post(THREAD + "/answer", officer, Limit.POST, this::answer);
    table.post(THREAD + "/close", officer, Limit.POST, this::close);
    table.post("/desk/c/{consultation}/texting/seen", officer, Limit.POST, this::seen);
    table.post(THREAD + "/questions", officer, Limit.POST, this::giveBack);
  }

  private Answer all(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    int from = Math.clamp(ask.number("from"), 0, 1_000_000);
    return ask.page(views(ask).all(c, texting.line(c.slug()), threads.all(c.slug()), from));
  }

  private Answer one(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return ask.page(views(ask).one(c, open(ask, c), FormState.empty(), ""));
  }

  private ThreadService.OneThread open(Ask ask, Consultation c) {
    return threads
        .open(
            c.slug(),
            ask.value("thread"),
            Reader.of(ask.visitor()),
            ask.visitor().is(Role.OFFICER),
            ask.visitor().name())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Answer answer(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    ThreadService.OneThread thread = open(ask, c);
    Words words = ask.words();
    String typed = ask.form().text("words");
    String said = said(thread, typed);
    int parts = Outgoing.parts(said);
    Optional<String> wrong =
        typed.isBlank()
            ? Optional.of("desk.thread.words-missing")
            : parts > MOST_PARTS ? Optional.of("desk.thread.words-long") : Optional.empty();
    if (wrong.isPresent() || ask.form().text("do").equals("count")) {
      List<FieldError> problems =
          wrong.stream().map(key -> new FieldError("words", words.say(key))).toList();
      FormState form = FormState.of(ask.form().fields()).withErrors(problems);
      String size = typed.isBlank() ? "" : TextingViews.sized("", said, words).size();
      return ask.page(problems.isEmpty() ? 200 : 422, views(ask).one(c, thread, form, size));
    }
    String name = ask.value("thread");
    var answered =
        threads.answer(c.slug(), name, said, once(ask.form().text("once")), ask.visitor().name());
    return Answer.seeOther(here(c, name))
        .flash(
            switch (answered) {
              case SENT -> "desk.thread.sent";
              case STOPPED -> "desk.thread.stopped";
              case NO_NUMBER -> "desk.thread.no-number";
            });
  }

  /// As it is sent: who writes, then what.
  private String said(ThreadService.OneThread thread, String typed) {
    return Outgoing.plain(
        Words.of(thread.conversation().state().language())
            .say(
                "texting.person",
                "council",
                consultations.council().name(),
                "text",
                typed.strip().replaceAll("\\R", "\n")));
  }

  private static String once(String typed) {
    try {
      return UUID.fromString(typed).toString();
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID().toString();
    }
  }

  private Answer close(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    threads.close(c.slug(), ask.value("thread"));
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting/threads").flash("desk.thread.closed");
  }

  /// The same from the page of the line.
  private Answer seen(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    threads.close(c.slug(), ask.form().text("who"));
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting").flash("desk.texting.seen-to-done");
  }

  private Answer giveBack(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    threads.giveBack(c.slug(), ask.value("thread"));
    return Answer.seeOther(here(c, ask.value("thread"))).flash("desk.thread.given-back");
  }

  private static String here(Consultation c, String name) {
    return "/desk/c/" + c.slug() + "/texting/threads/" + name;
  }

  private ThreadViews views(Ask ask) {
    return new ThreadViews(consultations.council(), ask.words());
  }
}
