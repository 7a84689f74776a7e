package org.folkmoot.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;

/// What all sample voices share: how they may be used, and that the officer has checked and grouped
/// them.
final class SampleVoices {

  private final String consultation;
  private final RecordService record;
  private final String officer;
  private final Map<String, String> themes = new HashMap<>();

  SampleVoices(
      String consultation,
      RecordService record,
      ThemeService themes,
      SampleFiles files,
      String officer) {
    this.consultation = consultation;
    this.record = record;
    this.officer = officer;
    themes.themes(consultation).forEach(theme -> this.themes.put(theme.name(), theme.id()));
    for (Map<String, String> row : files.rows("themes.csv")) {
      String name = row.getOrDefault("name", "");
      if (!this.themes.containsKey(name)) {
        this.themes.put(
            name, themes.add(consultation, name, row.getOrDefault("definition", ""), officer).id());
      }
    }
  }

  /// How a voice may be used, from the columns `use` (`unnamed`, `named`, `count`), `name`,
  /// `website` and the five about the person.
  static Consent consent(Map<String, String> row, Given given, boolean media) {
    String use = row.getOrDefault("use", "");
    boolean named = use.equals("named");
    boolean quoted = named || use.equals("unnamed");
    return new Consent(
        Consent.CURRENT_WORDING,
        row.getOrDefault("language", "en"),
        given,
        "",
        new Scopes(
            quoted,
            named,
            row.getOrDefault("website", "").equals("yes"),
            media && quoted,
            false,
            false),
        row.getOrDefault("name", ""));
  }

  static UnaryOperator<NewContribution> closing(
      Map<String, String> row, Given given, boolean media) {
    return contribution ->
        contribution
            .consent(consent(row, given, media))
            .tell(Tell.CODE, "")
            .place(row.getOrDefault("area", ""))
            .equality(
                new Equality(
                    row.getOrDefault("area", ""),
                    row.getOrDefault("age", "").replace("65+", "65-over"),
                    row.getOrDefault("gender", ""),
                    row.getOrDefault("disability", ""),
                    row.getOrDefault("car", "")));
  }

  String consultation() {
    return consultation;
  }

  String pseudonym(String who) {
    return record.pseudonym(consultation, "sample:" + who);
  }

  /// Checks a voice and groups it under the themes of its row, unless it was held.
  void checked(String id, String themeNames) {
    record
        .find(id)
        .filter(c -> c.status() == org.folkmoot.record.Status.RECEIVED)
        .ifPresent(c -> record.check(id, officer));
    Set<String> ids = new LinkedHashSet<>();
    Arrays.stream(themeNames.split("\\|"))
        .map(String::strip)
        .filter(themes::containsKey)
        .map(themes::get)
        .forEach(ids::add);
    if (!ids.isEmpty() && record.find(id).filter(c -> !c.status().isGone()).isPresent()) {
      record.group(id, ids, officer);
    }
  }
}
