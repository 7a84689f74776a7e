package org.folkmoot.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.folkmoot.door.Visitor;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.moderation.Refusal;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The record as staff work through it: one list, one page per contribution. Every act leads back
/// to the same place in the list.
public final class DeskRoutes implements RouteTable.Routes {

  /// What the page showed, each as its id and version: `c1:4`.
  private static final String SHOWN = "shown";

  private static final String CHANGED = "desk.record.changed-since";
  private static final String SOME_CHANGED = "desk.record.some-changed-since";

  private static final Access STAFF = Access.staff(Role.OFFICER, Role.MODERATOR, Role.ANALYST);

  private final DeskService desk;
  private final ThemeService themes;
  private final ConsultationService consultations;
  private final Reasons reasons;
  private final DeskViews views;

  DeskRoutes(
      DeskService desk, ThemeService themes, ConsultationService consultations, Reasons reasons) {
    this.desk = desk;
    this.themes = themes;
    this.consultations = consultations;
    this.reasons = reasons;
    this.views = new DeskViews(desk, themes, consultations, reasons);
  }

  @Override
  public void register(RouteTable table) {
    String record = "/desk/c/{consultation}/record";
    table.get(record, STAFF, this::list);
    table.post(record, STAFF, Limit.POST, this::act);
    table.get(record + "/themes", STAFF, this::themes);
    table.post(record + "/themes", STAFF, Limit.POST, this::saveTheme);
    table.get(record + "/take-back", Access.staff(Role.OFFICER), this::askToTakeBack);
    table.post(record + "/take-back", Access.staff(Role.OFFICER), Limit.POST, this::takeBack);
    table.post(
        record + "/take-back/{id}", Access.staff(Role.OFFICER), Limit.POST, this::answerWish);
    table.get(record + "/{id}", STAFF, this::item);
    table.post(record + "/{id}", STAFF, Limit.POST, this::actOnOne);
  }

  private Answer list(Ask ask) {
    Consultation asked = consultation(ask);
    return ask.page(
        views.list(asked, DeskFilter.of(ask), FormState.empty(), ask.visitor(), ask.words()));
  }

  /// Acts on the ticked rows, or on the one whose own button was pressed.
  private Answer act(Ask ask) {
    Consultation asked = consultation(ask);
    Form form = ask.form();
    String slug = asked.slug();
    if (form.has("check")) {
      String id = form.text("check");
      boolean done = desk.check(ask.visitor(), slug, seen(form, List.of(id)));
      return Answer.seeOther(back(asked, form, after(form, id)))
          .flash(done ? "desk.record.checked" : SOME_CHANGED);
    }
    List<String> ids = form.all("pick");
    String wrong = wrong(form, ids);
    if (!wrong.isEmpty()) {
      var kept =
          FormState.of(form.fields())
              .withErrors(List.of(new FieldError(field(form), ask.words().say(wrong))));
      return ask.page(422, views.list(asked, DeskFilter.of(ask), kept, ask.visitor(), ask.words()));
    }
    String said = actOn(ask, slug, ids);
    return said.isEmpty()
        ? Answer.seeOther(back(asked, form, ""))
        : Answer.seeOther(back(asked, form, after(form, ids.getLast()))).flash(said);
  }

  private String actOn(Ask ask, String slug, List<String> ids) {
    Form form = ask.form();
    return switch (form.text("do")) {
      case "check" ->
          desk.check(ask.visitor(), slug, seen(form, ids)) ? "desk.record.checked" : SOME_CHANGED;
      case "decline" ->
          desk.decline(ask.visitor(), slug, seen(form, ids), voice -> reason(form, voice))
              ? "desk.record.declined"
              : SOME_CHANGED;
      case "hold" ->
          desk.hold(ask.visitor(), slug, seen(form, ids)) ? "desk.record.held" : SOME_CHANGED;
      case "group" -> {
        desk.groupAlso(ask.visitor(), slug, ids, chosenThemes(ask, slug));
        yield "desk.record.grouped";
      }
      default -> "";
    };
  }

