package org.folkmoot.texting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.folkmoot.sms.PhoneNumber;

/// When, where and for how much texts of one consultation may go.
///
/// @param costMillis what one part costs, in thousandths of the currency
/// @param budget in whole units of the currency; 0 for no limit
/// @param opens texts that we begin go from then
/// @param sundayOpens the same on Sundays
/// @param closes until then
/// @param countries codes that may be texted first, like `+44`; empty for all
/// @param perMinute how many parts go in a minute
public record SendingRules(
    String consultation,
    int costMillis,
    int budget,
    LocalTime opens,
    LocalTime sundayOpens,
    LocalTime closes,
    List<String> countries,
    int perMinute) {

  public SendingRules {
    countries = List.copyOf(countries);
  }

  /// 09:00 to 20:00, on Sundays from 10:00, to telephones of the council's own country.
  static SendingRules usual(String consultation, String country) {
    String code = Dialling.code(country);
    return new SendingRules(
        consultation,
        40,
        0,
        LocalTime.of(9, 0),
        LocalTime.of(10, 0),
        LocalTime.of(20, 0),
        code.isEmpty() ? List.of() : List.of(code),
        60);
  }

  boolean allows(PhoneNumber number) {
    return countries.isEmpty() || countries.stream().anyMatch(number.e164()::startsWith);
  }

  /// The first moment, not before `now`, at which a text that we begin may go.
  Instant next(Instant now, ZoneId zone) {
    ZonedDateTime at = now.atZone(zone);
    for (int days = 0; days <= 7; days++) {
      ZonedDateTime day = at.plusDays(days);
      ZonedDateTime from = day.with(day.getDayOfWeek() == DayOfWeek.SUNDAY ? sundayOpens : opens);
      ZonedDateTime earliest = days > 0 || at.isBefore(from) ? from : at;
      if (earliest.isBefore(day.with(closes))) {
        return earliest.toInstant();
      }
    }
    return now;
  }

  /// What this many parts cost, in thousandths of the currency.
  long cost(long parts) {
    return parts * costMillis;
  }

  /// How much of the budget that is, in percent; 0 without a budget.
  int percent(long parts) {
    return budget == 0 ? 0 : (int) Math.min(999, cost(parts) / 10 / budget);
  }
}
