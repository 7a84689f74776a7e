package org.folkmoot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// Days as the files count them, from the day of loading.
record SampleDays(LocalDate today, ZoneId zone) {

  /// The day that `-12` or `-12 18:30` means.
  LocalDate day(String written) {
    return today.plusDays(Long.parseLong(written.strip().split(" ", 2)[0]));
  }

  /// A text in which `{year+2}` stands for the year that many years on.
  static String years(String written, LocalDate today) {
    return Pattern.compile("\\{year\\+(\\d)}")
        .matcher(written)
        .replaceAll(year -> "" + (today.getYear() + Integer.parseInt(year.group(1))));
  }

  /// The time on the clock that `-12 18:30` means. Only earlier days have one: what happens on the
  /// day itself happens now.
  LocalDateTime clock(String written) {
    return day(written).atTime(LocalTime.parse(written.strip().split(" ", 2)[1]));
  }

  /// The moment that `-12 18:30` means. Where the clock is put forward and the time does not exist,
  /// as much later as it is put forward.
  Instant moment(String written) {
    return clock(written).atZone(zone).toInstant();
  }
}
