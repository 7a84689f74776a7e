package org.folkmoot.web.calling;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// The desk's page about calls, and the telephone to call with.
public final class CallingSamples implements Samples {

  @Override
  public List<Page> pages() {
    FormState wrong =
        FormState.of(Map.of("number", List.of("12")))
            .withErrors(List.of(new FieldError("number", "Write the whole number")));
    return List.of(
        desk(FormState.empty(), true),
        desk(wrong, false),
        lines(FormState.empty(), "en"),
        lines(
            FormState.empty()
                .withErrors(List.of(new FieldError("f-1", "Save it as MP3 or WAV first"))),
            "bn"),
        telephone(true, false),
        telephone(true, true),
        telephone(false, false));
  }

  private static SpokenLinesPage lines(FormState form, String language) {
    return new SpokenLinesPage(
        "What callers hear: English",
        form.summary(),
        "2 of 4 recorded.",
        2,
        4,
        "What is not recorded is read aloud by a machine.",
        "MP3 or WAV.",
        "/desk/c/after-six/calling",
        List.of(new SpokenLinesPage.Other("/desk/c/after-six/calling/lines?in=pl", "Polski")),
        "/desk/c/after-six/calling/lines",
        language,
        List.of(
            line("Sorry, we heard no key.", "/desk/c/after-six/calling/lines/a", null, 0, form),
            line("Once more.", "/desk/c/after-six/calling/lines/b", null, 1, form),
            line(
                "Thank you.",
                "/desk/c/after-six/calling/lines/c",
                "The recording says: “Thanks.”",
                2,
                form),
            line("Goodbye.", null, null, 3, form),
            new SpokenLinesPage.Row(
                5, "Q3 has no words in this language.", false, null, "", null, null, null)));
  }

  private static SpokenLinesPage.Row line(
      String said, @Nullable String src, @Nullable String old, int n, FormState form) {
    return new SpokenLinesPage.Row(
        n + 1,
        said,
        true,
        src,
        "Listen to recording " + (n + 1),
        old,
        form.file("f-" + n, "Recording " + (n + 1), "audio/mpeg,audio/wav"),
        n < 2 ? form.checkbox("r-" + n, "Remove the recording") : null);
  }

  private static DemoCallPage telephone(boolean under, boolean speaking) {
    return new DemoCallPage(
        "A telephone to call with",
        "This telephone is only drawn.",
        "Call 07700 900 999",
        under,
        speaking,
        speaking ? "That cannot be done now." : null,
        under
            ? List.of(
                new DemoCallPage.Said("You", true, "(dials)", "en", false),
                new DemoCallPage.Said("Wrenmouth Council", false, "Dzień dobry.", "pl", true))
            : List.of(),
        List.of(new DemoCallPage.Key("1", "Press 1"), new DemoCallPage.Key("*", "Press star")),
        FormState.empty().text("several", "Several digits"));
  }

  private static CallingDeskPage desk(FormState form, boolean full) {
    return new CallingDeskPage(
        "Phone calls",
        form.summary(),
        full ? "Only the telephone drawn on the screen can call it." : null,
        "People can call 01632 960555 now.",
        full
            ? List.of(
                new CallingDeskPage.Back(
                    "c1", "07700 900 103", "Polski", "today, 14:05", "Called 07700 900 103"))
            : List.of(),
        "One person waits to be called back.",
        "/desk/c/after-six/calling/backs",
        full
            ? List.of(
                new CallingDeskPage.Spoken(
                    "today, 14:05",
                    "90 seconds",
                    "Waits to be written down",
                    "/desk/c/after-six/stories/c1"),
                new CallingDeskPage.Spoken("today, 14:10", "5 seconds", "Being fetched", null))
            : List.of(),
        "One person’s words wait.",
        "/desk/c/after-six/calling",
        form.text("number", "The number people call").of("tel"),
        List.of(form.area("question-en", "The question in English", 3).ifYouLike()),
        form.checkbox("on", "Take calls"),
        full ? List.of("How do you mostly get around?") : List.of(),
        full
            ? List.of(
                new CallingDeskPage.Recorded(
                    "/desk/c/after-six/calling/lines?in=en", "English", "14 of 19 recorded."))
            : List.of(),
        full ? List.of("A call comes in: https://engage.example/voice/twilio/inbound") : List.of(),
        full ? "/c/after-six/text" : null);
  }
}
