package org.folkmoot.web.record;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.MoreChoices;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.ReceiptCode;

/// A voice that has just come in, one that somebody reads first, receipts and what was said.
public final class RecordSamples implements Samples {

  private static final FormState EMPTY = FormState.empty();
  private static final FormState WRONG =
      FormState.of(Map.of("code", List.of("9MY")))
          .withErrors(List.of(new FieldError("code", "We know no such code.")));

  @Override
  public List<Page> pages() {
    return List.of(
        thanks(false),
        thanks(true),
        code(EMPTY),
        code(WRONG),
        receipt(true),
        receipt(false),
        use(),
        add(),
        new FindPage("Find what you said", "A letter is on its way.", "/find"),
        find(""),
        find("r1"),
        new FoundPage(
            "What you told us",
            "One thing is here.",
            List.of(
                new FoundPage.Row(
                    new Link("9MY-1MV2-K4T", "/r/9MY1MV2K4T/Zm9v"),
                    "How should people get home after six?",
                    "Text message",
                    "1 November 2027",
                    "Checked"))),
        new LogPage(
            "The log of this question",
            new Link("How should people get home after six?", "/c/after-six"),
            "It has 530 lines.",
            "folkmoot.example/log/after-six\n530\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "https://folkmoot.example/log/after-six",
            "/log/after-six/checkpoint",
            "/log/after-six/key",
            "/log/after-six/consistency/1"),
        place(true),
        place(false),
        new TakeBackPage(
            "Take it back?",
            "9MY-1MV2-K4T",
            List.of("Your words, files and answers."),
            List.of("That something was said."),
            "/r/9MY1MV2K4T/take-back",
            "",
            "/r/9MY1MV2K4T"),
        moderation(true),
        moderation(false),
        correct(false),
        correct(true),
        new SecondLookPage(
            "Ask somebody else to look again",
            "9MY-1MV2-K4T",
            "It names somebody.",
            "/r/9MY1MV2K4T/second-look",
            "",
            EMPTY.area("wish", "Why you see it differently", 4),
            "/r/9MY1MV2K4T"),
        record(
            List.of(new RecordPage.Side("side-home", "From home", List.of(voice()), "#", "All"))),
        record(List.of()));
  }

  /// One voice, for other samples too.
  public static VoiceItem voice() {
    return new VoiceItem(
        "c1",
        new Drawing("meeting"),
        "Public meeting",
        "2027-11-03T18:30:00Z",
        "3 November 2027",
        "The last bus",
        "The last bus goes at ten past six.\nMy shift ends at seven.",
        "en",
        List.of(new VoiceItem.Said("What did you miss?", "My course")),
        "a table of 6",
        "Speaks of illness",
        "Rosa",
        "with one file",
        List.of(new VoiceItem.Made("In other words: a translation", "Ostatni autobus", "pl")),
        List.of("Waiting in the dark"),
        "Table 3");
  }

  private static Page thanks(boolean held) {
    return new ThanksPage(
        held ? "We have your words" : "Thank you",
        held
            ? "A person whose job it is reads them soon."
            : "We have what you said, and it will be read.",
        held,
        held
            ? List.of(new ThanksPage.Helpline("Samaritans: 116 123, free, day and night"))
            : List.of(),
        new ReceiptCode("9MY-1MV2-K4T", "/r/9MY1MV2K4T"),
        List.of("It is read and counted.", "We do not quote it."),
        List.of("A person reads it.", "It is counted.", "We tell you what was decided."),
        held ? null : "https://folkmoot.example/r/9MY1MV2K4T/Zm9vYmFyYmF6cXV4Zm9v",
        held ? null : "/r/9MY1MV2K4T/correct",
        "/r/9MY1MV2K4T/use",
        "/r/9MY1MV2K4T/take-back",
        "/c/after-six");
  }

  private static Page code(FormState form) {
    return new CodePage(
        "Open your code", form.text("code", "Your code").hint("Ten letters"), form.summary());
  }

  private static Page receipt(boolean open) {
    return new ReceiptPage(
        "What became of what you said",
        "9MY-1MV2-K4T",
        "Checked",
        open ? null : "It names somebody.",
        false,
        new Drawing("panel"),
        "Question of the month",
        "How should people get home after six?",
        "/c/after-six",
        List.of("Your own words, as you sent them."),
        List.of("The people who work on this question."),
        List.of("It is counted."),
        List.of(
            new ReceiptPage.Step("2027-11-01T09:00:00Z", "1 November 2027", "We have it.", null),
            new ReceiptPage.Step(
                "2027-11-02T09:00:00Z", "2 November 2027", "It was put together.", "Under: Buses")),
        List.of("It is read and counted.", "We may quote it without your name."),
        List.of("Your files are not shown to others."),
        List.of("1 November 2027. On screen: read and counted."),
        List.of(
            new ReceiptPage.Outcome("Later buses", true, "Too early", "One more", null, "Council"),
            new ReceiptPage.Outcome("Lights", false, null, null, null, null)),
        open,
        "Number 17 in the log.",
        "/r/9MY1MV2K4T/log",
        open ? voice() : null,
        open
            ? null
            : new ReceiptPage.TwoWords(
                "/r/9MY1MV2K4T/words",
                EMPTY.text("first", "One word"),
                EMPTY.text("second", "Another word")),
        null,
        "/r/9MY1MV2K4T/use",
        "/r/9MY1MV2K4T/take-back",
        open ? "/r/9MY1MV2K4T/correct" : null,
        open ? "/r/9MY1MV2K4T/add" : null,
        open ? null : "To correct it, open your words first.",
        open ? List.of(new Link("7QX-2AB3-C4D", "/r/7QX2AB3C4D")) : List.of(),
        open ? "Or text FORGET 9MY-1MV2-K4T." : null,
        open ? null : new ReceiptPage.Undo("You can put it back.", "/r/9MY1MV2K4T/put-back"),
        open ? null : "A person looks at it first.",
        new ReceiptPage.NotShown(
            open ? null : "Say it without names.",
            open ? "/r/9MY1MV2K4T/correct" : null,
            open ? null : "/r/9MY1MV2K4T/second-look",
            open ? "You asked for a second look." : null));
  }

