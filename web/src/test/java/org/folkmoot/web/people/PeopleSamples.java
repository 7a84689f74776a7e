package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Who works here and how they come in.
public final class PeopleSamples implements Samples {
  @Override
  public List<Page> pages() {
    FormState form =
        FormState.empty().withErrors(List.of(new FieldError("name", "Write the name")));
    List<Choices.Option> roles =
        List.of(
            new Choices.Option("facilitator", "Runs meetings", "Prints kits, types in notes."),
            new Choices.Option("safeguarding", "Safety lead", "Reads what may mean danger."));
    return List.of(
        new StaffPage(
            "Who works here",
            form.summary(),
            "Nobody is safety lead yet.",
            List.of(
                row("Amina Rahman", "Officer", null),
                row(
                    "Bea Turner",
                    "Runs meetings",
                    new StaffPage.Remove("/desk/people/2/remove", Button.grave("Remove")))),
            form.text("name", "Name"),
            form.checkboxes("roles", "What they do", roles),
            form.select("scope", "For one question only", List.of()),
            Button.main("Make a link")),
        new InvitationPage(
            "A link for Bea",
            "Hand it to Bea yourself.",
            "https://wrenmouth.example/enter/3Jm0p8Q",
            "It works once.",
            "/desk/people"),
        new EnterPage(
            "Sign in",
            "Open the link you were sent.",
            null,
            FormState.empty().text("key", "A key made on the server").of("password"),
            "/sign-in",
            Button.main("Sign in")),
        new EnterPage("Hello, Bea", "Come in.", null, null, "/enter/x", Button.main("Come in")));
  }

  private static StaffPage.Row row(
      String who, String does, StaffPage.@org.jspecify.annotations.Nullable Remove removes) {
    return new StaffPage.Row(
        who, does, "All questions", "/desk/people/1/link", Button.quiet("New link"), removes);
  }
}
