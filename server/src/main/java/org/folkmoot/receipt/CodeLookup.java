package org.folkmoot.receipt;

import java.util.Optional;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.record.Contribution;

/// Finds what a code in an address or a form is of; a code that fits nothing counts as a guess.
record CodeLookup(ReceiptService receipts) {

  Optional<Contribution> find(Ask ask, String typed) {
    ask.check(Limit.CODE);
    Optional<Contribution> found = receipts.find(typed);
    if (found.isEmpty()) {
      ask.spend(Limit.CODE);
    }
    return found;
  }
}
