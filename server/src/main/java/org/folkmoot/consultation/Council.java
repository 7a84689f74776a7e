package org.folkmoot.consultation;

import java.time.ZoneId;

/// Whose portal this is.
///
/// @param country ISO 3166 code; decides the emergency number and helplines people are shown
/// @param address where letters go, as on an envelope; may be empty
/// @param phone a number where a person answers; may be empty
public record Council(
    String name,
    String country,
    ZoneId zone,
    String phone,
    String textNumber,
    String email,
    String address) {

  /// Before anybody has set the portal up.
  public static Council unnamed() {
    return new Council("", "GB", ZoneId.of("Europe/London"), "", "", "", "");
  }

  public boolean isNamed() {
    return !name.isEmpty();
  }
}
