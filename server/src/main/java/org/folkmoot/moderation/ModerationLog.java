package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.FollowedLog;
import org.folkmoot.record.Withdrawals;

/// What the log of a consultation says about moderation. Thread-safe.
final class ModerationLog {

  private final FollowedLog<Book> books;

  ModerationLog(Ledger ledger) {
    this.books =
        new FollowedLog<>(ledger, _ -> new Book(), (book, entry) -> book.take(entry.act()));
  }

  /// Ids of what somebody asked a second look at and that has none yet, oldest first.
  List<String> appeals(String consultation) {
    return books.read(consultation, book -> new ArrayList<>(book.appeals));
  }

  /// What has been read of one log.
  private static final class Book {
    private final Set<String> appeals = new LinkedHashSet<>();

    void take(Act act) {
      switch (act.kind()) {
        case APPEALED -> appeals.add(act.subject());
        case UPHELD, OVERTURNED, CHECKED, REOPENED, CORRECTED, HELD, ERASED ->
            appeals.remove(act.subject());
        case TAKEN_BACK -> {
          if (Withdrawals.isForGood(act)) {
            appeals.remove(act.subject());
          }
        }
        default -> {}
      }
    }
  }
}
