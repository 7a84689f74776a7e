package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.ModerationDeskPage;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// What the officer sets for one consultation: when somebody looks, and which reasons there are.
final class ModerationRoutes implements RouteTable.Routes {

  private static final Access OFFICER = Access.staff(Role.OFFICER);

  private final Modes modes;
  private final Reasons reasons;
  private final ConsultationService consultations;

  ModerationRoutes(Modes modes, Reasons reasons, ConsultationService consultations) {
    this.modes = modes;
    this.reasons = reasons;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/moderation", OFFICER, this::show);
    table.post("/desk/c/{consultation}/moderation", OFFICER, Limit.POST, this::save);
  }

  private Answer show(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    return ask.page(page(asked, FormState.empty(), ask.words()));
  }

  private Answer save(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Form form = ask.form();
    Answer back = Answer.seeOther(path(asked));
    if (form.text("do").equals("reason")) {
      if (!form.has("told-en")) {
        var missing = new FieldError("told-en", ask.words().say("desk.moderation.told-missing"));
        return ask.page(
            422,
            page(asked, FormState.of(form.fields()).withErrors(List.of(missing)), ask.words()));
      }
      reasons.add(asked.slug(), texts(form, "told-"), texts(form, "change-"));
      return back.flash("desk.moderation.reason-added");
    }
    form.oneOf("mode", Mode.values())
        .ifPresent(mode -> modes.set(asked.slug(), mode, ask.visitor().name()));
    return back.flash("desk.moderation.saved");
  }

  private static Map<String, String> texts(Form form, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : List.of("en", "pl")) {
      String text = form.text(prefix + language);
      if (!text.isEmpty()) {
        texts.put(language, text.substring(0, Math.min(text.length(), Reason.LONGEST)));
      }
    }
    return texts;
  }

  private ModerationDeskPage page(Consultation asked, FormState form, Words words) {
    FormState mode =
        form.values().containsKey("mode")
            ? form
            : FormState.of(Map.of("mode", List.of(modes.of(asked.slug()).name())));
    return new ModerationDeskPage(
        words.say("desk.moderation.title"),
        form.summary(),
        path(asked),
        mode.radios(
            "mode",
            words.say("desk.moderation.mode"),
            Arrays.stream(Mode.values())
                .map(m ->
                    new Choices.Option(
                        m.name(),
                        words.say("desk.moderation." + m.name().toLowerCase(Locale.ROOT)),
                        words.say(m.wordKey())))
                .toList()),
        lines(asked, words),
        form.text("told-en", words.say("desk.moderation.told-en")).atMost(Reason.LONGEST),
        form.text("told-pl", words.say("desk.moderation.told-pl"))
            .ifYouLike()
            .atMost(Reason.LONGEST),
        form.text("change-en", words.say("desk.moderation.change-en"))
            .ifYouLike()
            .atMost(Reason.LONGEST),
        form.text("change-pl", words.say("desk.moderation.change-pl"))
            .ifYouLike()
            .atMost(Reason.LONGEST));
  }

  private List<ModerationDeskPage.Line> lines(Consultation asked, Words words) {
    List<ModerationDeskPage.Line> lines = new ArrayList<>();
    Stream.concat(reasons.standard().stream(), reasons.added(asked.slug()).stream().map(Reason::id))
        .forEach(id -> {
          String change = reasons.change(asked.slug(), id, words);
          lines.add(
              new ModerationDeskPage.Line(
                  reasons.told(asked.slug(), id, words), change.isEmpty() ? null : change));
        });
    return lines;
  }

  private static String path(Consultation asked) {
    return "/desk/c/" + asked.slug() + "/moderation";
  }
}
