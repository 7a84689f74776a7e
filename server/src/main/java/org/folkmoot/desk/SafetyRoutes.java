package org.folkmoot.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.folkmoot.ledger.Act;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.SafetyItemPage;
import org.folkmoot.web.desk.SafetyPage;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;

/// What is set apart, for the safeguarding lead alone: no other role implies this one.
public final class SafetyRoutes implements RouteTable.Routes {

  private static final Access LEAD = Access.staff(Role.SAFEGUARDING);
  private static final int SHORT = 300;

  private final SafetyService safety;
  private final ConsultationService consultations;

  SafetyRoutes(SafetyService safety, ConsultationService consultations) {
    this.safety = safety;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/safety", LEAD, this::list);
    table.get("/desk/c/{consultation}/safety/{id}", LEAD, this::item);
    table.post("/desk/c/{consultation}/safety/{id}", LEAD, Limit.POST, this::act);
  }

  private Answer list(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    long after = ask.number("after");
    RecordReading.Found held = safety.held(ask.visitor(), asked.slug(), after);
    var zone = consultations.council().zone();
    Function<Voice, SafetyPage.Row> row =
        v ->
            new SafetyPage.Row(
                VoiceViews.item(v, Map.of(), words, zone).atMost(SHORT),
                list(asked) + "/" + v.id());
    List<SafetyPage.Row> rows = held.voices().stream().map(row).toList();
    List<SafetyPage.Row> takenBack =
        after > 0 ? List.of() : safety.takenBack(asked.slug()).stream().map(row).toList();
    return ask.page(
        new SafetyPage(
            words.say("desk.safety.title"),
            rows,
            takenBack,
            rows.isEmpty() && takenBack.isEmpty()
                ? new EmptyState(words.say("desk.safety.nothing"))
                : null,
            held.next() == 0
                ? null
                : new Pagination(null, list(asked) + "?after=" + held.next(), null)));
  }

  private Answer item(Ask ask) {
    return page(ask, 200, FormState.empty(), Optional.empty());
  }

  private Answer act(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Voice voice = voice(ask, asked);
    Form form = ask.form();
    String why = form.text("why");
    if (why.isEmpty()) {
      var missing = new FieldError("why", ask.words().say("desk.safety.why-missing"));
      var kept = FormState.of(form.fields()).withErrors(List.of(missing));
      return page(ask, 422, kept, Optional.empty());
    }
    String slug = asked.slug();
    return switch (form.text("do")) {
      case "end" -> {
        safety.end(ask.visitor(), voice.id());
        yield Answer.seeOther(list(asked)).flash("desk.safety.ended");
      }
      case "release" -> {
        if (safety.isTakenBack(voice.id())) {
          yield Answer.seeOther(list(asked) + "/" + voice.id());
        }
        safety.release(ask.visitor(), voice.id(), why);
        yield Answer.seeOther(list(asked)).flash("desk.safety.released");
      }
      case "keep" -> {
        safety.keepApart(ask.visitor(), slug, voice.id(), why);
        yield Answer.seeOther(list(asked) + "/" + voice.id()).flash("desk.safety.noted");
      }
      case "contact" ->
          page(ask, 200, FormState.empty(), Optional.of(contact(ask, slug, voice, why)));
      default -> Answer.seeOther(list(asked) + "/" + voice.id());
    };
  }

  private String contact(Ask ask, String slug, Voice voice, String why) {
    return safety
        .contact(ask.visitor(), slug, voice.id(), why)
        .orElse(ask.words().say("desk.safety.no-contact"));
  }

  private Answer page(Ask ask, int status, FormState form, Optional<String> contact) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Voice voice =
        safety
            .read(ask.visitor(), asked.slug(), ask.value("id"))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    Words words = ask.words();
    var zone = consultations.council().zone();
    List<SafetyItemPage.Step> steps =
        safety.history(voice.id()).stream()
            .map(entry -> {
              Act act = entry.act();
              return new SafetyItemPage.Step(
                  act.at().toString(),
                  words.dateTime(act.at().atZone(zone)),
                  words.say(act.kind().wordKey()),
                  DeskViews.who(act.by(), words),
                  act.why().isEmpty() ? null : act.why());
            })
            .toList();
    return ask.page(
        status,
        new SafetyItemPage(
            words.say(voice.channel().wordKey()) + " · " + voice.receipt(),
            form.summary(),
            list(asked),
            list(asked) + "/" + voice.id(),
            VoiceViews.item(voice, Map.of(), words, zone),
            VoiceViews.files(voice, words),
            safety.isTakenBack(voice.id()) ? words.say("desk.safety.taken-back") : null,
            voice.under18() ? words.say("desk.use.young") : null,
            contact.orElse(null),
            form.area("why", words.say("desk.safety.why"), 3)
                .hint(words.say("desk.safety.why-hint")),
            steps));
  }

  private Voice voice(Ask ask, Consultation asked) {
    return safety
        .find(asked.slug(), ask.value("id"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private static String list(Consultation asked) {
    return "/desk/c/" + asked.slug() + "/safety";
  }
}
