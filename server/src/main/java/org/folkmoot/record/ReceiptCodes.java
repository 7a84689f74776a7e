package org.folkmoot.record;

import java.security.SecureRandom;
import java.util.function.Function;
import org.folkmoot.store.Claims;
import org.folkmoot.store.Keys;

/// Hands out receipt codes, each to one contribution for ever. Thread-safe.
final class ReceiptCodes {

  private final Claims claims;
  private final Keys keys;
  private final SecureRandom random = new SecureRandom();

  ReceiptCodes(Claims claims, Keys keys) {
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

  /// The code of a contribution: the printed one or a new one, to be given [#back] should it turn
  /// out to have one.
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
    return reserve(_ -> id);
  }

  /// Gives back the code that was handed out for a contribution which has one already.
  void back(ReceiptCode code, Contribution has) {
    if (!has.receipt().equals(code)) {
      claims.release(claim(code), has.id());
    }
  }

  String linkKey(ReceiptCode code) {
    return keys.mac("receipt link", code.value());
  }
}
