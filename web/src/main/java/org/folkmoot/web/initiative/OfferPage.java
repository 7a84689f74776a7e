package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ReceiptCode;
import org.jspecify.annotations.Nullable;

/// What became of an organisation's answer.
///
/// @param words what it offered, in the language `offerLang`; null once taken back
/// @param takeBackAction null once taken back
public record OfferPage(
    String title,
    ReceiptCode receipt,
    Link invitation,
    String state,
    @Nullable String organisation,
    @Nullable String words,
    String offerLang,
    @Nullable String promised,
    @Nullable String given,
    List<Step> steps,
    @Nullable String takeBackAction)
    implements Page {
  public OfferPage {
    steps = List.copyOf(steps);
  }

  public record Step(String stepOn, String step, @Nullable String stepWhy) {}

  @Override
  public String template() {
    return "initiative/offer.mustache";
  }
}
