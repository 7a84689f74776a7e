package org.folkmoot.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.record.ReceiptCode;

/// One meeting of a consultation.
///
/// @param id its name in addresses, unique in the whole portal, for example `saltmarsh-hall`
/// @param cards codes of its comment cards, in the order they are printed; they only ever grow
/// @param attendance how many came; none while nobody has entered it
/// @param version grows by one with every change of the plan; printed on every sheet
/// @param changedAt when this version was made
public record Meeting(
    String id,
    String consultation,
    MeetingPlan plan,
    List<ReceiptCode> cards,
    Attendance attendance,
    long version,
    Instant changedAt) {

  public Meeting {
    cards = List.copyOf(cards);
  }

  /// How many came, counted in two ways that are never added or averaged; -1 where not counted.
  public record Attendance(int heads, int slips) {
    public static Attendance none() {
      return new Attendance(-1, -1);
    }
  }

  /// The cards of this plan: where the plan now wants fewer than were once made, the first ones.
  public List<ReceiptCode> printedCards() {
    return cards.subList(0, Math.min(cards.size(), plan.cards()));
  }

  /// The kinds of sheets its kit has; cards and dots only where the consultation hears by them.
  public List<Sheet> sheets(Consultation consultation) {
    List<Sheet> sheets = new ArrayList<>(List.of(Sheet.RUN, Sheet.RULES, Sheet.SLIPS));
    sheets.add(Sheet.NOTES);
    if (consultation.ways().contains(Way.COMMENT_CARD) && plan.cards() > 0) {
      sheets.add(Sheet.CARDS);
    }
    if (consultation.ways().contains(Way.DOT_VOTE) && !plan.dots().isEmpty()) {
      sheets.add(Sheet.DOTS);
    }
    sheets.add(Sheet.PROMISE);
    return sheets;
  }

  /// One kind of sheet in the kit.
  public enum Sheet {
    RUN,
    RULES,
    SLIPS,
    NOTES,
    CARDS,
    DOTS,
    PROMISE;

    /// Its value in addresses.
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String wordKey() {
      return "kit." + value();
    }
  }
}
