package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every time that the sample's files name, on days of loading that calendars make difficult.
class SampleDaysTest {

  private static final Pattern WRITTEN = Pattern.compile("-\\d+ \\d\\d:\\d\\d");
  private static final LocalDate ORDINARY = LocalDate.parse("2026-06-15");

  @ParameterizedTest
  @CsvSource({
    "2028-02-29, Europe/London", // a leap day
    "2026-03-29, Europe/London", // the clock is put forward
    "2026-10-25, Europe/London", // and back
    "2026-12-31, Europe/London", // the last day of a year
    "2027-01-01, America/St_Johns",
    "2026-04-08, Europe/London" // so that a day of the story is the one without an hour
  })
  void gives_the_same_picture(LocalDate today, ZoneId zone) {
    var days = new SampleDays(today, zone);
    var ordinary = new SampleDays(ORDINARY, ZoneId.of("UTC"));
    List<String> written = written();
    assertThat(written).hasSizeGreaterThan(150);

    List<String> inOrder = written.stream().sorted(Comparator.comparing(ordinary::moment)).toList();

    List<Instant> moments = inOrder.stream().map(days::moment).toList();
    assertThat(moments).as("what follows still follows").isSorted();
    for (String one : written) {
      assertThat(days.moment(one).atZone(zone).toLocalDateTime())
          .as(one)
          .isEqualTo(days.clock(one));
      assertThat(today.toEpochDay() - days.day(one).toEpochDay())
          .isEqualTo(ORDINARY.toEpochDay() - ordinary.day(one).toEpochDay());
    }
  }

  /// Every time in the files of both consultations.
  private static List<String> written() {
    List<String> all = new ArrayList<>();
    WRITTEN
        .matcher(new SampleFiles("after-six/").text("evening.csv"))
        .results()
        .forEach(found -> all.add(found.group()));
    for (String folder : Demo.CONSULTATIONS) {
      var files = new SampleFiles(folder + "/");
      for (String name :
          List.of(
              "consultation.yaml",
              "meeting.yaml",
              "panel.csv",
              "texts.csv",
              "forum.csv",
              "cards.csv",
              "notes.csv",
              "votes.csv",
              "proposals.csv")) {
        Matcher found = WRITTEN.matcher(files.text(name));
        while (found.find()) {
          all.add(found.group());
        }
      }
    }
    return all;
  }
}
