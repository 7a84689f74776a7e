package org.folkmoot.record;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.RecordRepository.Stored;
import org.folkmoot.store.Claims;
import org.folkmoot.store.Keys;

/// Hands out receipt codes, each to one contribution for ever. Thread-safe.
final class ReceiptCodes {

  private final RecordRepository contributions;
  private final Claims claims;
  private final Keys keys;
  private final SecureRandom random = new SecureRandom();

  ReceiptCodes(RecordRepository contributions, Claims claims, Keys keys) {
    this.contributions = contributions;
    this.claims = claims;
    this.keys = keys;
  }

  static String claim(ReceiptCode code) {
    return "receipt:" + code.value();
  }

  /// A code nobody has, kept for the contribution whose id is made from it.
  ReceiptCode reserve(Function<ReceiptCode, String> id) {
    while (true) {
      ReceiptCode code = ReceiptCode.random(random);
      String owner = id.apply(code);
      if (claims.take(claim(code), owner).equals(owner)) {
        return code;
      }
    }
  }

  /// The code of a contribution: the printed one, the one it has already, or a new one.
  ///
  /// @throws InvalidContributionException if the printed one belongs to another
  ReceiptCode of(NewContribution draft, String id) {
    if (draft.receipt.isPresent()) {
      ReceiptCode printed = draft.receipt.get();
      if (!claims.take(claim(printed), id).equals(id)) {
        throw new InvalidContributionException(InvalidContributionException.Why.CODE_TAKEN);
      }
      return printed;
    }
    Optional<Stored> before = contributions.find(id);
    return before.isPresent() ? before.get().contribution().receipt() : reserve(_ -> id);
  }

  String linkKey(ReceiptCode code) {
    return keys.mac("receipt link", code.value());
  }
}
