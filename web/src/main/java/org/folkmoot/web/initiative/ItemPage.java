package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// One thing an initiative goes by: how it stands, what people said about it as far as they let
/// this reader see, and every change with its reason.
///
/// @param opened how much is shown, may not be shown, was taken back; null where nothing was picked
/// @param change where an officer changes it, else null
public record ItemPage(
    String title,
    String kind,
    String lang,
    Around around,
    String standing,
    @Nullable String note,
    @Nullable String claim,
    @Nullable String opened,
    List<VoiceItem> voices,
    List<LogLine> lines,
    @Nullable Link change)
    implements Page {
  public ItemPage {
    voices = List.copyOf(voices);
    lines = List.copyOf(lines);
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/one.mustache";
  }
}
