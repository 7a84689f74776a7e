package org.folkmoot.people;

import java.util.List;
import java.util.function.UnaryOperator;
import org.folkmoot.door.Form;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.MoreChoices;

/// The answers to the questions every way in ends with, from the form that [ClosingQuestions] draws
/// to what the record keeps.
public record ClosingAnswers(
    Consent consent, Tell tell, String phoneOrEmail, boolean under18, Equality equality) {

  /// What is missing or wrong, for the form to say.
  public static List<FieldError> problems(Form form, Words words) {
    return ClosingQuestions.problems(FormState.of(form.fields()), words);
  }

  /// Reads a form that has no [#problems].
  ///
  /// @param withMedia whether a picture or recording came with it, which "show it" then covers
  public static ClosingAnswers read(
      Form form, Words words, Consent.Given given, boolean withMedia) {
    boolean named = form.text("use").equals("named");
    boolean quoted = named || form.text("use").equals("unnamed");
    boolean young = form.text("under18").equals("yes") || form.text("about-age").equals("under-16");
    // Of two answers that do not go together the narrower holds: what is only read and counted is
    // not shown on the website. Programs ask for each use by name, so there each stands alone.
    boolean published = form.ticked("website") && quoted && !young;
    Tell tell =
        switch (form.text("tell")) {
          case "phone" -> Tell.PHONE;
          case "email" -> Tell.EMAIL;
          default -> Tell.CODE;
        };
    var scopes =
        new Scopes(
            quoted,
            named,
            published,
            withMedia && quoted && !form.ticked(MoreChoices.WORDS_ONLY),
            tell != Tell.CODE && form.ticked(MoreChoices.CONTACT),
            form.ticked(MoreChoices.KEEP));
    return new ClosingAnswers(
        new Consent(
            Consent.CURRENT_WORDING, words.language(), given, "", scopes, form.text("use-name")),
        tell,
        switch (tell) {
          case PHONE -> form.text("tell-phone");
          case EMAIL -> form.text("tell-email");
          case CODE -> "";
        },
        young,
        new Equality(
            form.text("about-area"),
            form.text("about-age"),
            form.text("about-gender"),
            form.text("about-disability"),
            form.text("about-car")));
  }

  /// Puts the answers into a contribution; the contact goes into the vault.
  public UnaryOperator<NewContribution> into(Vault vault) {
    String reference =
        switch (tell) {
          case PHONE -> vault.keep(Vault.phone(phoneOrEmail));
          case EMAIL -> vault.keep(Vault.email(phoneOrEmail));
          case CODE -> "";
        };
    return contribution ->
        contribution
            .consent(consent)
            .tell(tell, reference)
            .under18(under18)
            .equality(equality)
            .place(equality.area());
  }
}
