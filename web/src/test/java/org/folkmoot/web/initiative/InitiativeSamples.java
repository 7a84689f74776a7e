package org.folkmoot.web.initiative;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// An initiative as an officer describes it: filled in, and sent without a name.
public final class InitiativeSamples implements Samples {

  @Override
  public List<Page> pages() {
    FormState filled =
        FormState.of(Map.of("name", List.of("Wrenmouth Together"), "questions", List.of("a")));
    FormState empty =
        FormState.empty().withErrors(List.of(new FieldError("name", "Say what it is called.")));
    return List.of(page(filled), page(empty));
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
}
