package org.folkmoot.web.initiative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.ReceiptCode;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// An initiative: its pages with and without anything on them, its forms filled in and sent without
/// a name.
public final class InitiativeSamples implements Samples {

  @Override
  public List<Page> pages() {
    FormState filled =
        FormState.of(Map.of("name", List.of("Wrenmouth Together"), "questions", List.of("a")));
    FormState empty =
        FormState.empty().withErrors(List.of(new FieldError("name", "Say what it is called.")));
    List<Page> all = new ArrayList<>(List.of(page(filled), page(empty)));
    all.addAll(List.of(home(true), home(false), stages(), agenda(), indicators()));
    all.addAll(List.of(invitations(), invitation(), form(filled), form(empty), offer(false)));
    all.addAll(List.of(offer(true), check(), learning(), log(), item()));
    return all;
  }

  private static Page page(FormState form) {
    return new InitiativeDeskPage(
        "The initiative",
        "What several questions have in common.",
        form.summary(),
        form.text("name", "What it is called").atMost(80),
        form.area("why", "Why there is one", 6).ifYouLike(),
        form.checkboxes(
            "questions",
            "Questions that belong to it",
            List.of(new Choices.Option("a", "How should people get home after six?"))),
        "/desk/i/wrenmouth",
        "/i/wrenmouth",
        Button.main("Save"));
  }

  private static Around around() {
    return new Around(
        "Pages about Wrenmouth Together",
        List.of(
            new Link("About it", "/i/wrenmouth"),
            new Link("How far we are", "/i/wrenmouth/stages", true)));
  }

  private static ItemLine line(String id, boolean full) {
    return new ItemLine(
        id,
        full ? "4.3" : null,
        "Do more of what works",
        "/i/wrenmouth/items/" + id,
        full ? "Done" : "To do",
        full,
        !full,
        full ? "Two late buses on Fridays since March." : null,
        full ? "2 things people said" : null,
        full ? null : "Said, but nothing that people told us is shown for it yet.");
  }

  private static Page home(boolean full) {
    return new InitiativePage(
        "Wrenmouth Together",
        "en",
        full ? "So that nobody misses work." : null,
        around(),
        full
            ? List.of(
                new InitiativePage.Asked(
                    "How should people get home after six?",
                    "/c/after-six",
                    List.of(
                        new InitiativePage.Line("Open until 3 May 2027."),
                        new InitiativePage.Line(
                            "From home:", List.of(new Link("Send a text", "/c/after-six/text"))))))
            : List.of(),
        full
            ? new InitiativePage.Call(
                "Safe waiting places",
                "/i/wrenmouth/invitations/safe",
                "Waiting alone in the dark keeps people at home.",
                "/i/wrenmouth/invitations/safe/answer",
                "/i/wrenmouth/invitations")
            : null,
        full ? null : new EmptyState("Nothing is asked under it yet.", null, null),
        full
            ? List.of(
                new InitiativePage.Asked(
                    "Which stops should be lit?",
                    "/c/waiting",
                    List.of(new InitiativePage.Line("We are not asking this at the moment."))))
            : List.of(),
        "Stage 2 of 5: Finding the will",
        List.of(
            new InitiativePage.Step("1", "Setting the stage", "We look round.", false, true),
            new InitiativePage.Step("2", "Finding the will", "Does anybody care?", true, false),
            new InitiativePage.Step(
                "3", "Getting things in place", "Money and people.", false, false)),
        "/i/wrenmouth/stages",
        List.of(line("condition-1", full)),
        List.of(line("role-1", full)),
        full ? new Link("Change this page", "/desk/i/wrenmouth") : null);
  }

  private static Page stages() {
    return new StagesPage(
        "How far we are",
        "en",
        around(),
        List.of(stage("stage-1", false), stage("stage-2", true)),
        List.of(new StagesPage.Moved("3 May 2027", "From stage 1 to stage 2", "It was time.")),
        new Link("Move to another stage", "/desk/i/wrenmouth/stage"));
  }

