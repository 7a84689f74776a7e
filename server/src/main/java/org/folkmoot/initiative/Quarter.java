package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A quarter of a year.
///
/// @param of 1 to 4
public record Quarter(int year, int of) implements Comparable<Quarter> {

  /// How long after a quarter's end its figures are still in time. [P]
  static final int WEEKS_TO_REPORT = 6;

  private static final Pattern PRINTED = Pattern.compile("(2\\d{3})-Q([1-4])");
  private static final Comparator<Quarter> ORDER =
      Comparator.comparingInt(Quarter::year).thenComparingInt(Quarter::of);

  public Quarter {
    if (of < 1 || of > 4) {
      throw new IllegalArgumentException("a year has four quarters");
    }
  }

  public static Quarter on(LocalDate date) {
    return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
  }

  /// Reads `2027-Q1`.
  static Optional<Quarter> parse(String text) {
    Matcher printed = PRINTED.matcher(text);
    return printed.matches()
        ? Optional.of(
            new Quarter(Integer.parseInt(printed.group(1)), Integer.parseInt(printed.group(2))))
        : Optional.empty();
  }

  public Quarter plus(int quarters) {
    int all = year * 4 + of - 1 + quarters;
    return new Quarter(Math.floorDiv(all, 4), Math.floorMod(all, 4) + 1);
  }

  /// How many quarters later than another.
  int since(Quarter other) {
    return (year - other.year) * 4 + of - other.of;
  }

  public LocalDate lastDay() {
    Quarter next = plus(1);
    return LocalDate.of(next.year, next.of * 3 - 2, 1).minusDays(1);
  }

  /// The last day on which its figures come in time.
  LocalDate due() {
    return lastDay().plusWeeks(WEEKS_TO_REPORT);
  }

  String printed() {
    return year + "-Q" + of;
  }

  @Override
  public int compareTo(Quarter other) {
    return ORDER.compare(this, other);
  }
}
