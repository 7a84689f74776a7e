package org.folkmoot.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a contributor allowed, with the wording they saw. Being read and counted is what sending
/// means; it is told, not asked, and so is no scope here.
///
/// @param wording id of the published wording that was shown, for example `uses-2`
/// @param language BCP 47 language it was shown in
/// @param given how it was given
/// @param witness who heard it spoken; empty otherwise
/// @param name the name to quote under; empty unless [Scopes#named]
public record Consent(
    String wording, String language, Given given, String witness, Scopes scopes, String name) {

  /// The wording shown at every door. `uses-1` had no finer choices; `uses-2` has them, folded
  /// away.
  public static final String CURRENT_WORDING = "uses-2";

  /// Every wording that was ever shown: what was given under an earlier one stays given under it.
  public static final Set<String> WORDINGS = Set.of("uses-1", CURRENT_WORDING);

  public Consent {
    if (scopes.named() && !scopes.quoted()) {
      throw new IllegalArgumentException("named needs quoted");
    }
    name = scopes.named() ? name : "";
  }

  public enum Given {
    SCREEN,
    SMS,
    PAPER,
    SPOKEN;

    public String wordKey() {
      return "record.given." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// The uses by name, as the ledger tells them.
  public enum Scope {
    QUOTED,
    NAMED,
    PUBLISHED,
    MEDIA,
    CONTACT,
    KEEP;

    public String wordKey() {
      return "record.scope." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// How somebody asked to allow less, where it was not an answer to the whole question.
  public enum Asked {
    /// On screen, with the code alone.
    CODE,
    SMS,
    /// Through staff.
    PHONE,
    LETTER,
    IN_PERSON;

    public String wordKey() {
      return "record.asked." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// Each use, asked apart; absent means no. `media` publishes nothing without `published`.
  public record Scopes(
      boolean quoted,
      boolean named,
      boolean published,
      boolean media,
      boolean contact,
      boolean keep) {

    /// @param contact may be asked again about it; being told what is decided is another wish
    ///   ([Contribution.Tell])
    public Scopes {}

    /// What is shown to anybody.
    public static final Set<Scope> SHOWN =
        Set.of(Scope.QUOTED, Scope.NAMED, Scope.PUBLISHED, Scope.MEDIA);

    public static Scopes none() {
      return new Scopes(false, false, false, false, false, false);
    }

    /// These scopes, less what the other does not allow: consent can be lowered by anyone who may
    /// speak for the contributor, and raised only by the contributor's own new answer.
    public Scopes and(Scopes other) {
      return new Scopes(
          quoted && other.quoted,
          named && other.named,
          published && other.published,
          media && other.media,
          contact && other.contact,
          keep && other.keep);
    }

    /// Without these, and without what cannot be allowed alone: what is not quoted is not named,
    /// not on the website and shows no file.
    public Scopes without(Set<Scope> taken) {
      boolean quotes = quoted && !taken.contains(Scope.QUOTED);
      return new Scopes(
          quotes,
          named && quotes && !taken.contains(Scope.NAMED),
          published && quotes && !taken.contains(Scope.PUBLISHED),
          media && quotes && !taken.contains(Scope.MEDIA),
          contact && !taken.contains(Scope.CONTACT),
          keep && !taken.contains(Scope.KEEP));
    }

    /// Each that is allowed.
    public List<Scope> allowed() {
      List<Scope> all = new ArrayList<>();
      for (Scope scope : Scope.values()) {
        if (has(scope)) {
          all.add(scope);
        }
      }
      return all;
    }

    public boolean has(Scope scope) {
      return switch (scope) {
        case QUOTED -> quoted;
        case NAMED -> named;
        case PUBLISHED -> published;
        case MEDIA -> media;
        case CONTACT -> contact;
        case KEEP -> keep;
      };
    }
  }

  /// Read and counted, and nothing more.
  public static Consent countedOnly(Given given, String language) {
    return new Consent(CURRENT_WORDING, language, given, "", Scopes.none(), "");
  }

  public Consent withScopes(Scopes changed, String quoteAs) {
    return new Consent(wording, language, given, witness, changed, quoteAs);
  }
}
