package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;

/// The table of reasons for not showing something: those that every consultation has, and what its
/// officers added. Thread-safe.
public final class Reasons {

  /// Not out of the table: in the words of whoever decided.
  public static final String OWN = "own";

  /// The words of a standard reason are `record.reason.{id}`, what can be changed is
  /// `record.reason.{id}.change`, where anything can.
  private static final List<String> STANDARD =
      List.of(
          "names", "accuses", "hurts", "pictures", "elsewhere", "advert", "twice", "unreadable");

  private static final String KEY = "record.reason.";
  private static final String CHANGE = ".change";

  private final ReasonRepository repository;

  Reasons(ReasonRepository repository) {
    this.repository = repository;
  }

  /// What can be chosen, in the reader's language.
  public List<Choices.Option> options(String consultation, Words words) {
    List<Choices.Option> options = new ArrayList<>();
    STANDARD.forEach(id -> options.add(new Choices.Option(id, words.say(KEY + id))));
    added(consultation).forEach(r -> options.add(new Choices.Option(r.id(), r.told(words))));
    return options;
  }

  /// What a refusal with this reason tells a sender, with what is added in own words.
  ///
  /// @param reason id as it was chosen; one that is not in the table counts as none
  public Refusal refusal(String consultation, String reason, String own, String language) {
    String standard = told(consultation, reason, Words.of(language));
    return new Refusal(standard.isEmpty() ? OWN : reason, (standard + " " + own).strip());
  }

  /// The reason in plain words; empty if there is no such.
  public String told(String consultation, String reason, Words words) {
    return STANDARD.contains(reason)
        ? words.say(KEY + reason)
        : find(consultation, reason).map(r -> r.told(words)).orElse("");
  }

  /// What the sender can change, in plain words; empty if nothing is known that would help.
  public String change(String consultation, String reason, Words words) {
    if (STANDARD.contains(reason)) {
      return words.has(KEY + reason + CHANGE) ? words.say(KEY + reason + CHANGE) : "";
    }
    return find(consultation, reason).map(r -> r.change(words)).orElse("");
  }

  List<String> standard() {
    return STANDARD;
  }

  List<Reason> added(String consultation) {
    return repository.of(consultation);
  }

  /// Adds a reason that this consultation needs.
  void add(String consultation, Map<String, String> told, Map<String, String> change) {
    int next = added(consultation).size() + 1;
    repository.save(
        new Reason(consultation, String.format(Locale.ROOT, "a%02d", next), told, change));
  }

  private Optional<Reason> find(String consultation, String reason) {
    return reason.startsWith("a")
        ? added(consultation).stream().filter(r -> r.id().equals(reason)).findFirst()
        : Optional.empty();
  }
}
