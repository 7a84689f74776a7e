package org.folkmoot.receipt;

import java.util.Optional;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;

/// Finds what a code in an address or a form is of, and whether whoever asks has shown more than
/// the code. A code or key that fits nothing counts as a guess.
record CodeLookup(ReceiptService receipts) {

  /// Leads whoever has no more than the code to where the words are opened.
  static Answer openFirst(Contribution c) {
    return Answer.seeOther(ReceiptService.path(c)).flash("record.correct-open-first");
  }

  /// Leads to the thanks that name who can be reached at once.
  static Answer held(String consultation, ReceiptCode receipt) {
    return Answer.seeOther("/c/%s/thanks/%s?kind=held".formatted(consultation, receipt.printed()));
  }

  Optional<Contribution> find(Ask ask, String typed) {
    ask.check(Limit.CODE);
    Optional<Contribution> found = receipts.find(typed);
    if (found.isEmpty()) {
      ask.spend(Limit.CODE);
    }
    return found;
  }

  /// The contribution behind the code in the address.
  Contribution must(Ask ask) {
    return find(ask, ask.value("receipt"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// The same, if it can still be changed.
  Contribution standing(Ask ask) {
    Contribution contribution = must(ask);
    if (contribution.status().isGone()) {
      throw new ProblemException(new Problem.Gone());
    }
    return contribution;
  }

  /// Whether it comes from the device that sent it, or by the long link, whose secret part is the
  /// key.
  boolean isOpen(Ask ask, Contribution contribution, String key) {
    if (receipts.isOwnDevice(contribution, ask.visitor().device())) {
      return true;
    }
    if (!key.isEmpty() && !receipts.isKey(contribution, key)) {
      ask.spend(Limit.CODE);
      return false;
    }
    return !key.isEmpty();
  }
}