  private static Page moderation(boolean full) {
    return new ModerationPage(
        "What was checked and what is not shown",
        new Link("How should people get home after six?", "/c/after-six"),
        "A person looks at it first.",
        full ? List.of(new ModerationPage.Row("It names somebody.", "12")) : List.of(),
        full ? List.of(new ModerationPage.MonthRow("May 2027", "40", "12")) : List.of(),
        List.of("Half of it was looked at within 3 hours."),
        "Where a number is under 5, we do not say it.",
        new Link("What we show", "/moderation"),
        new Link("The log", "/c/after-six/log"),
        new Link("As data", "/c/after-six/moderation/data"));
  }

  private static Page correct(boolean refused) {
    return new CorrectPage(
        "Say it in other words",
        "9MY-1MV2-K4T",
        null,
        refused ? "It names somebody." : null,
        refused ? "Say it without names." : null,
        voice(),
        "/r/9MY1MV2K4T/correct",
        "",
        EMPTY.area("text", "Your new words", 8),
        "/r/9MY1MV2K4T");
  }

  private static Page place(boolean sound) {
    return new LogPlacePage(
        "Your place in the log",
        new Link("9MY-1MV2-K4T", "/r/9MY1MV2K4T"),
        "Your words are line 412 of 530.",
        sound,
        sound ? "All is as it was written." : "Something is wrong.",
        new Link("The log of this question", "/c/after-six/log"),
        "/r/9MY1MV2K4T/log/proof",
        "/log/after-six/key",
        "ab".repeat(32),
        sound ? "cd".repeat(16) : "",
        sound ? "{\"kind\":\"RECEIVED\"}" : "");
  }

  private static Page find(String request) {
    FormState form =
        request.isEmpty()
            ? EMPTY
            : EMPTY.withErrors(List.of(new FieldError("code", "These digits do not open it")));
    return new FindPage(
        "Find what you said",
        "You need no code.",
        "/find",
        new FindPage.Form(
            "/find", request, form.text("code", "The six digits"), "Open", form.summary()));
  }

  private static Page add() {
    return new AddPage(
        "Add something",
        "9MY-1MV2-K4T",
        List.of("This gets a code of its own."),
        List.of("It is read and counted."),
        null,
        "/r/9MY1MV2K4T/add",
        "",
        "a1",
        voice(),
        EMPTY.area("text", "What else do you want to say?", 8),
        "/r/9MY1MV2K4T");
  }

  private static Page use() {
    List<Choices.Option> uses = List.of(new Choices.Option("count", "Count mine"));
    return new UsePage(
        "Change how it is used",
        "9MY-1MV2-K4T",
        "/r/9MY1MV2K4T/use",
        "",
        "The code alone can allow less, not more.",
        null,
        EMPTY.radios("use", "May we use your words?", uses),
        EMPTY.text("use-name", "Quote me as"),
        EMPTY.checkbox("website", "Show it on this website too"),
        MoreChoices.of(EMPTY, Words.english(), true, true, true),
        "You are under 18, so it is kept private.",
        EMPTY.radios("tell", "How shall we tell you?", uses),
        EMPTY.text("tell-phone", "Your phone number"),
        EMPTY.text("tell-email", "Your e-mail address"),
        "/r/9MY1MV2K4T");
  }

  private static Page record(List<RecordPage.Side> sides) {
    List<Choices.Option> options = List.of(new Choices.Option("PANEL", "Question of the month"));
    return new RecordPage(
        "What people said",
        "12 things were said so far. 3 stand here.",
        "/c/after-six/record",
        List.of(new KeptField("door", "SMS")),
        EMPTY.text("q", "Words in it"),
        sides.isEmpty() ? Narrowing.waiting("We are putting the list in order.") : narrowing(),
        sides,
        sides.isEmpty() ? new EmptyState("Nothing to read here yet.") : null,
        sides.isEmpty() ? null : new Pagination(null, "?after=12", null),
        "/c/after-six/record");
  }

  /// For other samples too.
  public static Narrowing narrowing() {
    return new Narrowing(
        List.of(
            new Narrowing.Group(
                "How it came in",
                List.of(
                    new Narrowing.Choice("Text message", "12", "?", true),
                    new Narrowing.Choice("Card", "4", "?door=COMMENT_CARD", false))),
            new Narrowing.Group(
                "When it came in",
                List.of(
                    new Narrowing.Choice("November 2027", "10", "?month=2027-11", false),
                    new Narrowing.Choice("October 2027", "6", "?month=2027-10", false)))),
        "12 things fit.",
        null);
  }
}
