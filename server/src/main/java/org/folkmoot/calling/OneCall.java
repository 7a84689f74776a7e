package org.folkmoot.calling;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.record.Withdrawals;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.voice.CallPortal;
import org.folkmoot.sms.voice.CallScript;
import org.folkmoot.sms.voice.CallState;
import org.folkmoot.texting.Dialling;

/// What the portal does for one turn of one call.
///
/// @param number that calls; empty where it is withheld
record OneCall(Desk desk, CallScript script, Call call, Optional<PhoneNumber> number, Instant now)
    implements CallPortal {

  /// Wrong codes of one caller in an hour; from all withheld numbers together more, which share it.
  static final int WRONG_CODES = 10;

  static final int WRONG_CODES_WITHHELD = 60;

  /// So much is taken back by one caller in an hour; more waits for a person.
  static final int TAKEN_BACK = 5;

  /// Numbers for call-backs are kept apart from those that are told what was decided.
  static final String CALL_BACK = "call-back";

  /// What it does it with.
  record Desk(
      SpokenAnswers answers,
      DecidedLines decided,
      CallingRepository repository,
      Vault vault,
      String country) {}

  @Override
  public Code keep(CallState state) {
    return code(desk.answers().keep(script, call, state).receipt());
  }

  @Override
  public Code told(CallState state) {
    return code(ReceiptCode.parse(state.code()).orElseThrow());
  }

  private static Code code(ReceiptCode receipt) {
    return new Code(receipt.value(), receipt.digits());
  }

  @Override
  public Found find(String digits, String language) {
    String who = caller("code");
    int most = call.caller().isEmpty() ? WRONG_CODES_WITHHELD : WRONG_CODES;
    if (desk.repository().tries(who, now) >= most) {
      return new Found.Blocked();
    }
    Optional<Contribution> found = desk.answers().byDigits(digits);
    if (found.isEmpty()) {
      desk.repository().tried(who, now);
      return new Found.Unknown();
    }
    return new Found.Known(became(found.get(), language));
  }

  private Became became(Contribution c, String language) {
    Standing standing = standing(c);
    String why = c.status() == Status.REFUSED ? c.reason() : "";
    return new Became(standing, why, desk.decided().of(c.consultation(), c, language));
  }

  private static Standing standing(Contribution c) {
    if (c.status().isGone()) {
      return Standing.GONE;
    }
    return switch (c.status()) {
      case HELD -> Standing.HELD;
      case REFUSED -> Standing.REFUSED;
      case CLEARED -> Standing.CHECKED;
      case RECEIVED -> c.isUnheard() ? Standing.TO_BE_WRITTEN_DOWN : Standing.RECEIVED;
      case WITHDRAWN, ERASED -> Standing.GONE;
    };
  }

  @Override
  public TakenBack takeBack(String digits) {
    Optional<Contribution> found = desk.answers().byDigits(digits);
    if (found.isEmpty() || found.get().status().isGone()) {
      return TakenBack.FOR_NOW;
    }
    String who = caller("back");
    boolean crowded = desk.repository().tries(who, now) >= TAKEN_BACK;
    desk.repository().tried(who, now);
    return desk.answers().takeBack(found.get(), crowded) == Withdrawals.Outcome.WAITS
        ? TakenBack.WAITS
        : TakenBack.FOR_NOW;
  }

  @Override
  public boolean knowsNumber() {
    return number.isPresent();
  }

  @Override
  public boolean callBack(String pressed, String language) {
    Optional<PhoneNumber> wanted =
        pressed.isEmpty() ? number : Dialling.full(pressed, desk.country());
    wanted.ifPresent(to -> {
      var contact = new Vault.Contact(Vault.Kind.PHONE, to.e164());
      String reference = desk.vault().keep(contact, CALL_BACK);
      desk.repository()
          .save(new CallBack(call.id(), call.consultation(), reference, language, now));
    });
    return wanted.isPresent();
  }

  private String caller(String what) {
    return what + ":" + (call.caller().isEmpty() ? "withheld" : call.caller());
  }
}
