package org.folkmoot.desk;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// The themes of each consultation. Other rooms name themes through this. Thread-safe.
public final class ThemeService {

  private final ThemeRepository themes;
  private final Ledger ledger;
  private final InstantSource time;

  ThemeService(ThemeRepository themes, Ledger ledger, InstantSource time) {
    this.themes = themes;
    this.ledger = ledger;
    this.time = time;
  }

  /// All themes of a consultation, by name.
  public List<Theme> themes(String consultation) {
    return themes.in(consultation).stream()
        .sorted(Comparator.comparing((Theme t) -> t.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  public Optional<Theme> find(String id) {
    return themes.find(id);
  }

  /// The names of these themes, by name; what is no theme of the consultation is left out.
  public List<String> names(String consultation, Set<String> ids) {
    return themes(consultation).stream()
        .filter(t -> ids.contains(t.id()))
        .map(Theme::name)
        .collect(Collectors.toList());
  }

  /// Adds a theme, or answers the one that has this name already.
  public Theme add(String consultation, String name, String definition, String by) {
    String called = cut(name, Theme.MAX_NAME);
    if (called.isEmpty()) {
      throw new IllegalArgumentException("a theme needs a name");
    }
    String base = consultation + "-" + slug(called);
    for (int n = 1; ; n++) {
      String id = n == 1 ? base : base + "-" + n;
      Theme theme = new Theme(id, consultation, called, cut(definition, Theme.MAX_DEFINITION));
      if (themes.insert(theme)) {
        log(theme, "theme:" + id, Act.Kind.THEME_ADDED, by);
        return theme;
      }
      Optional<Theme> before = themes.find(id);
      if (before.isPresent() && before.get().name().equalsIgnoreCase(called)) {
        return before.get();
      }
    }
  }

  /// Calls a theme something else; what is grouped under it stays.
  public void rename(String id, String name, String definition, String by) {
    Optional<Theme> before = themes.find(id);
    String called = cut(name, Theme.MAX_NAME);
    if (before.isEmpty() || called.isEmpty()) {
      return;
    }
    Theme now =
        new Theme(id, before.get().consultation(), called, cut(definition, Theme.MAX_DEFINITION));
    if (!now.equals(before.get())) {
      themes.change(now);
      log(now, "theme:" + id + ":" + time.instant().toEpochMilli(), Act.Kind.THEME_RENAMED, by);
    }
  }

  private void log(Theme theme, String act, Act.Kind kind, String by) {
    ledger.append(
        theme.consultation(),
        new Act(
            act,
            kind,
            theme.id(),
            time.instant(),
            by,
            "",
            Map.of("name", theme.name(), "definition", theme.definition())));
  }

  private static String cut(String text, int most) {
    String one = text.strip().replaceAll("\\s+", " ");
    return one.length() <= most ? one : one.substring(0, most).strip();
  }

  /// Letters and digits without accents; scripts that leave nothing get a short number instead.
  private static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace('ł', 'l')
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? Integer.toHexString(name.hashCode()) : plain;
  }
}
