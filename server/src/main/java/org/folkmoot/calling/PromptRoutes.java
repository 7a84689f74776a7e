package org.folkmoot.calling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.calling.SpokenLinesPage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Recordings of what is said in calls: put in at the desk, fetched by whoever carries the calls.
final class PromptRoutes implements RouteTable.Routes {

  /// Where a recording is fetched by its name.
  static final String PLAYED = "/voice/prompt/";

  private static final String HERE = "/desk/c/{consultation}/calling/lines";

  private final CallingService calls;
  private final Scripts scripts;
  private final Prompts prompts;
  private final ConsultationService consultations;

  PromptRoutes(
      CallingService calls, Scripts scripts, Prompts prompts, ConsultationService consultations) {
    this.calls = calls;
    this.scripts = scripts;
    this.prompts = prompts;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get(HERE, officer, this::show);
    table.upload(HERE, officer, Prompts.LARGEST, this::put);
    table.get(HERE + "/{prompt}", officer, this::listen);
    table.get(PLAYED + "{prompt}", Access.everyone(), Limit.WEBHOOK, this::play);
  }

  /// The page where a language's words are recorded.
  ///
  /// @param calling address of the page about calls
  static String page(String calling, String language) {
    return calling + "/lines?in=" + language;
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Optional<String> named = Optional.of(ask.query("in")).filter(in -> !in.isEmpty());
    return calls
        .line(c.slug())
        .map(line -> named.orElse(line.languages().getFirst()))
        .flatMap(in -> line(c, in).map(line -> ask.page(page(ask, c, line, in, List.of()))))
        .orElseGet(() -> Answer.seeOther(calling(c)));
  }

  private Answer put(Ask ask) throws IOException {
    Consultation c = consultations.get(ask.value("consultation"));
    String language = ask.form().text("in");
    Optional<PhoneLine> line = line(c, language);
    if (line.isEmpty()) {
      return Answer.seeOther(calling(c));
    }
    List<FieldError> wrong = new ArrayList<>();
    boolean changed = false;
    int number = 0;
    for (Scripts.Row row : scripts.rows(line.get(), language)) {
      number++;
      String field = PromptViews.field(row.line());
      Optional<Form.Upload> file = ask.form().upload(field);
      if (file.isPresent()) {
        Optional<String> refused = put(ask, line.get(), language, row, file.get());
        if (refused.isPresent()) {
          wrong.add(
              new FieldError(
                  field,
                  ask.words()
                      .say("desk.calling.prompts-wrong", "number", number, "why", refused.get())));
        }
        changed |= refused.isEmpty();
      } else if (ask.form().ticked(PromptViews.remove(row.line()))) {
        row.recorded().ifPresent(prompts::remove);
        changed = true;
      }
    }
    if (!wrong.isEmpty()) {
      return ask.page(422, page(ask, c, line.get(), language, wrong));
    }
    return Answer.seeOther(page(calling(c), language))
        .flash(changed ? "desk.calling.prompts-saved" : "desk.calling.prompts-nothing");
  }

  /// What was wrong with the file, if anything was.
  private Optional<String> put(
      Ask ask, PhoneLine line, String language, Scripts.Row row, Form.Upload file)
      throws IOException {
    try (InputStream in = Files.newInputStream(file.file())) {
      Prompts.Put put =
          prompts.put(line, language, row.line(), in, file.claimedName(), ask.visitor().name());
      return switch (put) {
        case Prompts.Put.Kept _ -> Optional.empty();
        case Prompts.Put.NotPlayed _ ->
            Optional.of(ask.words().say("desk.calling.prompts-not-played"));
        case Prompts.Put.Refused(String key) -> Optional.of(ask.words().say(key));
      };
    }
  }

  private Answer listen(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return heard(prompts.openAtDesk(c.slug(), ask.value("prompt")));
  }

  private Answer play(Ask ask) {
    // One call fetches many, and the next call the same again.
    return heard(prompts.open(ask.value("prompt"), calls::line))
        .header("Cache-Control", "private, max-age=600");
  }

  private static Answer heard(Optional<Prompts.Heard> found) {
    return found
        .map(heard ->
            Answer.media(heard.contentType(), heard.content().length(), heard.content()::stream))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private SpokenLinesPage page(
      Ask ask, Consultation c, PhoneLine line, String language, List<FieldError> wrong) {
    return new PromptViews(ask.words())
        .page(calling(c), line, language, scripts, FormState.empty().withErrors(wrong));
  }

  /// The consultation's line, if it has this language.
  private Optional<PhoneLine> line(Consultation c, String language) {
    return calls.line(c.slug()).filter(line -> line.languages().contains(language));
  }

  private static String calling(Consultation c) {
    return "/desk/c/" + c.slug() + "/calling";
  }
}
