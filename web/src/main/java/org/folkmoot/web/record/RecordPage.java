package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What people said, as far as each allowed, from home and in person apart.
///
/// @param kept what the list is narrowed down by while other words are looked for
/// @param sums how much was said and how much of it stands here, in a sentence
public record RecordPage(
    String title,
    String sums,
    String action,
    List<KeptField> kept,
    TextField search,
    Narrowing narrowing,
    List<Side> sides,
    @Nullable EmptyState nothing,
    @Nullable Pagination pages,
    @Nullable String clearHref)
    implements Page {

  public RecordPage {
    kept = List.copyOf(kept);
    sides = List.copyOf(sides);
  }

  /// From home, in person or by letter.
  ///
  /// @param moreHref the whole list of this side, or null where it is shown whole
  public record Side(
      String id,
      String name,
      List<VoiceItem> voices,
      @Nullable String moreHref,
      @Nullable String moreLabel) {
    public Side {
      voices = List.copyOf(voices);
    }
  }

  @Override
  public String template() {
    return "record/record.mustache";
  }
}