  private static StagesPage.Stage stage(String id, boolean here) {
    return new StagesPage.Stage(
        id,
        "1. Setting the stage",
        "People here learn about what lies ahead.",
        here,
        "9 of 10 tasks done",
        List.of(line(id + "-task", true)),
        List.of(line(id + "-issue", false)),
        here ? List.of(new StagesPage.Story("The sea road", "/c/a/stories/1", "en")) : List.of(),
        here ? "/desk/i/wrenmouth/shelf/1" : null);
  }

  private static Page agenda() {
    return new AgendaPage(
        "What we agreed",
        "en",
        around(),
        null,
        "There is no way to get about after six.",
        "Nobody here stays at home for want of a bus.",
        List.of(
            new AgendaPage.Goal("Get there", null),
            new AgendaPage.Goal("Afford it", "Nobody works on this yet.")),
        List.of(
            new AgendaPage.Partner(
                "Wren Valley Buses",
                "Drivers and a depot that never closes.",
                "Agrees, but",
                false,
                "Not for routes we run without public money.",
                List.of(new AgendaPage.Doing("Drivers radio ahead", "For: Get there")))));
  }

  private static Page indicators() {
    return new IndicatorsPage(
        "What we measure",
        "en",
        around(),
        null,
        List.of(
            new IndicatorsPage.Chart(
                "classes",
                "How many who miss a class say it was the journey?",
                "Now 11.6%. It was 14.2% at the start. We want 6% by 2029.",
                "From Wrenmouth College. From the reasons tutors write down.",
                "Upper Wren is not shown.",
                "Chart: how many who miss a class say it was the journey?",
                92,
                "6%",
                30,
                "14.2%",
                List.of(new IndicatorsPage.Line("20,30 60,32 100,36")),
                List.of(new IndicatorsPage.Dot(20, 30), new IndicatorsPage.Dot(100, 36)),
                List.of(new IndicatorsPage.Dot(100, 33)),
                List.of(new IndicatorsPage.Dot(140, 136)),
                List.of(new IndicatorsPage.Tick(20, "2026")),
                List.of(
                    new IndicatorsPage.Row(
                        "January to March of 2026",
                        "11.6%",
                        List.of(new IndicatorsPage.Note("It said 12.1% first.")))),
                "/desk/i/wrenmouth/indicators/classes")));
  }

  private static Page invitations() {
    return new InvitationsPage(
        "How to help",
        "en",
        around(),
        null,
        card("Open for answers", "/i/wrenmouth/invitations/safe/answer"),
        List.of(new InvitationsPage.Group("Over", List.of(card("Called off", null)))),
        List.of(
            new InvitationsPage.States(
                "You can answer", List.of(new InvitationsPage.Word("Open for answers")))),
        List.of(
            new InvitationsPage.States(
                "We talk about it", List.of(new InvitationsPage.Word("Waiting to be read")))));
  }

  private static InvitationsPage.Card card(String state, @Nullable String answerHref) {
    return new InvitationsPage.Card(
        "Safe waiting places",
        "/i/wrenmouth/invitations/safe",
        state,
        "Waiting alone in the dark keeps people at home.",
        "7 answers so far",
        answerHref);
  }

  private static Page invitation() {
    return new InvitationPage(
        "Safe waiting places",
        "en",
        around(),
        "Help is being given",
        "Waiting alone in the dark keeps people at home.",
        List.of(new InvitationPage.Text("A lit doorway")),
        List.of(new InvitationPage.Text("Wait safely")),
        "7 answers so far",
        List.of(new InvitationPage.Text("260 hours a month")),
        List.of(new InvitationPage.Text("118 hours")),
        List.of(
            new InvitationPage.Helper(
                "Marsh & Sons Bakery",
                false,
                "Help is being given",
                "80 hours a month",
                "40 hours",
                "First answer from them")),
        List.of(
            new InvitationPage.Step("Open for answers", false),
            new InvitationPage.Step("Help is being given", true)),
        "/i/wrenmouth/invitations/safe/answer",
        new Link("Where does it stand?", "/desk/i/wrenmouth/invitations/safe"),
        List.of(new Link("Student Union: We have a question", "/desk/i/wrenmouth/answers/1")));
  }

