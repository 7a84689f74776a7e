package org.folkmoot.web.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.Figure;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.QrCode;
import org.folkmoot.web.part.Select;

/// An evening at Saltmarsh Hall, before it, after it, and when something was typed wrongly.
public final class MeetingSamples implements Samples {

  private static final String DESK = "/desk/c/after-six/meetings";
  private static final String HERE = DESK + "/saltmarsh-hall";

  @Override
  public List<Page> pages() {
    MeetingsPage.Item hall =
        new MeetingsPage.Item(
            "Saltmarsh Hall",
            "/c/after-six/meetings/saltmarsh-hall",
            "Monday 22 November 2027, 18:00",
            "Saltmarsh Hall, Quay Street 4");
    FormState wrong =
        FormState.of(Map.of("code", List.of("9MY-1MV2-K4A"), "sheet", List.of("1")))
            .withErrors(List.of(new FieldError("code", "One of the characters is not right.")));
    return List.of(
        new MeetingsPage("Meetings you can come to", List.of(hall), null, List.of(hall)),
        new MeetingsPage(
            "Meetings you can come to",
            List.of(),
            new EmptyState("No meeting is planned just now.", "Other ways", "/c/after-six"),
            List.of()),
        notice(),
        new MeetingsDeskPage(
            "Meetings", "/desk/c/after-six", List.of(hall), List.of(hall), null, DESK + "/new"),
        new MeetingsDeskPage(
            "Meetings",
            "/desk/c/after-six",
            List.of(),
            List.of(),
            new EmptyState("None."),
            DESK + "/new"),
        plan(),
        desk(),
        evening(),
        notes(),
        dots(),
        card(FormState.empty(), null),
        card(wrong, new CardPage.Earlier("The last bus is at six.", "en", null, "Not quoted.")));
  }

  private static MeetingPage notice() {
    return new MeetingPage(
        "Saltmarsh Hall",
        "This meeting is over.",
        "Monday 22 November 2027, 18:00",
        "2027-11-22T18:00:00Z",
        "Until about 20:00.",
        "Saltmarsh Hall\nQuay Street 4",
        "/c/after-six/meetings/saltmarsh-hall.ics",
        List.of("What do you miss after six?"),
        List.of("Hearing loop", "Food and drink"),
        "The ramp is on the river side.",
        "Write on a card in the library.",
        "/c/after-six",
        "01632 960555",
        "/c/after-six/meetings");
  }

  private static MeetingFormPage plan() {
    FormState form = FormState.empty();
    return new MeetingFormPage(
        "Set up a meeting",
        DESK,
        DESK,
        "act-1",
        0,
        null,
        form.text("name", "Name of the meeting"),
        form.text("date", "Day").of("date"),
        form.text("starts", "Begins at").of("time"),
        form.text("minutes", "Lasts, in minutes").keyboard("numeric"),
        form.area("place", "Where", 2),
        form.checkboxes(
            "offers", "What is there", List.of(new Choices.Option("food", "Food and drink"))),
        form.area("access", "How to get in", 3),
        form.area("without", "Without coming", 2),
        form.text("phone", "Phone number").of("tel"),
        form.area("questions", "Questions of the evening", 3),
        form.area("dots", "Dots", 4),
        form.text("tables", "Tables").keyboard("numeric"),
        form.text("cards", "Cards").keyboard("numeric"),
        Button.main("Save"));
  }

  private static MeetingDeskPage desk() {
    FormState form = FormState.empty();
    return new MeetingDeskPage(
        "Saltmarsh Hall",
        DESK,
        HERE + "/change",
        "/c/after-six/meetings/saltmarsh-hall",
        "Monday 22 November 2027, 18:00",
        "Quay Street 4",
        true,
        "The kit would print http://127.0.0.1:8080.",
        List.of(new MeetingDeskPage.Kit("Download the kit (English)", HERE + "/kit.pdf?lang=en")),
        List.of(
            new MeetingDeskPage.Sheet(
                HERE + "/kit/run.png", "First page: Run sheet", "Run sheet", HERE + "/kit.pdf")),
        List.of(new MeetingDeskPage.Entry("Note sheets", HERE + "/notes", "Line by line")),
        "This consultation has not been opened.",
        List.of(new Figure("12", "lines from tables", null, null)),
        null,
        HERE + "/attendance",
        form.text("heads", "Heads counted").keyboard("numeric"),
        form.text("slips", "Slips in the box").keyboard("numeric"),
        Button.main("Save"),
        new MeetingDeskPage.Pass(
            "9MY1-MV2K", new QrCode(29, "M4 4h7v1h-7z", "QR code"), "Until 24 November."),
        Button.quiet("End this pass"),
        Button.quiet("Make a new pass"),
        HERE + "/pass");
  }

  private static EveningPage evening() {
    FormState form = FormState.empty();
    return new EveningPage(
        "Saltmarsh Hall",
        "Monday 22 November 2027, 18:00",
        "You are in as Sam, with an evening pass.",
        List.of(new MeetingDeskPage.Entry("Note sheets", "/evening/notes", "Line by line")),
        null,
        "/evening/attendance",
        form.text("heads", "Heads counted").keyboard("numeric"),
        form.text("slips", "Slips in the box").keyboard("numeric"),
        Button.main("Save"),
        "/evening/leave",
        Button.quiet("I am done, leave"));
  }

  private static NotesPage notes() {
    FormState form = FormState.empty();
    List<NotesPage.Row> rows = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      rows.add(
          new NotesPage.Row(
              i,
              "kind-" + i,
              List.of(
                  new Select.Entry("short", "In short", true),
                  new Select.Entry("words", "Their words", false)),
              "line-" + i,
              i == 1 ? "Buses stop too early" : ""));
    }
    return new NotesPage(
        "Enter a note sheet",
        HERE,
        "act-2",
        null,
        null,
        form.text("table", "Table"),
        form.text("people", "People at this table").keyboard("numeric"),
        form.radios("language", "Written in", List.of(new Choices.Option("pl", "Polski"))),
        rows,
        form.checkbox("agreed", "Read back and agreed"),
        form.checkbox("website", "Show it on the website"),
        Button.main("Keep this sheet"));
  }

  private static DotsPage dots() {
    FormState form = FormState.empty();
    return new DotsPage(
        "Enter a dot sheet",
        HERE,
        null,
        null,
        List.of(new DotsPage.Earlier("Later buses", "12")),
        form.text("sheet", "Sheet number").keyboard("numeric"),
        List.of(form.text("dots-later-buses", "Later buses").keyboard("numeric")),
        form.text("people", "People who put dots").keyboard("numeric"),
        Button.main("Keep these dots"));
  }

  private static CardPage card(FormState form, CardPage.Earlier earlier) {
    ClosingQuestions same = ClosingQuestions.of(form, Words.english(), List.of("Saltmarsh"));
    return new CardPage(
        "Enter a card",
        HERE,
        "3 of 24 cards entered",
        null,
        form.summary(),
        earlier,
        form.text("code", "Code on the card"),
        "What do you miss after six?",
        form.area("words", "What is written on the card", 5),
        null,
        same.use(),
        same.useName(),
        same.website(),
        form.checkbox("over16", "I am 16 or over"),
        form.checkbox("young", "I am under 18"),
        same.tell(),
        same.tellPhone(),
        same.tellEmail(),
        same.area(),
        same.age(),
        same.gender(),
        same.disability(),
        same.car(),
        Button.main("Keep this card"));
  }
}
