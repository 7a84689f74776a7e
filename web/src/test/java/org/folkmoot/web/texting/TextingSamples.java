package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// How to text, the desk's page about it, and the telephone on screen.
public final class TextingSamples implements Samples {

  private static final PhoneScreen SCREEN =
      new PhoneScreen(
          "How it looks on a telephone",
          "07700 900999",
          List.of(
              new PhoneScreen.Bubble("You", true, "BUS no way home after 6", ""),
              new PhoneScreen.Bubble(
                  "Wrenmouth Council",
                  false,
                  "Wrenmouth Council: After Six travel survey, 5 questions. Answers go in a public"
                      + " report, never your number. Reply GO to start, HELP for info, STOP to"
                      + " end.",
                  ""),
              new PhoneScreen.Bubble("You", true, "GO", "Not delivered")));

  @Override
  public List<Page> pages() {
    return List.of(
        new TextPage("Take part by text", null, how(), call()),
        new TextPage(
            "Take part by text",
            new EmptyState("This question has closed.", "See how to take part", "/c/after-six"),
            null,
            call()),
        desk(),
        news(true),
        news(false),
        sending(),
        health(),
        tried(),
        threads(),
        thread(true),
        thread(false),
        flow(),
        emptyFlow(),
        question(),
        oneVoice(),
        oneVoiceFigure(),
        phone(SCREEN),
        phone(new PhoneScreen("The screen of this telephone", "07700 900999", List.of())));
  }

  private static TextPage.Call call() {
    return new TextPage.Call(
        "tel:+441632960777",
        "01632 960 777",
        "You can also call 01632 960 777 and answer by voice.",
        List.of("Press 0 at any time and a person calls you back."));
  }

  private static final OneVoicePage.Kept KEPT =
      new OneVoicePage.Kept(
          "9MY-1MV2-K4T",
          "/r/9MY-1MV2-K4T",
          "14:05",
          "My last bus leaves before my shift ends",
          "en",
          false,
          "In the record, read and counted");

  private static NewsPage news(boolean draft) {
    FormState form = FormState.empty();
    var line =
        new NewsPage.Line(
            "Polski",
            "pl",
            "ltr",
            "Wrenmouth: autobus pojedzie. Odpisz STOP, by nie dostawać SMS.",
            "20 people read it in this language.",
            "58 characters with special letters, 1 part",
            true,
            "£40.00 for a thousand people",
            "Special: ć (instead: c)");
    var missed = List.of(new NewsPage.Missed("SMS-0147", "said STOP"));
    return new NewsPage(
        "News by text",
        null,
        "/desk/c/after-six/texting/news",
        "/desk/c/after-six/texting/news/send",
        form.radios(
            "audience",
            "Who gets it",
            List.of(new Choices.Option("DECISION", "Those who asked", "About the decision."))),
        List.of(form.area("text-en", "The news in English", 3)),
        List.of(
            new NewsPage.Shown(
                "after-six:1",
                draft ? "Not sent yet" : "Sent 2 March",
                draft,
                "20 people get it.",
                "In all about £0.80",
                draft ? "" : "It is on its way.",
                List.of(line),
                draft ? List.of() : List.of(new NewsPage.Count("Arrived", "19")),
                draft ? List.of() : missed)),
        List.of(new NewsPage.Earlier("1 March", "Arrived", "?news=after-six:1")));
  }

  private static HealthPage health() {
    return new HealthPage(
        "How texting does",
        "Texts have cost £4.00 so far, 80 % of £5.",
        "/desk/c/after-six/texting/sending",
        List.of(new HealthPage.Day("2 March", "40", "44", "80", "92", "£3.68")),
        List.of(new NewsPage.Count("Arrived", "100")),
        List.of(new NewsPage.Count("Not sent: said STOP", "1")),
        List.of("One telephone said STOP."),
        List.of("It last brought a text 2 March, 17:05."));
  }

  private static TryPage tried() {
    return new TryPage(
        "Try the line",
        null,
        "/desk/c/after-six/texting/try",
        "/desk/c/after-six/texting",
        SCREEN,
        List.of("BUS", "GO"),
        FormState.empty().area("text", "Write a text", 2),
        List.of(new TryPage.Note("GO", "Said GO.")));
  }

  private static ThreadsPage threads() {
    var row =
        new ThreadsPage.Row(
            "SMS-0147",
            "/desk/c/after-six/texting/threads/SMS-0147",
            "A person is answering",
            "English",
            "2 March, 17:05",
            "Since 2 March, 17:05");
    return new ThreadsPage(
        "Conversations by text",
        "2 people have texted. One waits for a person.",
        List.of(row),
        List.of(row),
        "/desk/c/after-six/texting/threads?from=100",
        "/desk/c/after-six/texting");
  }

