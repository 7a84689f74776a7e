package org.folkmoot.record;

import java.util.Locale;

/// What a contributor allowed, with the wording they saw. Being read and counted is what sending
/// means; it is told, not asked, and so is no scope here.
///
/// @param wording id of the published wording that was shown, for example `uses-1`
/// @param language BCP 47 language it was shown in
/// @param given how it was given
/// @param witness who heard it spoken; empty otherwise
/// @param name the name to quote under; empty unless [Scopes#named]
public record Consent(
    String wording, String language, Given given, String witness, Scopes scopes, String name) {

  /// The wording shown at every door.
  public static final String CURRENT_WORDING = "uses-1";

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

  /// Each use, asked apart; absent means no. `media` publishes nothing without `published`.
  public record Scopes(
      boolean quoted,
      boolean named,
      boolean published,
      boolean media,
      boolean contact,
      boolean keep) {

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
  }

  /// Read and counted, and nothing more.
  public static Consent countedOnly(Given given, String language) {
    return new Consent(CURRENT_WORDING, language, given, "", Scopes.none(), "");
  }

  public Consent withScopes(Scopes changed, String quoteAs) {
    return new Consent(wording, language, given, witness, changed, quoteAs);
  }
}
