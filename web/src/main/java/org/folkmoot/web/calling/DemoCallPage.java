package org.folkmoot.web.calling;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A telephone to call with, drawn on screen: what is heard is read, keys are buttons.
///
/// @param dial what the button to call says
/// @param under whether a call is under way
/// @param speaking whether words are waited for, not keys
/// @param problem said where something could not be done; null else
/// @param keys of the telephone, in order
public record DemoCallPage(
    String title,
    String about,
    String dial,
    boolean under,
    boolean speaking,
    @Nullable String problem,
    List<Said> said,
    List<Key> keys,
    TextField several)
    implements Page {
  public DemoCallPage {
    said = List.copyOf(said);
    keys = List.copyOf(keys);
  }

  /// What was heard or done, until somebody else was next.
  ///
  /// @param lang in which it is said
  /// @param newest where to look next
  public record Said(String who, boolean mine, String words, String lang, boolean newest) {}

  /// @param label as it is read out
  public record Key(String value, String label) {}

  public boolean isPressing() {
    return under && !speaking;
  }

  public boolean isSilent() {
    return said.isEmpty();
  }

  @Override
  public String template() {
    return "calling/demo-call.mustache";
  }
}
