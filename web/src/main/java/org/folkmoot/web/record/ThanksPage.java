package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ReceiptCode;
import org.jspecify.annotations.Nullable;

/// What a sender sees at once: the code, and what happens next.
///
/// @param held a person whose job it is reads it first; then `helplines` says where to turn to
/// @param uses how it may be used, as it holds: not always as it was ticked
/// @param next what happens next, in order
/// @param correctHref where to say it in other words; only for the device that sent them
/// @param longLink opens the words themselves; only for the device that sent them
public record ThanksPage(
    String title,
    String lead,
    boolean held,
    List<Helpline> helplines,
    ReceiptCode code,
    List<String> uses,
    List<String> next,
    @Nullable String longLink,
    @Nullable String correctHref,
    String useHref,
    String takeBackHref,
    String backHref)
    implements Page {

  public ThanksPage {
    helplines = List.copyOf(helplines);
    uses = List.copyOf(uses);
    next = List.copyOf(next);
  }

  /// Somebody who can be called, in one line.
  public record Helpline(String line) {}

  @Override
  public String template() {
    return "record/thanks.mustache";
  }
}
