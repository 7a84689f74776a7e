package org.folkmoot.consultation;

import java.util.List;
import org.folkmoot.consultation.Consultation.Formats;
import org.folkmoot.consultation.Consultation.Option;

/// A question as it is told to readers of one language: in it as far as it has been written in it,
/// the rest as it was first asked.
///
/// @param language of the reader, BCP 47
public record Told(Consultation asked, String language) {

  /// Words and the language they are in.
  public record Said(String words, String lang) {}

  public Said title() {
    return said(wording().title(), asked.title());
  }

  public Said question() {
    return said(wording().question(), asked.question());
  }

  public Said about() {
    return said(wording().about(), asked.about());
  }

  public Said fixed() {
    return said(wording().fixed(), asked.fixed());
  }

  public Said canChange() {
    return said(wording().canChange(), asked.canChange());
  }

  /// Who decides, as they are called in this language or, failing that, in the council's own.
  public String decidedBy() {
    return said(wording().decidedBy(), asked.decidedBy()).words();
  }

  public List<Said> options() {
    return asked.options().stream().map(this::option).toList();
  }

  private Said option(Option option) {
    return said(wording().options().getOrDefault(option.id(), ""), option.text());
  }

  /// What stands on the page of a format; a recording is only ever in the first language.
  Said format(Format format) {
    Formats given = asked.formats();
    return switch (format) {
      case PLAIN -> said(wording().plain(), given.plain());
      case EASY -> said(wording().easyRead(), given.easyRead());
      case LISTEN -> said("", given.recording().map(Consultation.Recording::words).orElse(""));
      case SIGNING -> said(wording().signingNote(), given.signingNote());
    };
  }

  private Wording wording() {
    return language.equals(asked.language())
        ? Wording.none()
        : asked.wordings().getOrDefault(language, Wording.none());
  }

  private Said said(String here, String first) {
    return here.isBlank() ? new Said(first, asked.language()) : new Said(here, language);
  }
}
