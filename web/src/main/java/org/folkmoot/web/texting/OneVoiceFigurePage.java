package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.texting.OneVoicePage.Kept;

/// The figure opened: this phone's own words first, then what everybody may read.
///
/// @param own this phone's words under the figure; where there are none, `none` is said instead
/// @param others what others said, as far as each of them allowed
public record OneVoiceFigurePage(
    String title,
    String sentence,
    List<Kept> own,
    String none,
    List<Other> others,
    String recordHref,
    String backHref)
    implements Page {
  public OneVoiceFigurePage {
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  /// Somebody else's words.
  public record Other(String said, String lang, String door) {}

  public boolean hasOwn() {
    return !own.isEmpty();
  }

  public boolean hasOthers() {
    return !others.isEmpty();
  }

  @Override
  public String template() {
    return "texting/one-voice-figure.mustache";
  }
}
