package org.folkmoot.web.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;

/// Every part, once as it begins and once as it comes back with errors.
public final class PartSamples implements Samples {
  public record PartsPage(
      String title,
      @Nullable ErrorSummary summary,
      TextField line,
      TextArea answer,
      Choices radios,
      Choices boxes,
      Checkbox tick,
      Select select,
      FileField file,
      ClosingQuestions closing,
      List<Button> buttons,
      List<Figure> figures,
      ReceiptCode receipt,
      Pagination pagination,
      EmptyState nothing,
      List<Drawing> drawings)
      implements Page {
    @Override
    public String template() {
      return "gallery/parts.mustache";
    }

    @Override
    public boolean hasErrors() {
      return summary != null;
    }
  }

  @Override
  public List<Page> pages() {
    FormState sent =
        FormState.of(
            Map.of(
                "line",
                List.of("Saltmarsh"),
                "answer",
                List.of("I run to make the 18:40\nbecause the next is 21:05."),
                "radios",
                List.of("taxi"),
                "use",
                List.of("named"),
                "tell",
                List.of("email"),
                "about-area",
                List.of("Harbour")));
    List<FieldError> wrong = new ArrayList<>();
    wrong.add(new FieldError("answer", "Say a little more"));
    wrong.addAll(ClosingQuestions.problems(sent, Words.english()));
    return List.of(page(FormState.empty()), page(sent.withErrors(wrong)));
  }

  private static PartsPage page(FormState form) {
    List<Choices.Option> ways =
        List.of(
            new Choices.Option("bus", "By bus"),
            new Choices.Option("taxi", "By taxi", "Alone or shared with others"),
            new Choices.Option("stay", "I stay at home"));
    return new PartsPage(
        "How did you get home?",
        form.summary(),
        form.text("line", "Where do you get on?").hint("The name of the stop, or a street near it"),
        form.area("answer", "What happened the last time?", 5).atMost(2000),
        form.radios("radios", "How did you get home?", ways),
        form.checkboxes("boxes", "What did you miss?", ways).ifYouLike(),
        form.checkbox("tick", "Show it on this website too"),
        form.select("select", "Where do you live?", ways),
        form.file("file", "A picture or a recording", "image/*,audio/*").ifYouLike(),
        ClosingQuestions.of(form, Words.english(), List.of("Harbour", "Saltmarsh", "Eastgate")),
        List.of(Button.main("Send"), Button.quiet("Save for later"), Button.grave("Take it back")),
        List.of(
            new Figure("412", "people", "/f/1", null),
            new Figure("1,067", "things said", "/f/2", "2 may not be shown"),
            new Figure("96", "marks, not people", null, null)),
        new ReceiptCode("9MY-1MV2-K4T", "/r/9MY1MV2K4T"),
        new Pagination("?before=1", "?after=2", "41 to 60 of 212"),
        new EmptyState("Nobody has said anything here yet.", "Be the first", "/c/after-six"),
        Drawing.NAMES.stream().map(Drawing::new).toList());
  }
}
