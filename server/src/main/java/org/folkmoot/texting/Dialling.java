package org.folkmoot.texting;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Telephone;
import org.folkmoot.sms.PhoneNumber;

/// Numbers as people write them at home, and as the world dials them. Country codes: ITU-T E.164.
public final class Dialling {

  private static final Map<String, String> CODES =
      Map.of(
          "GB", "+44", "IE", "+353", "PL", "+48", "ES", "+34", "DE", "+49", "FR", "+33", "NL",
          "+31", "AU", "+61", "NZ", "+64");

  private Dialling() {}

  /// The full number. In a country whose numbers begin with 0 that 0 gives way to the country's
  /// code.
  public static Optional<PhoneNumber> full(String written, String country) {
    return full(written, () -> country);
  }

  /// @param country asked for only where the number does not name its own
  public static Optional<PhoneNumber> full(String written, Supplier<String> country) {
    return PhoneNumber.parse(written.strip().replaceFirst("^00", "+"))
        .or(() -> {
          String code = code(country.get());
          String digits = written.replaceAll("[^0-9]", "").replaceFirst("^0", "");
          return code.isEmpty() ? Optional.empty() : PhoneNumber.parse(code + digits);
        });
  }

  /// The code of a country; empty if it is none of these.
  static String code(String country) {
    return CODES.getOrDefault(country, "");
  }

  /// As people in this country read it: `07700 900 999` in Britain, `+353 …` from abroad.
  public static String shown(String number, String country) {
    String code = CODES.getOrDefault(country, "");
    String grouped = Telephone.shown(number, country);
    if (!grouped.equals(number)) {
      return grouped;
    }
    boolean known = !code.isEmpty() && number.startsWith(code);
    return known ? code + " " + number.substring(code.length()) : number;
  }

  /// A number as gateways name it, whatever spaces it is written with.
  public static String dialled(String number) {
    return PhoneNumber.parse(number).map(PhoneNumber::e164).orElse(number.replaceAll("\\s", ""));
  }
}
