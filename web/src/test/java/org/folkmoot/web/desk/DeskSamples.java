package org.folkmoot.web.desk;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.record.KeptField;
import org.folkmoot.web.record.RecordSamples;

/// The desk with a few rows, with none, one contribution, themes, and what is set apart.
public final class DeskSamples implements Samples {

  private static final FormState EMPTY = FormState.empty();
  private static final FormState WRONG =
      FormState.of(Map.of()).withErrors(List.of(new FieldError("reason", "Say why not")));
  private static final List<Choices.Option> OPTIONS =
      List.of(
          new Choices.Option("dark", "Waiting in the dark", "At the stop"),
          new Choices.Option("fares", "Fares"));

  @Override
  public List<Page> pages() {
    return List.of(
        record(List.of(row("c1", true), row("c2", false)), WRONG),
        record(List.of(), EMPTY),
        item(),
        new DeskThemesPage(
            "Themes",
            null,
            "/desk/c/after-six/record",
            "/desk/c/after-six/record/themes",
            List.of(
                new DeskThemesPage.Row("dark", "Waiting", "At the stop", "3 under it", "?theme=d")),
            EMPTY.text("name", "Name"),
            EMPTY.area("definition", "What belongs under it", 2)),
        new DeskTakeBackPage(
            "Take back for somebody",
            null,
            "/desk/c/after-six/record",
            "/desk/c/after-six/record/take-back",
            EMPTY.text("code", "Your code"),
            EMPTY.text("reason", "Who asked, and how"),
            EMPTY.checkbox("own", "I know that it is theirs"),
            List.of(
                new DeskTakeBackPage.Wish(
                    "9MY-1MV2-K4T",
                    "Text message",
                    "1 November 2027, 12:00",
                    "/desk/c/after-six/record/take-back/c1"))),
        new DeskLessPage(
            "Allow less for somebody",
            null,
            "/desk/c/after-six/record",
            "/desk/c/after-six/record/less",
            EMPTY.text("code", "Your code"),
            EMPTY.checkboxes(
                "taken",
                "What they do not want any more",
                List.of(new Choices.Option("quoted", "Quoting it at all"))),
            EMPTY.radios(
                "how", "How did they ask?", List.of(new Choices.Option("phone", "By phone"))),
            EMPTY.text("witness", "Who heard or read it")),
        new AppealsPage(
            "Second looks",
            List.of(
                new AppealsPage.Row(
                    RecordSamples.voice(),
                    "9MY-1MV2-K4T",
                    "Asked for on 1 November.",
                    "A colleague answers it.",
                    "/desk/c/after-six/appeals/c1")),
            null),
        new AppealsPage("Second looks", List.of(), new EmptyState("Nobody asks.")),
        new ModerationDeskPage(
            "When somebody looks",
            WRONG.summary(),
            "/desk/c/after-six/moderation",
            EMPTY.radios("mode", "When does somebody look?", OPTIONS),
            List.of(
                new ModerationDeskPage.Line("It names somebody.", "Leave the name out."),
                new ModerationDeskPage.Line("It was sent before.", null)),
            EMPTY.text("told-en", "In English"),
            EMPTY.text("told-pl", "In Polish"),
            EMPTY.text("change-en", "What can change"),
            EMPTY.text("change-pl", "The same in Polish")),
        queue(true),
        queue(false),
        new QueueConfirmPage(
            "Not show 2 of them?",
            "/desk/c/after-six/queue",
            "/desk/c/after-six/queue",
            List.of(RecordSamples.voice()),
            "It names somebody.",
            List.of("c1:2", "c2:1"),
            List.of("c1"),
            "decline",
            "names",
            "",
            "Yes, do not show them"),
        appeal(true),
        appeal(false),
        new RightsPage(
            "What people ask",
            null,
            EMPTY.text("who", "Phone number"),
            EMPTY.text("identity", "How do you know"),
            List.of(new RightsPage.Row("/desk/rights/r1", "Asked on 1 November", "Open"))),
        new HoldsPage(
            "Legal holds",
            null,
            EMPTY.text("code", "Code"),
            EMPTY.text("why", "Why"),
            List.of(
                new HoldsPage.Row(
                    "/desk/rights/holds/c1",
                    "9MY-1MV2-K4T",
                    "The last bus",
                    "1 November, Dana",
                    "A claim",
                    "Stands"))),
        new HoldPage(
            "Legal hold 9MY-1MV2-K4T",
            WRONG.summary(),
            "1 November, Dana: A claim",
            "It was taken back.",
            null,
            RecordSamples.voice(),
            List.of(new Link("Open file 1", "/c/after-six/media/med_1")),
            "/desk/rights/holds/c1",
            EMPTY.text("why", "Why it is lifted")),
        new HoldPage(
            "Legal hold 9MY-1MV2-K4T",
            null,
            "1 November, Dana: A claim",
            "It stands.",
            "Nobody reads it here.",
            null,
            List.of(),
            "/desk/rights/holds/c1",
            EMPTY.text("why", "Why it is lifted")),
        new RetentionPage(
            "How long things are kept",
            "/desk/rights",
            List.of(
                new RetentionPage.Rule(
                    "/desk/rights/retention/words",
                    "What people said",
                    "24 months after it was decided, words are erased.",
                    "Off",
                    "Today this would erase the words of 41 voices.",
                    "More is due from 1 November 2029.",
                    true)),
            List.of("Files that were never sent are deleted after one day.")),
        retention(true),
        retention(false),
        new RightsViewsPage(
            "Who looked at what",
            "/desk/rights",
            List.of(
                new RightsViewsPage.Row(
                    "2027-11-01T10:00:00Z",
                    "1 November 2027, 10:00",
                    "Dana",
                    "A person’s request",
                    "",
                    "One person’s request",
                    "/desk/rights/r1",
                    ""),
                new RightsViewsPage.Row(
                    "2027-11-01T09:00:00Z",
                    "1 November 2027, 09:00",
                    "Sam",
                    "How a sender can be reached",
                    "The last bus",
                    "9MY-1MV2-K4T",
                    "",
                    "To call them back today.")),
            null,
            new Pagination(null, "?before=3", null)),
        new RightsViewsPage(
            "Who looked at what",
            "/desk/rights",
            List.of(),
            new EmptyState("Nobody has looked yet."),
            null),
        new RightsRequestPage(
            "One request",
            "/desk/rights",
            "Opened by Dana",
            "Called back.",
            "Nothing is deleted.",
            List.of(
                new RightsRequestPage.Row(
                    "9MY-1MV2-K4T", "Text message", "1 November 2027", "Deleted")),
            "One number.",
            List.of("Dana, 1 November"),
            "/desk/rights/r1",
            true,
            false),
        new RightsExportPage(
            "Everything",
            "/desk/rights/r1",
            List.of("+44 7700 900123"),
            List.of(
                new RightsExportPage.Said(
                    "9MY-1MV2-K4T", "Checked", RecordSamples.voice(), List.of("We have it.")))),
        new SafetyPage(
            "Set apart",
            List.of(new SafetyPage.Row(RecordSamples.voice(), "/desk/c/after-six/safety/c1")),
            List.of(new SafetyPage.Row(RecordSamples.voice(), "/desk/c/after-six/safety/c2")),
            null,
            new Pagination(null, "?after=3", null)),
        new SafetyPage(
            "Set apart", List.of(), List.of(), new EmptyState("Nothing is set apart."), null),
        new SafetyItemPage(
            "Card",
            null,
            "/desk/c/after-six/safety",
            "/desk/c/after-six/safety/c1",
            RecordSamples.voice(),
            List.of(new Link("Open file 1", "/c/after-six/media/med_1")),
            "It was taken back. This copy is the only one left.",
            "under 18",
            "01632 960111",
            EMPTY.area("why", "What you decided, and why", 3),
            List.of(
                new SafetyItemPage.Step(
                    "2027-11-01T09:00:00Z", "1 November 2027", "Set apart.", "sender", "Note"))));
  }

