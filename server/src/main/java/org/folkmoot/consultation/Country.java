package org.folkmoot.consultation;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.web.Words;

/// Countries a council can be in, each with the time zone of its clocks.
enum Country {
  GB("Europe/London"),
  IE("Europe/Dublin"),
  AT("Europe/Vienna"),
  BE("Europe/Brussels"),
  DE("Europe/Berlin"),
  ES("Europe/Madrid"),
  FR("Europe/Paris"),
  IT("Europe/Rome"),
  NL("Europe/Amsterdam"),
  PL("Europe/Warsaw"),
  PT("Europe/Lisbon"),
  SE("Europe/Stockholm");

  private final String zone;

  Country(String zone) {
    this.zone = zone;
  }

  ZoneId zone() {
    return ZoneId.of(zone);
  }

  String in(Words words) {
    return Locale.of("", name()).getDisplayCountry(words.locale());
  }

  static boolean isOne(String code) {
    return Arrays.stream(values()).anyMatch(country -> country.name().equals(code));
  }
}