  private static ThreadPage thread(boolean waits) {
    String here = "/desk/c/after-six/texting/threads/SMS-0147";
    return new ThreadPage(
        "SMS-0147",
        null,
        "/desk/c/after-six/texting/threads",
        List.of("A person is answering", "Writes English"),
        waits ? "Waits for a person since 2 March." : "",
        waits ? here + "/close" : "",
        waits ? here + "/questions" : "",
        waits ? List.of(new ThreadPage.Said("Question 1", "Twice a week")) : List.of(),
        List.of(
            new ThreadPage.Line(
                "2 March, 17:01",
                "SMS-0147",
                false,
                "Now in the record.",
                "My last bus leaves before my shift ends",
                "en",
                "/desk/c/after-six/record/a1",
                List.of("Thank you. Your code is 9MY-1MV2-K4T.")),
            new ThreadPage.Line(
                "2 March, 17:05", "Ana", true, "Answered by a person.", "", "en", "", List.of())),
        waits
            ? List.of(
                new ThreadPage.Reply(
                    here + "/answer",
                    FormState.empty().area("words", "Your answer, in English", 4),
                    "It goes at once.",
                    "43 characters, 1 part",
                    "once"))
            : List.of(),
        waits ? "" : "This phone said STOP. No answer can go to it.");
  }

  private static SendingPage sending() {
    FormState form = FormState.empty();
    return new SendingPage(
        "How texts go and what they cost",
        null,
        "/desk/c/after-six/texting/sending",
        "Texts have cost £4.00 so far, 80 % of £5.",
        List.of(new SendingPage.Alarm("1 March", "80 % of the money for texts is spent.")),
        List.of(new NewsPage.Count("Arrived", "100")),
        List.of(form.text("cost", "What one text costs").orElse("0.04")));
  }

  private static OneVoicePage oneVoice() {
    return new OneVoicePage(
        "Follow one voice",
        "Text the council, see it arrive, and take it out again.",
        "Press the number to find them.",
        SCREEN,
        FormState.empty().area("text", "Write a text", 2),
        List.of("DONE"),
        "FORGET 9MY-1MV2-K4T",
        "",
        List.of(KEPT),
        new OneVoicePage.Counted(
            "31", "things said by text", "One of them is yours.", "/demo/one-voice/figure"),
        "Fewer than 5 so far.");
  }

  private static OneVoiceFigurePage oneVoiceFigure() {
    return new OneVoiceFigurePage(
        "things said by text",
        "31 things were said.",
        List.of(KEPT),
        "None yet.",
        List.of(new OneVoiceFigurePage.Other("Czekam godzinę.", "pl", "Text message")),
        "/c/after-six/record",
        "/demo/one-voice");
  }

  private static TextPage.How how() {
    return new TextPage.How(
        "BUS",
        "07700 900999",
        "sms:+447700900999?body=BUS",
        "Or send one sentence: “BUS no way home after six” We keep it as you wrote it.",
        "A text costs your usual rate. Free for you: ask us to call you back.",
        List.of(
            "You text BUS. We text back who we are and what we ask.",
            "You reply GO. Without GO nothing is counted.",
            "We ask five short questions, one at a time."),
        "Each text you send costs what your telephone company takes, about 10 texts in all.",
        List.of(
            new TextPage.Way("call us on 01632 960 555 from a library", null),
            new TextPage.Way("take part on this website", "/c/after-six")),
        List.of(
            new TextPage.Command("STOP", "No more texts from us."),
            new TextPage.Command("FORGET", "Takes back what you texted.")),
        SCREEN);
  }

