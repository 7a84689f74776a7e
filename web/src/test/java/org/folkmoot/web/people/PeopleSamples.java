package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.QrCode;

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
            form.text("email", "E-mail address").of("email").ifYouLike(),
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
        new EnterPage("Hello, Bea", "Come in.", null, null, "/enter/x", Button.main("Come in")),
        new SignInPage(
            "Sign in",
            "We send you a link.",
            "This portal does not send e-mail yet.",
            null,
            FormState.empty().text("email", "Your e-mail address").of("email").filledBy("email"),
            Button.main("Send me a link"),
            "/sign-in/key"),
        factor(null),
        factor(
            new FactorPage.Connect(
                new QrCode(29, "M4 4h7v1h-7z", "Picture for your app"),
                "JBSW Y3DP EHPK 3PXP",
                "otpauth://totp/Wrenmouth:Bea?secret=JBSWY3DPEHPK3PXP")),
        new RecoveryPage(
            "Write down these ten codes",
            "Each of them lets you in once.",
            List.of("9MY1M-V2K4T", "7QZ2W-8HJ3N"),
            "/desk"),
        new MailPage(
            "E-mails that have not left",
            "Hand them over.",
            List.of(
                new MailPage.Row(
                    "Your link to Wrenmouth Council",
                    "To bea@wrenmouth.example",
                    "Sunday 22 November 2026, 10:00 UTC – waits",
                    List.of("Hello Bea,", "https://wrenmouth.example/sign-in/link/3Jm0p8Q"),
                    "/desk/outbox/x/handed-over",
                    Button.quiet("It is handed over, delete it"))),
            null),
        new MailPage(
            "E-mails that have not left", "Nothing.", List.of(), new EmptyState("Nothing waits.")),
        new MePage(
            "How you come in",
            null,
            List.of(
                new MePage.Row(
                    "Firefox", "this one", "Since Sunday", Button.quiet("End").sending("s", "1")),
                new MePage.Row(
                    "Chrome", null, "Since Monday", Button.quiet("End").sending("s", "2"))),
            Button.quiet("End all others"),
            FormState.empty().text("email", "Your e-mail address").of("email").ifYouLike(),
            Button.main("Save"),
            new MePage.Recovery(
                "7 of your ten codes are left.",
                FormState.empty().text("code", "Six digits").filledBy("one-time-code"),
                Button.quiet("Make ten new ones"))),
        new RolesPage(
            "Who may do what",
            "It is written into the log.",
            List.of(
                new RolesPage.Row(
                    "Bea Turner",
                    "/desk/staff/1",
                    "Runs meetings",
                    "All questions",
                    "Sunday, by Amina: she runs the evenings"))),
        new RolePage(
            "Bea Turner",
            null,
            "/desk/staff/1",
            form.checkboxes("roles", "What they do", roles),
            form.select("scope", "For one question only", List.of()),
            form.text("why", "Why"),
            Button.main("Save").sending("do", "save"),
            Button.quiet("Let them connect a new phone").sending("do", "reset"),
            Button.grave("Remove").sending("do", "remove"),
            "In one browser.",
            Button.quiet("Sign them out everywhere"),
            List.of(
                new RolePage.Entry(
                    "Sunday, by Amina", "May do: Runs meetings", "She runs the evenings"))));
  }

  private static FactorPage factor(FactorPage.@org.jspecify.annotations.Nullable Connect connect) {
    return new FactorPage(
        "One more thing: a code",
        "Type the six digits.",
        null,
        connect,
        FormState.empty().text("code", "Six digits").filledBy("one-time-code"),
        "/sign-in/code",
        Button.main("Sign in"),
        "No phone? Ask.");
  }

  private static StaffPage.Row row(
      String who, String does, StaffPage.@org.jspecify.annotations.Nullable Remove removes) {
    return new StaffPage.Row(
        who, does, "All questions", "/desk/people/1/link", Button.quiet("New link"), removes);
  }
}
