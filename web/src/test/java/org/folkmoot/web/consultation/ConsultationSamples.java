package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.home.HomePage;
import org.folkmoot.web.home.HomePage.Way;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.InTongue;

/// A question as residents and as officers see it.
public final class ConsultationSamples implements Samples {
  @Override
  public List<Page> pages() {
    return List.of(
        question(),
        closed(),
        setUp(),
        council(),
        desk(),
        empty(),
        draft(),
        open(),
        easy(),
        aloud(),
        recording(),
        wording(),
        ask(),
        nobody());
  }

  private static Page question() {
    return new ConsultationPage(
        "How should people get home after six?",
        "en",
        "This is a draft. Only people who work here see it.",
        false,
        null,
        "Closes in 12 days, on 30 November 2027.",
        List.of(new Link("In plain words", "/c/x/plain")),
        List.of(
            new InTongue("The last bus leaves at 18:10.", "en"),
            new InTongue("Many people work later.", "en")),
        List.of(new InTongue("Later buses", "en"), new InTongue("Something else", "pl")),
        new InTongue("The money: 240,000 a year.", "en"),
        new InTongue("Times, routes and fares.", "en"),
        "We listen, we tell you what we heard, and we say how it changed the decision.",
        List.of("Changed on 3 November 2027. Before, it said: We tell you what is happening."),
        "The full council decides on 14 December 2027.",
        null,
        List.of(new Way(new Drawing("panel"), "Answer questions", "Five minutes", "/c/x/panel")),
        List.of(new Way(new Drawing("meeting"), "Come to a meeting", "Monday", "/c/x/meetings")),
        List.of(
            new HomePage.Heard(
                new Drawing("panel"), "24", "panel members", "/c/x/record?door=PANEL")),
        "As of today, 14:05",
        List.of("Nobody from Upper Wren by text"),
        List.of(new Link("Read what was said", "/c/x/record")));
  }

  private static Page easy() {
    return new FormatPage(
        "Easy to read",
        "After Six",
        "pl",
        "en",
        true,
        null,
        null,
        List.of(
            new FormatPage.Line(new Drawing("bus"), "Some buses have stopped."),
            new FormatPage.Line("What do you need?")),
        "Closes in 12 days, on 30 November 2027.",
        "The full council decides on 14 December 2027.",
        List.of(new Link("Take part", "/c/x")));
  }

  private static Page aloud() {
    return new FormatPage(
        "Listen to it",
        "After Six",
        "pl",
        "en",
        false,
        new FormatPage.Sound("/c/x/listen/recording", "The question, read aloud", "A neighbour."),
        new Link("See the film", "https://example.org/film"),
        List.of(new FormatPage.Line("Some buses have stopped. What do you need?")),
        "Closes in 12 days, on 30 November 2027.",
        null,
        List.of(new Link("Take part", "/c/x")));
  }

  private static Page recording() {
    FormState form = FormState.empty();
    return new RecordingPage(
        "The question read aloud",
        "Residents hear it on a page with its words beneath.",
        "/c/x/listen",
        null,
        form.file("file", "The recording", "audio/*"),
        form.text("reader", "Whose voice it is"),
        form.area("words", "What it says", 6),
        form.checkbox("away", "Take it away"),
        Button.main("Save"));
  }

  private static Page wording() {
    FormState form =
        FormState.of(java.util.Map.of("title", List.of("Po szóstej")))
            .withErrors(List.of(new FieldError("title", "Write less")));
    return new WordingPage(
        "The question in another language: Polski",
        "What you leave empty they see in English.",
        "pl",
        "en",
        form.summary(),
        List.of(
            new WordingPage.Pair(List.of("After Six"), form.area("title", "Title", 1).atMost(80))),
        Button.main("Save"));
  }

  private static Page ask() {
    return new AskPage(
        "Ask a person",
        "Somebody will help you.",
        new AskPage.Person("Dilys Rowe", List.of("Monday to Friday, 9 to 5"), "en"),
        List.of(
            new AskPage.Reach("Call us", "01632 960 555", "tel:01632960555"),
            new AskPage.Reach("Write to us", "hello@example.org", "mailto:hello@example.org")),
        List.of(new AskPage.Place("Come and ask", List.of("The library", "Market Row"), "en")),
        new AskPage.Reach(
            "Talk to us at the next meeting", "Tea and buses: Monday", "/c/x/meetings/tea"),
        List.of(new Link("What is asked", "/")));
  }

  private static Page nobody() {
    return new AskPage(
        "Ask a person",
        "The council has not said yet how to reach a person.",
        null,
        List.of(),
        List.of(),
        null,
        List.of(new Link("What is asked", "/")));
  }

