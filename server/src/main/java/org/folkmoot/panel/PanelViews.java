package org.folkmoot.panel;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.panel.Asked;
import org.folkmoot.web.panel.PanelNotePage;
import org.folkmoot.web.panel.PanelPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// From waves to the pages residents see.
final class PanelViews {

  private PanelViews() {}

  static PanelPage questions(
      Consultation c,
      Wave wave,
      FormState form,
      String act,
      boolean member,
      boolean preview,
      Words words) {
    String lead =
        words.say(
            "panel.lead",
            "count",
            wave.questions().size(),
            "date",
            words.shortDate(
                wave.closesOn().isBefore(c.closesOn()) ? wave.closesOn() : c.closesOn()));
    return new PanelPage(
        wave.title(),
        preview ? words.say("panel.preview") : lead,
        form.summary(),
        home(c) + "/panel",
        act,
        asked(wave.questions(), form),
        member
            ? null
            : form.checkbox("join", words.say("panel.join-tick"))
                .hint(words.say("panel.join-tick-hint")),
        ClosingQuestions.of(form, words, c.areas()),
        Button.main(words.say("panel.send")),
        member ? home(c) + "/panel/leave" : null);
  }

  static List<Asked> asked(List<Wave.Question> questions, FormState form) {
    return questions.stream().map(question -> asked(question, form)).toList();
  }

  private static Asked asked(Wave.Question question, FormState form) {
    List<Choices.Option> options =
        question.choices().stream().map(c -> new Choices.Option(c.id(), c.text())).toList();
    return switch (question.kind()) {
      case ONE -> new Asked(form.radios(question.id(), question.text(), options), null);
      case SEVERAL -> new Asked(form.checkboxes(question.id(), question.text(), options), null);
      case OPEN ->
          new Asked(null, form.area(question.id(), question.text(), 4).atMost(AnswerForm.LONGEST));
    };
  }

  /// There is no wave to answer: join, so as to be told of the next one.
  static PanelNotePage none(Consultation c, boolean member, FormState form, Words words) {
    List<String> said = new ArrayList<>(List.of(words.say("panel.none")));
    List<Link> on = new ArrayList<>(List.of(back(c, words)));
    if (member) {
      said.add(words.say("panel.member"));
      on.add(leaveLink(c, words));
    }
    return note(words.say("panel.title"), form, said, on, member ? null : join(c, form, words));
  }

  static PanelNotePage answered(Consultation c, boolean member, Words words) {
    List<Link> on =
        new ArrayList<>(List.of(new Link(words.say("panel.use-code"), "/r"), back(c, words)));
    if (member) {
      on.add(leaveLink(c, words));
    }
    return note(
        words.say("panel.answered"),
        FormState.empty(),
        List.of(words.say("panel.answered-what")),
        on,
        member ? null : join(c, FormState.empty(), words));
  }

  static PanelNotePage closed(Consultation c, Words words) {
    return note(
        words.say("panel.title"),
        FormState.empty(),
        List.of(words.say("panel.closed")),
        List.of(back(c, words)),
        null);
  }

  static PanelNotePage leave(Consultation c, Words words) {
    return new PanelNotePage(
        words.say("panel.leave"),
        null,
        List.of(words.say("panel.leave-what")),
        List.of(new Link(words.say("panel.stay"), home(c) + "/panel")),
        null,
        new PanelNotePage.Leave(home(c) + "/panel/leave", Button.main(words.say("panel.leave"))));
  }

  static List<FieldError> joinProblems(FormState form, Words words) {
    return switch (form.value("tell")) {
      case "phone" ->
          form.value("tell-phone").chars().filter(Character::isDigit).count() < 6
              ? List.of(new FieldError("tell-phone", words.say("common.tell-phone-missing")))
              : List.of();
      case "email" ->
          form.value("tell-email").matches("[^@\\s]+@[^@\\s]+")
              ? List.of()
              : List.of(new FieldError("tell-email", words.say("common.tell-email-missing")));
      case "code" -> List.of();
      default -> List.of(new FieldError("tell", words.say("panel.join-missing")));
    };
  }

  private static PanelNotePage.Join join(Consultation c, FormState form, Words words) {
    return new PanelNotePage.Join(
        home(c) + "/panel/join",
        form.radios(
            "tell",
            words.say("panel.join-tell"),
            List.of(
                new Choices.Option("phone", words.say("panel.join-tell-phone")),
                new Choices.Option("email", words.say("panel.join-tell-email")),
                new Choices.Option("code", words.say("panel.join-tell-code")))),
        form.text("tell-phone", words.say("common.tell-phone-number")).of("tel").filledBy("tel"),
        form.text("tell-email", words.say("common.tell-email-address"))
            .of("email")
            .filledBy("email"),
        Button.main(words.say("panel.join-send")));
  }

  private static PanelNotePage note(
      String title,
      FormState form,
      List<String> said,
      List<Link> on,
      PanelNotePage.@Nullable Join join) {
    return new PanelNotePage(title, form.summary(), said, on, join, null);
  }

  private static Link back(Consultation c, Words words) {
    return new Link(words.say("panel.back"), home(c));
  }

  private static Link leaveLink(Consultation c, Words words) {
    return new Link(words.say("panel.leave"), home(c) + "/panel/leave");
  }

  private static String home(Consultation c) {
    return "/c/" + c.slug();
  }
}
