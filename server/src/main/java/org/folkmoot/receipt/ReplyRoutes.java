package org.folkmoot.receipt;

import java.util.List;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ContributionGoneException;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Status;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Writing anew what one has said, for whom we know that it is theirs; and asking once that
/// somebody else looks again at what is not shown, for whoever has the code.
public final class ReplyRoutes implements RouteTable.Routes {

  private static final String KEY = "key";

  private final ReceiptService receipts;
  private final CodeLookup codes;
  private final ReplyViews views;

  ReplyRoutes(ReceiptService receipts, ReplyViews views) {
    this.receipts = receipts;
    this.codes = new CodeLookup(receipts);
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/r/{receipt}/correct", Access.everyone(), this::askToCorrect);
    table.post("/r/{receipt}/correct", Access.everyone(), Limit.POST, this::correct);
    table.get("/r/{receipt}/second-look", Access.everyone(), this::askToAppeal);
    table.post("/r/{receipt}/second-look", Access.everyone(), Limit.APPEAL, this::appeal);
  }

  private Answer askToCorrect(Ask ask) {
    Contribution c = correctable(ask);
    String key = ask.query(KEY);
    return codes.isOpen(ask, c, key)
        ? ask.page(views.correct(c, key, views.wordsNow(c), ask.words()))
        : CodeLookup.openFirst(c);
  }

  private Answer correct(Ask ask) {
    Contribution c = correctable(ask);
    String key = ask.form().text(KEY);
    if (!codes.isOpen(ask, c, key)) {
      return CodeLookup.openFirst(c);
    }
    String text = ask.form().text(ReplyViews.TEXT);
    String wrong =
        text.isEmpty()
            ? "record.correct-missing"
            : text.equals(c.wordsNow().strip())
                ? "record.correct-same"
                : text.length() > NewContribution.MAX_TEXT ? "record.correct-long" : "";
    if (!wrong.isEmpty()) {
      String said = ask.words().say(wrong, "most", NewContribution.MAX_TEXT);
      var form =
          FormState.of(ask.form().fields())
              .withErrors(List.of(new FieldError(ReplyViews.TEXT, said)));
      return ask.page(422, views.correct(c, key, form, ask.words()));
    }
    try {
      return receipts.correct(c, text, c.language())
          ? Answer.seeOther(ReplyViews.back(c, key)).flash("record.corrected")
          : CodeLookup.held(c.consultation(), c.receipt());
    } catch (ContributionGoneException e) {
      throw new ProblemException(new Problem.Gone());
    }
  }

  private Answer askToAppeal(Ask ask) {
    Contribution c = appealable(ask);
    return ask.page(views.secondLook(c, ask.query(KEY), FormState.empty(), ask.words()));
  }

  private Answer appeal(Ask ask) {
    Contribution c = appealable(ask);
    String why = ask.form().text(ReplyViews.WISH);
    String kept = why.substring(0, Math.min(why.length(), ReplyViews.LONGEST_WISH));
    return receipts.appeal(c, kept)
        ? Answer.seeOther(ReplyViews.back(c, ask.form().text(KEY)))
            .flash("record.second-look-asked")
        : CodeLookup.held(c.consultation(), c.receipt());
  }

  private Contribution correctable(Ask ask) {
    Contribution c = codes.standing(ask);
    if (!receipts.canCorrect(c)) {
      throw new ProblemException(new Problem.Gone());
    }
    return c;
  }

  /// What is shown, or was looked at a second time, has no more of them.
  private Contribution appealable(Ask ask) {
    Contribution c = codes.standing(ask);
    if (c.status() != Status.REFUSED || receipts.secondLook(c).isPresent()) {
      throw new ProblemException(new Problem.Gone());
    }
    return c;
  }
}
