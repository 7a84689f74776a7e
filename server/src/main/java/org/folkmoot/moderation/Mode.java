package org.folkmoot.moderation;

import java.util.Locale;

/// When somebody looks at what people said.
public enum Mode {
  /// Nothing is shown until somebody looked.
  BEFORE,
  /// What a person allowed for the website is shown at once, and looked at afterwards.
  AFTER,
  /// So only for those whose earlier voices in this consultation somebody has checked.
  TRUSTED;

  /// The key of the sentence that tells it to people.
  public String wordKey() {
    return "common.looked-" + name().toLowerCase(Locale.ROOT);
  }
}
