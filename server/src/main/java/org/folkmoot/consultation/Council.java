package org.folkmoot.consultation;

import java.time.ZoneId;

/// Whose portal this is.
///
/// @param country ISO 3166 code; decides the emergency number and helplines people are shown
/// @param address where letters go, as on an envelope; may be empty
/// @param phone a number where a person answers, kept as [Telephone] groups it; may be empty
/// @param inPerson where and when somebody can be asked face to face; may be empty
/// @param person who answers, and `hours` when, as people read it; either may be empty
public record Council(
    String name,
    String country,
    ZoneId zone,
    String phone,
    String textNumber,
    String email,
    String address,
    String inPerson,
    String person,
    String hours) {

  public Council {
    phone = Telephone.shown(phone, country);
  }

  /// A council that names no place to ask at, and nobody in particular.
  public Council(
      String name,
      String country,
      ZoneId zone,
      String phone,
      String textNumber,
      String email,
      String address) {
    this(name, country, zone, phone, textNumber, email, address, "", "", "");
  }

  /// The same with a place where somebody can be asked face to face.
  public Council askedAt(String place) {
    return new Council(
        name, country, zone, phone, textNumber, email, address, place, person, hours);
  }

  /// The same with who answers and when.
  public Council answeredBy(String who, String when) {
    return new Council(name, country, zone, phone, textNumber, email, address, inPerson, who, when);
  }

  /// The number for a `tel:` address, which holds no spaces.
  public String dialled() {
    return phone.replaceAll("[^0-9+*#]", "");
  }

  /// True if there is any way to reach a person.
  public boolean canBeAsked() {
    return !(phone + textNumber + email + address + inPerson).isBlank();
  }

  /// Before anybody has set the portal up.
  public static Council unnamed() {
    return new Council("", "GB", ZoneId.of("Europe/London"), "", "", "", "");
  }

  public boolean isNamed() {
    return !name.isEmpty();
  }
}
