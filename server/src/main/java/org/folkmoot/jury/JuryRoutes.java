package org.folkmoot.jury;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.jury.JuryService.Entered;
import org.folkmoot.jury.LotteryService.DrawOutcome;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Pages of the jury.
final class JuryRoutes implements RouteTable.Routes {

  private static final long MOST_CSV_BYTES = 4L * 1024 * 1024;

  private final JuryService juries;
  private final LotteryService lottery;
  private final ConsultationService consultations;

  JuryRoutes(JuryService juries, LotteryService lottery, ConsultationService consultations) {
    this.juries = juries;
    this.lottery = lottery;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access desk = Access.staff(Role.OFFICER, Role.SORTITION);
    table.get("/c/{consultation}/jury", Access.everyone(), this::show);
    table.get("/desk/c/{consultation}/jury", desk, this::desk);
    table.post("/desk/c/{consultation}/jury", desk, Limit.POST, this::setUp);
    table.upload("/desk/c/{consultation}/jury/draw", desk, MOST_CSV_BYTES, this::draw);
    table.post(
        "/desk/c/{consultation}/jury/forget",
        Access.staff(Role.SORTITION),
        Limit.POST,
        this::forget);
    table.post("/desk/c/{consultation}/jury/recommendations", desk, Limit.POST, this::recommend);
  }

  private Answer show(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    return ask.page(
        JuryViews.page(
            juries.find(consultation.slug()),
            juries.recommendations(consultation.slug()),
            consultation.language(),
            consultations.council().zone(),
            ask.words()));
  }

  private Answer desk(Ask ask) {
    consultations.get(ask.value("consultation"));
    return desk(ask, 200, FormState.empty());
  }

  private Answer desk(Ask ask, int status, FormState form) {
    String slug = ask.value("consultation");
    boolean mayReadNames = ask.visitor().roles().contains(Role.SORTITION);
    return ask.page(
        status,
        JuryViews.desk(
            slug,
            juries.find(slug),
            juries.recommendations(slug),
            mayReadNames ? lottery.names(slug) : Map.of(),
            form,
            consultations.get(slug).language(),
            consultations.council().zone(),
            ask.words()));
  }

  private Answer setUp(Ask ask) {
    String slug = ask.value("consultation");
    Form form = ask.form();
    Words words = ask.words();
    List<FieldError> wrong = new ArrayList<>();
    if (!form.has("name")) {
      wrong.add(new FieldError("name", words.say("desk.jury.name-missing")));
    }
    if (!form.has("remit")) {
      wrong.add(new FieldError("remit", words.say("desk.jury.remit-missing")));
    }
    int seats = number(form.text("seats"));
    if (seats < 3 || seats > 500) {
      wrong.add(new FieldError("seats", words.say("desk.jury.seats-wrong")));
    }
    int threshold = number(form.text("threshold"));
    if (threshold < 50 || threshold > 100) {
      wrong.add(new FieldError("threshold", words.say("desk.jury.threshold-wrong")));
    }
    if (!wrong.isEmpty()) {
      return desk(ask, 422, FormState.of(form.fields()).withErrors(wrong));
    }
    juries.save(
        new Jury(
            slug,
            form.text("name"),
            form.text("remit"),
            seats,
            threshold,
            form.text("about"),
            Optional.empty()));
    return Answer.seeOther(home(slug)).flash("desk.jury.saved");
  }

  private Answer draw(Ask ask) throws IOException {
    String slug = ask.value("consultation");
    Form form = ask.form();
    Words words = ask.words();
    List<FieldError> missing = new ArrayList<>();
    for (String file : List.of("pool", "quotas")) {
      if (form.upload(file).isEmpty()) {
        missing.add(new FieldError(file, words.say("desk.jury.file-missing")));
      }
    }
    if (!missing.isEmpty()) {
      return desk(ask, 422, FormState.empty().withErrors(missing));
    }
    if (juries.find(slug).isEmpty()) {
      return Answer.seeOther(home(slug));
    }
    DrawOutcome outcome =
        lottery.draw(slug, bytes(form, "pool"), bytes(form, "quotas"), ask.visitor().name());
    return switch (outcome) {
      case DrawOutcome.Drawn _ -> Answer.seeOther(home(slug)).flash("desk.jury.drawn-now");
      case DrawOutcome.AlreadyDrawn _ -> Answer.seeOther(home(slug)).flash("desk.jury.already");
      case DrawOutcome.WrongFile file ->
          desk(
              ask,
              422,
              FormState.empty()
                  .withErrors(
                      List.of(
                          new FieldError(
                              file.inPool() ? "pool" : "quotas",
                              words.say(file.wordKey(), "what", file.what())))));
      case DrawOutcome.Infeasible infeasible ->
          desk(
              ask,
              422,
              FormState.empty().withErrors(JuryViews.conflicts(infeasible.conflicts(), words)));
    };
  }

  private Answer forget(Ask ask) {
    String slug = ask.value("consultation");
    lottery.forgetPool(slug);
    return Answer.seeOther(home(slug)).flash("desk.jury.forgotten");
  }

  private Answer recommend(Ask ask) {
    String slug = ask.value("consultation");
    Form form = ask.form();
    if (juries.find(slug).isEmpty()) {
      return Answer.seeOther(home(slug));
    }
    Map<Support, Integer> counts = new EnumMap<>(Support.class);
    for (Support level : Support.values()) {
      String typed = form.text("support-" + level.slug());
      counts.put(level, typed.isEmpty() ? 0 : number(typed));
    }
    Entered entered =
        counts.containsValue(-1)
            ? Entered.WRONG_COUNTS
            : juries.enter(
                slug,
                new JuryService.NewRecommendation(
                    form.text("number"), form.text("words"), form.text("reasons"), counts),
                ask.visitor().name());
    return switch (entered) {
      case RECOMMENDED -> Answer.seeOther(home(slug)).flash("desk.jury.entered");
      case MINORITY -> Answer.seeOther(home(slug)).flash("desk.jury.entered-minority");
      case HELD -> Answer.seeOther(home(slug)).flash("desk.jury.held");
      case EMPTY -> again(ask, form, "number", "desk.jury.words-missing");
      case TOO_FEW -> again(ask, form, "support-strongly-support", "desk.jury.too-few");
      case WRONG_COUNTS -> again(ask, form, "support-strongly-support", "desk.jury.wrong-counts");
    };
  }

  private Answer again(Ask ask, Form form, String field, String wordKey) {
    return desk(
        ask,
        422,
        FormState.of(form.fields())
            .withErrors(List.of(new FieldError(field, ask.words().say(wordKey)))));
  }

  private static String home(String slug) {
    return "/desk/c/" + slug + "/jury";
  }

  /// A whole number from 0, or -1.
  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static byte[] bytes(Form form, String file) throws IOException {
    return Files.readAllBytes(form.upload(file).orElseThrow().file());
  }
}
