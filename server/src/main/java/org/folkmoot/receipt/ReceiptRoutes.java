package org.folkmoot.receipt;

import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Contribution;

/// Thank-you page and receipts.
public final class ReceiptRoutes implements RouteTable.Routes {

  private final ReceiptService receipts;
  private final ConsultationService consultations;
  private final Supplier<String> url;

  ReceiptRoutes(ReceiptService receipts, ConsultationService consultations, Supplier<String> url) {
    this.receipts = receipts;
    this.consultations = consultations;
    this.url = url;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/thanks/{receipt}", Access.everyone(), this::thanks);
  }

  private Answer thanks(Ask ask) {
    Contribution contribution = receipt(ask);
    Consultation asked = consultations.get(ask.value("consultation"));
    if (!contribution.consultation().equals(asked.slug())) {
      throw new ProblemException(new Problem.NotFound());
    }
    boolean own = receipts.isOwnDevice(contribution, ask.visitor().device());
    Optional<String> longLink =
        own ? Optional.of(url.get() + receipts.longPath(contribution)) : Optional.empty();
    return ask.page(
        ReceiptViews.thanks(
            contribution,
            asked,
            consultations.council().country(),
            longLink,
            ask.query("kind").equals("held"),
            ask.words()));
  }

  /// The contribution behind the code in the address; a code that is none counts as a guess.
  private Contribution receipt(Ask ask) {
    ask.check(Limit.CODE);
    Optional<Contribution> found = receipts.find(ask.value("receipt"));
    if (found.isEmpty()) {
      ask.spend(Limit.CODE);
      throw new ProblemException(new Problem.NotFound());
    }
    return found.get();
  }
}
