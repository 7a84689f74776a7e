package org.folkmoot.sms.voice;

import java.util.Optional;

/// What the portal does for one call. Every method can be repeated for the same call and then
/// answers the same.
public interface CallPortal {

  /// A code, as it is told.
  ///
  /// @param letters its ten characters
  /// @param digits its fifteen digits, which say the same on a telephone's keys
  record Code(String letters, String digits) {}

  /// Where what was said stands.
  enum Standing {
    RECEIVED,
    /// A recording that nobody has listened to and written down yet.
    TO_BE_WRITTEN_DOWN,
    CHECKED,
    REFUSED,
    HELD,
    GONE
  }

  /// What became of it.
  ///
  /// @param why the reason where it is refused; else empty
  record Became(Standing standing, String why, Optional<Decided> decided) {}

  /// @param said what people said
  /// @param did what is done
  record Decided(String said, String did) {}

  /// What digits led to.
  sealed interface Found {
    record Known(Became became) implements Found {}

    record Unknown() implements Found {}

    /// Too many wrong ones came from this caller.
    record Blocked() implements Found {}
  }

  /// How something was taken back.
  enum TakenBack {
    FOR_GOOD,
    /// Hidden now, erased after some days in which it can be put back.
    FOR_NOW,
    /// A person looks first.
    WAITS
  }

  /// Keeps what was answered; it is in the record when this returns.
  Code keep(CallState state);

  /// The code of what this call kept.
  Code told(CallState state);

  Found find(String digits, String language);

  TakenBack takeBack(String digits);

  /// Whether the number that calls is known.
  boolean knowsNumber();

  /// Notes that somebody is to be called back.
  ///
  /// @param number as it was pressed; empty for the number that calls
  /// @return false if that is no number
  boolean callBack(String number, String language);
}