  private static String wrong(Form form, List<String> ids) {
    String act = form.text("do");
    if (act.isEmpty()) {
      return "";
    }
    if (ids.isEmpty()) {
      return "desk.record.none-ticked";
    }
    if (act.equals("decline") && !form.has("reason") && !form.has("reason-own")) {
      return "desk.record.reason-missing";
    }
    return act.equals("group") && form.all("themes").isEmpty() && !form.has("new-theme")
        ? "desk.record.theme-missing"
        : "";
  }

  private static String field(Form form) {
    return switch (form.text("do")) {
      case "decline" -> "reason";
      case "group" -> "new-theme";
      default -> "list";
    };
  }

  private Answer item(Ask ask) {
    Consultation asked = consultation(ask);
    return ask.page(
        views.item(asked, voice(ask, asked), FormState.empty(), ask.visitor(), ask.words()));
  }

  private Answer actOnOne(Ask ask) {
    Consultation asked = consultation(ask);
    Voice voice = voice(ask, asked);
    Form form = ask.form();
    List<String> one = List.of(voice.id());
    String slug = asked.slug();
    String wrong =
        switch (form.text("do")) {
          case "decline" -> wrong(form, one);
          case "text" -> form.has("text") ? "" : "desk.record.text-missing";
          default -> "";
        };
    if (!wrong.isEmpty()) {
      String field = form.text("do").equals("text") ? "text" : "reason";
      var kept =
          FormState.of(form.fields())
              .withErrors(List.of(new FieldError(field, ask.words().say(wrong))));
      return ask.page(422, views.item(asked, voice, kept, ask.visitor(), ask.words()));
    }
    String here = list(asked) + "/" + voice.id();
    List<DeskService.Seen> seen = seen(form, one);
    return switch (form.text("do")) {
      case "check" ->
          desk.check(ask.visitor(), slug, seen)
              ? Answer.seeOther(next(ask.visitor(), asked, voice)).flash("desk.record.checked")
              : Answer.seeOther(here).flash(CHANGED);
      case "decline" ->
          desk.decline(ask.visitor(), slug, seen, v -> reason(form, v))
              ? Answer.seeOther(next(ask.visitor(), asked, voice)).flash("desk.record.declined")
              : Answer.seeOther(here).flash(CHANGED);
      case "hold" ->
          desk.hold(ask.visitor(), slug, seen)
              ? Answer.seeOther(next(ask.visitor(), asked, voice)).flash("desk.record.held")
              : Answer.seeOther(here).flash(CHANGED);
      case "group" -> {
        desk.group(ask.visitor(), slug, voice.id(), chosenThemes(ask, slug));
        yield Answer.seeOther(here).flash("desk.record.grouped");
      }
      case "text" -> {
        boolean apart = desk.addText(ask.visitor(), slug, voice.id(), text(ask));
        yield apart
            ? Answer.seeOther(next(ask.visitor(), asked, voice)).flash("desk.record.text-held")
            : Answer.seeOther(here).flash("desk.record.text-added");
      }
      default -> Answer.seeOther(here);
    };
  }

  private Answer themes(Ask ask) {
    return ask.page(views.themes(consultation(ask), FormState.empty(), ask.words()));
  }

  private Answer saveTheme(Ask ask) {
    Consultation asked = consultation(ask);
    if (!ask.visitor().is(Role.OFFICER, Role.ANALYST)) {
      throw new ProblemException(new Problem.Forbidden());
    }
    Form form = ask.form();
    if (!form.has("name")) {
      var kept =
          FormState.of(form.fields())
              .withErrors(
                  List.of(new FieldError("name", ask.words().say("desk.theme.name-missing"))));
      return ask.page(422, views.themes(asked, kept, ask.words()));
    }
    boolean known =
        themes.find(form.text("id")).filter(t -> t.consultation().equals(asked.slug())).isPresent();
    if (known) {
      themes.rename(
          form.text("id"), form.text("name"), form.text("definition"), ask.visitor().name());
    } else {
      desk.addTheme(ask.visitor(), asked.slug(), form.text("name"), form.text("definition"));
    }
    return Answer.seeOther(list(asked) + "/themes").flash("desk.theme.saved");
  }

  private Answer answerWish(Ask ask) {
    Consultation asked = consultation(ask);
    boolean yes = ask.form().text("answer").equals("yes");
    desk.answerWish(ask.visitor(), asked.slug(), ask.value("id"), yes, ask.form().text("reason"));
    return Answer.seeOther(list(asked) + "/take-back")
        .flash(yes ? "desk.take-back.done" : "desk.take-back.left");
  }