  private static Page form(FormState state) {
    return new FormPage(
        "Answer: Safe waiting places",
        "Say what you can do. It may be small.",
        new Link("Safe waiting places", "/i/wrenmouth/invitations/safe"),
        "Marsh & Sons Bakery: we have a bench.",
        "en",
        state.summary(),
        new FormPage.Search("/desk/i/wrenmouth/items/task-4-3", state.text("q", "Look for words")),
        "/i/wrenmouth/invitations/safe/answer",
        "act-1",
        List.of(
            FormPage.Field.of(state.text("name", "Who are you?")),
            FormPage.Field.of(state.area("words", "What can you do?", 5)),
            FormPage.Field.of(
                state.radios("to", "Which?", List.of(new Choices.Option("a", "This one")))),
            FormPage.Field.of(
                state.select("unit", "Counted in", List.of(new Choices.Option("h", "Hours")))),
            FormPage.Field.of(state.checkbox("named", "You may show our name."))),
        Button.main("Send it"));
  }

  private static Page offer(boolean gone) {
    return new OfferPage(
        "What became of your answer",
        new ReceiptCode("9MY-1MV2-K4T", "/i/wrenmouth/answers/9MY-1MV2-K4T"),
        new Link("Safe waiting places", "/i/wrenmouth/invitations/safe"),
        gone ? "This answer was taken back." : "Agreed",
        gone ? null : "Marsh & Sons Bakery",
        gone ? null : "There is a bench. People can sit.",
        "en",
        gone ? null : "80 hours a month",
        gone ? null : "40 hours",
        List.of(
            new OfferPage.Step("3 May 2027", "Waiting to be read", null),
            new OfferPage.Step("9 May 2027", "Agreed", "Close to the stop.")),
        gone ? null : "/i/wrenmouth/answers/9MY-1MV2-K4T/take-back");
  }

  private static Page check() {
    return new SelfCheckPage(
        "How well we listen",
        "en",
        around(),
        List.of(line("outcome-1", true)),
        List.of(
            new SelfCheckPage.Challenge(
                line("challenge-plan", true), List.of(line("line-plan-1", false)))));
  }

  private static Page learning() {
    return new LearningPage(
        "Learn with us",
        "en",
        around(),
        List.of(
            new LearningPage.Work(
                "learning-3",
                "A critique of collective impact",
                "Tom Wolff",
                "A sharp objection.",
                "/i/wrenmouth/items/learning-3",
                "It is no longer there",
                "Read at our second evening.",
                new LearningPage.Reply("Replies to: Engage", "#learning-1"),
                new LearningPage.Reply("Answered by: Reply", "#learning-4")),
            new LearningPage.Work(
                "learning-4",
                "Reply to Tom Wolff",
                "John Kania and Mark Kramer",
                "They agree with part of it.",
                "/i/wrenmouth/items/learning-4",
                null,
                null,
                null,
                null)));
  }

  private static LogLine logLine() {
    return new LogLine(
        "2027-05-03T10:00:00Z",
        "3 May 2027",
        "4.3 Do more of what works: from “To do” to “Done”",
        "Two late buses run.",
        "By Amina Rahman");
  }

  private static Page log() {
    return new LogPage(
        "The log", around(), List.of(logLine()), new Link("Older", "/i/wrenmouth/log?before=4"));
  }

  private static Page item() {
    return new ItemPage(
        "4.3 Do more of what works",
        "Task",
        "en",
        around(),
        "Done",
        "Two late buses on Fridays.",
        null,
        "1 shown here. 1 may not be shown. 0 taken back.",
        List.of(
            new VoiceItem(
                "v1",
                new Drawing("text"),
                "By text",
                "2027-05-03T10:00:00Z",
                "3 May 2027",
                null,
                "no bus after six so i walk",
                "en",
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null)),
        List.of(logLine()),
        new Link("Change this", "/desk/i/wrenmouth/items/task-4-3"));
  }
}
