package org.folkmoot.web.panel;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The questions untouched and with something to mend, the notes, the officer's page.
public final class PanelSamples implements Samples {
  private static final Words WORDS = Words.english();

  @Override
  public List<Page> pages() {
    FormState wrong =
        FormState.of(Map.of("q1", List.of("2")))
            .withErrors(List.of(new FieldError("use", WORDS.say("common.use-missing"))));
    return List.of(
        questions(FormState.empty(), null),
        questions(wrong, "/c/after-six/panel/leave"),
        new PanelNotePage(
            "This month’s questions",
            null,
            List.of(WORDS.say("panel.none")),
            List.of(new Link(WORDS.say("panel.back"), "/c/after-six")),
            join(FormState.empty()),
            null),
        new PanelNotePage(
            WORDS.say("panel.leave"),
            null,
            List.of(WORDS.say("panel.leave-what")),
            List.of(),
            null,
            new PanelNotePage.Leave("/leave", Button.main(WORDS.say("panel.leave")))),
        desk());
  }

  private static PanelPage questions(FormState form, String leave) {
    return new PanelPage(
        "Getting home in November",
        WORDS.say("panel.lead", "count", 3, "date", "30 November 2027"),
        form.summary(),
        "/c/after-six/panel",
        "a1",
        asked(form),
        leave == null ? form.checkbox("join", WORDS.say("panel.join-tick")) : null,
        ClosingQuestions.of(form, WORDS, List.of("Saltmarsh", "Harbour")),
        Button.main(WORDS.say("panel.send")),
        leave);
  }

  private static List<Asked> asked(FormState form) {
    return List.of(
        new Asked(
            form.radios(
                "q1",
                "How often could you not go out after six?",
                List.of(new Choices.Option("1", "Never"), new Choices.Option("2", "Once"))),
            null),
        new Asked(
            form.checkboxes(
                "q2",
                "What did you miss?",
                List.of(new Choices.Option("1", "Work"), new Choices.Option("2", "Friends"))),
            null),
        new Asked(null, form.area("q3", "Tell us about the last time it happened", 4)));
  }

  private static PanelNotePage.Join join(FormState form) {
    return new PanelNotePage.Join(
        "/c/after-six/panel/join",
        form.radios(
            "tell",
            WORDS.say("panel.join-tell"),
            List.of(
                new Choices.Option("phone", WORDS.say("panel.join-tell-phone")),
                new Choices.Option("code", WORDS.say("panel.join-tell-code")))),
        form.text("tell-phone", WORDS.say("common.tell-phone-number")),
        form.text("tell-email", WORDS.say("common.tell-email-address")),
        Button.main(WORDS.say("panel.join-send")));
  }

  private static PanelDeskPage desk() {
    FormState form =
        FormState.of(Map.of("questions", List.of("How often?\n- Never\n- Once")))
            .withErrors(List.of(new FieldError("title", WORDS.say("desk.panel.missing-title"))));
    return new PanelDeskPage(
        WORDS.say("desk.panel.title"),
        form.summary(),
        WORDS.say("desk.panel.members", "count", 3, "reach", 1),
        List.of(
            new PanelDeskPage.Row("October", "Closed", false, "12 people answered", "/desk", null),
            new PanelDeskPage.Row(
                "November", "Open until 30 November", true, "No answers yet", "/desk", "/close")),
        new EmptyState(WORDS.say("desk.panel.none")),
        "/desk/c/after-six/panel",
        "a1",
        form.text("title", WORDS.say("desk.panel.wave-title")),
        form.text("closes", WORDS.say("desk.panel.closes")).of("date"),
        form.area("questions", WORDS.say("desk.panel.questions"), 12),
        Button.quiet(WORDS.say("desk.panel.look")).sending("do", "look"),
        Button.main(WORDS.say("desk.panel.save")).sending("do", "save"),
        new PanelDeskPage.Preview(WORDS.say("desk.panel.preview"), asked(FormState.empty())));
  }
}