  private static TextingDeskPage desk() {
    List<FieldError> wrong =
        List.of(new FieldError("keyword", "This word already means something. Choose another"));
    FormState form = FormState.empty().withErrors(wrong);
    return new TextingDeskPage(
        "Texts",
        new ErrorSummary(wrong),
        "This portal is not connected to a telephone company.",
        "80 % of the money for texts is spent.",
        "/desk/c/after-six/texting",
        form.text("keyword", "The word people text").orElse("STOP"),
        form.text("number", "The number they text it to").orElse("+44 7700 900999"),
        form.radios(
            "script",
            "What is asked",
            List.of(
                new Choices.Option("ONE_QUESTION", "One question", "In their own words."),
                new Choices.Option("AFTER_SIX", "Five questions"))),
        List.of(form.area("question-en", "The question in English", 3)),
        List.of(
            new TextingDeskPage.Names(
                "Names in the texts, English",
                List.of(form.text("name-en-council", "Who is writing").orElse("Wrenmouth")))),
        List.of(
            new TextingDeskPage.Texts(
                "English",
                "en",
                "ltr",
                List.of(
                    new TextingDeskPage.Sized(
                        "At the start", "Reply GO", "8 characters, 1 part", false, null),
                    new TextingDeskPage.Sized(
                        "At the end",
                        "Dziękujemy",
                        "10 characters with special letters, 2 parts",
                        true,
                        "Special: ę (instead: e)")))),
        List.of(
            new TextingDeskPage.Row(
                "SMS-0147", "/desk/c/x", "Has not replied GO yet", "Polski", "3 May 2027, 18:30"),
            new TextingDeskPage.Row(
                "SMS-0148", "/desk/c/x", "At 3", "Polski", "3 May 2027, 18:31", "Not understood")),
        "One person has texted. Nobody here sees the number.",
        "/c/after-six/text");
  }

  private static FlowPage flow() {
    return new FlowPage(
        "The questions asked by text",
        new ErrorSummary(List.of(new FieldError("questions", "One question must stay"))),
        "Nobody is asked these questions yet.",
        "Not asked in বাংলা: not every question has words in it yet.",
        "/desk/c/after-six/texting/flow",
        "/desk/c/after-six/texting",
        List.of(
            new FlowPage.Asked(
                "Question 1",
                "Q1",
                "One of several choices",
                List.of("1 = bus", "2 = car"),
                "Asked only if Q2 = 1.",
                List.of(
                    new TextingDeskPage.Sized(
                        "English", "How do you travel?", "18 characters, 1 part", false, null),
                    new TextingDeskPage.Sized(
                        "Polski", "Jak jeździsz?", "13 characters, 1 part", true, "Special: ź")),
                "/desk/c/after-six/texting/flow/question?id=Q1",
                true,
                true)),
        "/desk/c/after-six/texting/flow/question",
        true,
        SCREEN,
        List.of(new Link("In Polski", "/desk/c/after-six/texting/flow?in=pl")),
        "/desk/c/after-six/texting/flow/file",
        FormState.empty().area("file", "The text of such a file", 6));
  }

  private static FlowPage emptyFlow() {
    return new FlowPage(
        "The questions asked by text",
        null,
        "Nobody is asked these questions yet.",
        "",
        "/desk/c/after-six/texting/flow",
        "/desk/c/after-six/texting",
        List.of(),
        "",
        false,
        SCREEN,
        List.of(),
        "/desk/c/after-six/texting/flow/file",
        FormState.empty().area("file", "The text of such a file", 6));
  }

  private static FlowQuestionPage question() {
    List<FieldError> wrong = List.of(new FieldError("choices", "“end” means STOP"));
    FormState form = FormState.empty().withErrors(wrong);
    return new FlowQuestionPage(
        "Question 1",
        new ErrorSummary(wrong),
        "/desk/c/after-six/texting/flow/question",
        "/desk/c/after-six/texting/flow",
        "Q1",
        form.radios(
            "kind",
            "How it is answered",
            List.of(new Choices.Option("OPEN", "In their own words", "Over several texts."))),
        List.of(form.area("text-en", "What is asked, English", 3).hint("18 characters, 1 part")),
        List.of(form.area("again-en", "In other words, English", 3)),
        form.area("choices", "Choices", 5),
        form.checkbox("several", "More than one may be chosen"),
        form.text("from", "The smallest number"),
        form.text("to", "The largest number"),
        form.area("only", "Ask only after certain answers", 2),
        form.area("unless", "Leave out after certain answers", 2));
  }

  private static DemoPhonePage phone(PhoneScreen screen) {
    return new DemoPhonePage(
        "A telephone on the screen",
        "What you text here goes to 07700 900999 over a network that is only drawn.",
        List.of(
            new DemoPhonePage.Choice("Mo, on the late shift", "/demo/phone?phone=mo", true),
            new DemoPhonePage.Choice("Ola, who writes Polish", "/demo/phone?phone=ola", false)),
        "mo",
        screen,
        FormState.empty().area("text", "Write a text", 3).atMost(1600),
        FormState.empty().checkbox("picture", "Send a picture with it"),
        List.of("BUS no way home after 6", "STOP"));
  }
}
