package org.folkmoot.receipt;

import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Contribution;

/// Taking something back, and putting it back within the days in which that can be done.
public final class TakeBackRoutes implements RouteTable.Routes {

  private static final String KEY = "key";

  private final ReceiptService receipts;
  private final CodeLookup codes;
  private final TakeBackViews views;

  TakeBackRoutes(ReceiptService receipts, TakeBackViews views) {
    this.receipts = receipts;
    this.codes = new CodeLookup(receipts);
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/r/{receipt}/take-back", Access.everyone(), this::askToTakeBack);
    table.post("/r/{receipt}/take-back", Access.everyone(), Limit.POST, this::takeBack);
    table.post("/r/{receipt}/put-back", Access.everyone(), Limit.POST, this::putBack);
  }

  private Answer askToTakeBack(Ask ask) {
    Contribution contribution = codes.standing(ask);
    String key = ask.query(KEY);
    boolean own = codes.isOpen(ask, contribution, key);
    return ask.page(views.takeBack(contribution, own, own ? key : "", ask.words()));
  }

  /// Pressed again after an answer that never came, it answers the same.
  private Answer takeBack(Ask ask) {
    Contribution contribution = codes.must(ask);
    boolean own = codes.isOpen(ask, contribution, ask.form().text(KEY));
    boolean crowded = !own && !ask.spendIfLeft(Limit.TAKE_BACK);
    String said =
        switch (receipts.takeBack(contribution, own, crowded)) {
          case TAKEN_BACK ->
              own && !receipts.isKeptForLead(contribution) && !receipts.isUnderHold(contribution)
                  ? "record.is-deleted"
                  : "record.is-taken-back";
          case WAITS -> "record.take-back-waits";
        };
    return Answer.seeOther(ReceiptService.path(contribution)).flash(said);
  }

  private Answer putBack(Ask ask) {
    Contribution contribution = codes.must(ask);
    if (!receipts.putBack(contribution)) {
      throw new ProblemException(new Problem.Gone());
    }
    return Answer.seeOther(ReceiptService.path(contribution)).flash("record.is-put-back");
  }
}
