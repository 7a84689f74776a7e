package org.folkmoot.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.folkmoot.door.SecurityLog;

/// What staff prove beside the link they opened: a code from an authenticator app, or one of ten
/// recovery codes. A code of the app works once. Thread-safe.
final class SecondFactor {

  static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CHARACTERS = 10;

  /// What came of trying a code.
  sealed interface Tried {
    /// @param byRecovery whether one of the recovery codes is used up now
    record Right(boolean byRecovery) implements Tried {}

    record Wrong() implements Tried {}

    /// The code was right and has been used.
    record Used() implements Tried {}

    record Wait(Duration pause) implements Tried {}
  }

  private final FactorRepository factors;
  private final Tries tries;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  SecondFactor(FactorRepository factors, Tries tries, InstantSource time) {
    this.factors = factors;
    this.tries = tries;
    this.time = time;
  }

  boolean isSetUp(String staff) {
    return factors.exists(staff);
  }

  byte[] newSecret() {
    return Totp.newSecret(random);
  }

  /// Sets the factor up with a secret, if the code shows that the app has it.
  ///
  /// @return ten recovery codes to be shown once; empty if the code is wrong
  Optional<List<String>> setUp(String staff, byte[] secret, String code) {
    OptionalLong step = Totp.stepOf(secret, digits(code), time.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = newCodes();
    factors.save(staff, secret, step.getAsLong(), codes);
    SecurityLog.done("factor.set-up", "staff", staff);
    return Optional.of(codes.stream().map(PlainCode::printed).toList());
  }

  /// Tries a code of the app, or a recovery code.
  Tried attempt(String staff, String typed, String address) {
    Optional<Duration> pause =
        tries.begin(Tries.Of.ACCOUNT, staff).or(() -> tries.begin(Tries.Of.ADDRESS, address));
    if (pause.isPresent()) {
      SecurityLog.refused("factor.refused", "reason", "wait", "staff", staff);
      return new Tried.Wait(pause.get());
    }
    Tried tried = look(staff, typed);
    switch (tried) {
      case Tried.Right right -> {
        tries.right(Tries.Of.ACCOUNT, staff);
        tries.right(Tries.Of.ADDRESS, address);
        SecurityLog.done(
            "factor.right", "staff", staff, "by", right.byRecovery() ? "recovery" : "app");
      }
      case Tried.Wrong _ ->
          SecurityLog.refused("factor.refused", "reason", "wrong", "staff", staff);
      case Tried.Used _ -> SecurityLog.refused("factor.refused", "reason", "used", "staff", staff);
      case Tried.Wait _ -> throw new IllegalStateException("waiting is over");
    }
    return tried;
  }

  private Tried look(String staff, String typed) {
    String digits = digits(typed);
    if (digits.length() == Totp.DIGITS) {
      OptionalLong step =
          factors
              .secret(staff)
              .map(secret -> Totp.stepOf(secret, digits, time.instant()))
              .orElse(OptionalLong.empty());
      if (step.isEmpty()) {
        return new Tried.Wrong();
      }
      return factors.useStep(staff, step.getAsLong()) ? new Tried.Right(false) : new Tried.Used();
    }
    return factors.useRecovery(staff, PlainCode.read(typed))
        ? new Tried.Right(true)
        : new Tried.Wrong();
  }

  /// Ten new recovery codes to be shown once; those from before stop working.
  List<String> renewRecovery(String staff) {
    List<String> codes = newCodes();
    factors.newRecovery(staff, codes);
    SecurityLog.done("factor.recovery-renewed", "staff", staff);
    return codes.stream().map(PlainCode::printed).toList();
  }

  int recoveryLeft(String staff) {
    return factors.recoveryLeft(staff);
  }

  /// The factor is set up anew at the next sign-in.
  void forget(String staff) {
    factors.delete(staff);
  }

  private List<String> newCodes() {
    return Stream.generate(() -> PlainCode.random(random, RECOVERY_CHARACTERS))
        .distinct()
        .limit(RECOVERY_CODES)
        .toList();
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\s", "");
  }
}