  private static Page closed() {
    return new ConsultationPage(
        "Where should the market stand?",
        "en",
        null,
        true,
        new Link("Decided on 4 June 2027", "/c/market/decision"),
        "Closed on 3 May 2027",
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        "What you decide, we do.",
        List.of(),
        null,
        "We are no longer asking.",
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(new Link("What was decided, and why", "/c/market/decision")));
  }

  private static Page setUp() {
    FormState form =
        FormState.empty().withErrors(List.of(new FieldError("title", "Write a short title")));
    return new SetUpPage(
        "Set up the portal",
        "One page, about ten minutes.",
        form.summary(),
        councilFields(form),
        new QuestionFields(
            form.text("title", "Short title"),
            new QuestionFields.Asked(
                form.text("question", "The question"),
                form.radios("chosen", "Has the answer been chosen?", options()),
                form.area("options", "The options", 4)),
            form.area("about", "Why you ask", 5),
            form.area("fixed", "What cannot change", 3),
            form.area("can-change", "What can change", 3),
            form.radios("promise", "What do you promise?", options()),
            form.text("opens-on", "Opens on").of("date"),
            form.text("closes-on", "Last day").of("date"),
            form.text("decided-by", "Who decides"),
            form.text("decides-on", "Decides on").of("date"),
            form.checkboxes("way-home", "From home", options()),
            form.checkboxes("way-person", "In person", options()),
            form.area("areas", "Areas", 5),
            form.checkboxes("languages", "Languages", options()),
            form.area("plain", "In plain words", 4),
            form.area("easy-read", "Easy to read", 6),
            form.text("audio", "Recording").of("url"),
            form.text("signing", "Sign language").of("url"),
            form.area("signing-note", "What to say about it", 3)),
        null,
        "/set-up/x",
        Button.main("Save"));
  }

  private static Page council() {
    return new SetUpPage(
        "About the council",
        "Shown at the head of every page.",
        null,
        councilFields(FormState.empty()),
        null,
        "People have been asked already.",
        "/desk/council",
        Button.main("Save"));
  }

  private static CouncilFields councilFields(FormState form) {
    return new CouncilFields(
        form.text("council-name", "Name of the council"),
        form.select("country", "Country", options()),
        form.text("council-person", "Who answers people"),
        form.area("council-hours", "When", 2),
        form.text("council-phone", "Phone").of("tel"),
        form.text("council-email", "E-mail").of("email"),
        form.area("council-address", "Address", 3),
        form.area("council-in-person", "Where to ask", 3),
        form.text("your-name", "Your name"),
        form.checkbox("safety-lead", "I am the safety lead"));
  }

  private static List<Choices.Option> options() {
    return List.of(new Choices.Option("a", "One"), new Choices.Option("b", "Another", "A note"));
  }

  private static Page desk() {
    return new DeskPage(
        "Desk",
        List.of(
            new DeskPage.Wait(
                "After six", new Link("3 to be checked", "/desk/c/after-six/record"))),
        null,
        List.of(
            new DeskPage.Row(
                "After six",
                "/desk/c/after-six",
                "How should people get home after six?",
                "Open",
                true,
                "Open for 12 more days")),
        null,
        List.of(new Link("New question", "/desk/new")));
  }

  private static Page empty() {
    return new DeskPage(
        "Desk",
        List.of(),
        "Nothing waits for you today.",
        List.of(),
        new EmptyState("There is no question yet."),
        List.of());
  }

  private static Page draft() {
    return new DeskConsultationPage(
        "After six",
        "Draft",
        false,
        "Opens on 1 November 2027",
        List.of(
            new DeskConsultationPage.Check(true, "there", "The question", null),
            new DeskConsultationPage.Check(false, "missing", "A safety lead", "/desk/people")),
        "Nobody is named yet.",
        new DeskConsultationPage.Act("/desk/c/after-six/open", Button.main("Open it")),
        null,
        List.of(),
        List.of(
            new DeskConsultationPage.Group(
                "From home",
                List.of(
                    new DeskConsultationPage.Entry(
                        "This month’s questions", "/desk/c/after-six/panel", "paste them in")))),
        List.of(new Link("Preview as a resident", "/c/after-six")));
  }

  private static Page open() {
    return new DeskConsultationPage(
        "After six",
        "Open",
        true,
        "Open for 12 more days",
        List.of(),
        null,
        null,
        new DeskConsultationPage.Act("/desk/c/after-six/close", Button.grave("Close it")),
        List.of(new Link("3 to be checked", "/desk/c/after-six/record")),
        List.of(),
        List.of());
  }
}