  private Answer askToTakeBack(Ask ask) {
    FormState form = FormState.of(Map.of("code", List.of(ask.query("code"))));
    return ask.page(views.takeBack(consultation(ask), form, ask.words()));
  }

  private Answer takeBack(Ask ask) {
    Consultation asked = consultation(ask);
    Form form = ask.form();
    Words words = ask.words();
    List<FieldError> wrong = new ArrayList<>();
    if (!form.has("reason")) {
      wrong.add(new FieldError("reason", words.say("desk.take-back.reason-missing")));
    }
    if (!form.has("code")) {
      wrong.add(new FieldError("code", words.say("desk.take-back.code-unknown")));
    }
    if (wrong.isEmpty()) {
      ask.check(Limit.CODE);
      var done =
          desk.takeBack(
              ask.visitor(),
              asked.slug(),
              form.text("code"),
              form.ticked("own"),
              form.text("reason"));
      if (done.isPresent()) {
        return Answer.seeOther(list(asked)).flash("desk.take-back.done");
      }
      ask.spend(Limit.CODE);
      wrong.add(new FieldError("code", words.say("desk.take-back.code-unknown")));
    }
    var kept = FormState.of(form.fields()).withErrors(wrong);
    return ask.page(422, views.takeBack(asked, kept, words));
  }

  private Set<String> chosenThemes(Ask ask, String slug) {
    Form form = ask.form();
    Set<String> chosen = new HashSet<>(form.all("themes"));
    if (form.has("new-theme")) {
      chosen.add(desk.addTheme(ask.visitor(), slug, form.text("new-theme"), "").id());
    }
    return chosen;
  }

  /// The reason in the language the contribution came in, then what staff added in own words.
  private Refusal reason(Form form, Voice voice) {
    return reasons.refusal(
        voice.consultation(), form.text("reason"), form.text("reason-own"), voice.language());
  }

  private static Contribution.DerivedText text(Ask ask) {
    Form form = ask.form();
    String kind =
        DeskViews.TEXT_KINDS.contains(form.text("kind")) ? form.text("kind") : "TRANSLATION";
    String language = form.text("language");
    return new Contribution.DerivedText(
        kind,
        language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : ask.words().language(),
        form.text("text"),
        ask.visitor().name(),
        ask.visitor().name());
  }

  /// Where the list goes on after a row: the row that stood below it.
  private static String after(Form form, String id) {
    List<String> shown = form.all(SHOWN).stream().map(DeskRoutes::id).toList();
    int at = shown.indexOf(id);
    return at < 0 ? "" : at + 1 < shown.size() ? shown.get(at + 1) : shown.get(at);
  }

  /// These, each at the version the page showed; what it did not show fits no version.
  private static List<DeskService.Seen> seen(Form form, List<String> ids) {
    Map<String, Long> versions = new HashMap<>();
    for (String shown : form.all(SHOWN)) {
      String version = shown.substring(id(shown).length());
      if (version.matches(":\\d{1,15}")) {
        versions.put(id(shown), Long.parseLong(version.substring(1)));
      }
    }
    return ids.stream().map(id -> new DeskService.Seen(id, versions.getOrDefault(id, 0L))).toList();
  }

  private static String id(String shown) {
    int end = shown.lastIndexOf(':');
    return end < 0 ? shown : shown.substring(0, end);
  }

  private static String back(Consultation asked, Form form, String anchor) {
    String back = form.text("back");
    String list = list(asked);
    boolean ours = back.equals(list) || back.startsWith(list + "?");
    return (ours ? back : list) + (anchor.isEmpty() ? "" : "#v-" + anchor);
  }

  private String next(Visitor who, Consultation asked, Voice voice) {
    return desk.nextWaiting(who, asked.slug(), voice.seq())
        .filter(v -> !v.id().equals(voice.id()))
        .map(v -> list(asked) + "/" + v.id())
        .orElse(list(asked));
  }

  static String list(Consultation asked) {
    return "/desk/c/" + asked.slug() + "/record";
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private Voice voice(Ask ask, Consultation asked) {
    return desk.find(ask.visitor(), asked.slug(), ask.value("id"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