  private static Page retention(boolean full) {
    return new RetentionRulePage(
        "What people said",
        "/desk/rights/retention",
        full ? WRONG.summary() : null,
        "24 months after it was decided, words are erased.",
        "Off",
        "Today this would erase the words of 2 voices.",
        full ? List.of(new RetentionRulePage.Row("9MY-1MV2-K4T", "The last bus", "")) : List.of(),
        full ? "And one more." : null,
        full
            ? List.of(new RetentionRulePage.Row("9MY-1MV2-K5X", "The last bus", "Stays"))
            : List.of(),
        full ? List.of("The last bus: 1 November 2029: 3 voices") : List.of(),
        "/desk/rights/retention/words",
        full ? "2-1a2b" : null,
        "Erase the words of 2 voices",
        EMPTY.text("months", "How many months"),
        full ? EMPTY.select("question", "Only for one question", OPTIONS) : null,
        EMPTY.text("why", "Why"),
        full,
        !full,
        full ? List.of("1 November, Dana: set to 12 months.") : List.of());
  }

  private static Page queue(boolean full) {
    return new QueuePage(
        "What waits",
        full ? WRONG.summary() : null,
        List.of(new QueuePage.Tab("Waiting", "12", "/desk/c/after-six/queue", true)),
        full ? new QueuePage.Done("Two are checked.", true, List.of("Kim did this.")) : null,
        full ? "Not everything has been compared yet." : null,
        "/desk/c/after-six/queue",
        "/desk/c/after-six/queue",
        full ? List.of(card("c1", true), card("c2", false)) : List.of(),
        WRONG.select("reason", "Why not", OPTIONS),
        EMPTY.text("reason-own", "In your own words").ifYouLike(),
        full ? null : new EmptyState("Nothing waits here."),
        full ? new Pagination(null, "?after=3", null) : null,
        "/moderation",
        "/desk/c/after-six/appeals");
  }

