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

  /// Ids of what a rule let be read and nobody has looked at since, oldest first.
  List<String> unseen(String consultation) {
    return books.read(consultation, book -> new ArrayList<>(book.unseen));
  }

  /// What has been read of one log.
  private static final class Book {
    private final Set<String> appeals = new LinkedHashSet<>();
    private final Set<String> unseen = new LinkedHashSet<>();

    void take(Act act) {
      switch (act.kind()) {
        case APPEALED -> appeals.add(act.subject());
        case CLEARED_BY_RULE -> unseen.add(act.subject());
        case UPHELD, OVERTURNED, CHECKED, DECLINED, REOPENED, CORRECTED, HELD, ERASED ->
            decided(act);
        case TAKEN_BACK -> {
          if (Withdrawals.isForGood(act)) {
            decided(act);
          }
        }
        default -> {}
      }
    }

    private void decided(Act act) {
      appeals.remove(act.subject());
      unseen.remove(act.subject());
    }
  }
}