  private static QueuePage.Card card(String id, boolean alike) {
    return new QueuePage.Card(
        id,
        id + ":1",
        RecordSamples.voice(),
        "9MY-1MV2-K4T",
        "/desk/c/after-six/record/" + id,
        "waits for 3 days",
        alike ? "Two said nearly the same" : null,
        alike
            ? List.of(
                new QueuePage.Like(
                    "9MY-1MV2-K4S",
                    "/desk/c/after-six/record/c3",
                    "en",
                    List.of(
                        new QueuePage.Part(false, false, "Later buses"),
                        new QueuePage.Part(true, false, "please"),
                        new QueuePage.Part(false, true, "now"))))
            : List.of(),
        alike ? "One more." : null,
        alike ? "Kim looks at this one" : null,
        alike,
        false,
        "/desk/c/after-six/queue?pick=" + id + "#ticked",
        alike ? "" : "/desk/c/after-six/stories/" + id);
  }

  private static Page appeal(boolean own) {
    return new AppealPage(
        "Card · 9MY-1MV2-K4T",
        null,
        "/desk/c/after-six/appeals",
        RecordSamples.voice(),
        "Dana did not show it: it names somebody.",
        "Asked for on 1 November.",
        own ? null : "It is my own name.",
        own ? "A colleague answers it." : null,
        "/desk/c/after-six/appeals/c1",
        "3",
        EMPTY.area("told", "Why, for the sender", 3));
  }

  private static DeskRecordPage.Row row(String id, boolean checked) {
    return new DeskRecordPage.Row(
        id,
        id + ":4",
        RecordSamples.voice(),
        "/desk/c/after-six/record/" + id,
        "9MY-1MV2-K4T",
        checked ? "Checked" : "Waiting to be checked",
        checked,
        false,
        !checked,
        !checked,
        null,
        List.of("may be quoted", "Saltmarsh"));
  }

  private static Page record(List<DeskRecordPage.Row> rows, FormState form) {
    return new DeskRecordPage(
        "What people said",
        form.summary(),
        List.of(
            new DeskRecordPage.Tab("Everything", "12", "?", true),
            new DeskRecordPage.Tab("Waiting to be checked", "4", "?status=RECEIVED", false)),
        "One was taken back.",
        "/desk/c/after-six/record",
        "RECEIVED",
        EMPTY.select("door", "How it came in", OPTIONS),
        EMPTY.select("theme", "What it is about", OPTIONS),
        List.of(new KeptField("language", "pl")),
        EMPTY.text("q", "Words in it"),
        RecordSamples.narrowing(),
        "/desk/c/after-six/record",
        "/desk/c/after-six/record?status=RECEIVED",
        rows,
        form.checkboxes("themes", "Themes", OPTIONS),
        form.text("new-theme", "A new theme").ifYouLike(),
        form.select("reason", "Why not", OPTIONS),
        form.text("reason-own", "In your own words").ifYouLike(),
        rows.isEmpty() ? new EmptyState("Nobody has said anything yet.") : null,
        new Pagination(null, "?after=3", null),
        "/desk/c/after-six/record/themes",
        "/desk/c/after-six/record/take-back");
  }

  private static Page item() {
    return new DeskItemPage(
        "Card · 9MY-1MV2-K4T",
        null,
        "/desk/c/after-six/record",
        "/desk/c/after-six/record/c2",
        "/desk/c/after-six/record/c1",
        "c1:4",
        RecordSamples.voice(),
        "Not shown",
        "It names somebody.",
        List.of("may be quoted"),
        true,
        EMPTY.checkboxes("themes", "Themes", OPTIONS),
        EMPTY.text("new-theme", "A new theme"),
        EMPTY.select("reason", "Why not", OPTIONS),
        EMPTY.text("reason-own", "In your own words"),
        EMPTY.select("kind", "What it is", OPTIONS),
        EMPTY.text("language", "Language"),
        EMPTY.area("text", "The text", 4),
        List.of(
            new DeskItemPage.Step(
                "2027-11-01T09:00:00Z", "1 November 2027", "We have it.", "sender", null)),
        List.of(new Link("The report quotes it", "/desk/c/after-six/report")),
        "/desk/c/after-six/record/take-back?code=9MY-1MV2-K4T");
  }
}
