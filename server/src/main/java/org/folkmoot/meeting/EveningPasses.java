package org.folkmoot.meeting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.folkmoot.people.PassService;

/// The evening pass of a meeting: what a volunteer enters paper with, on the day of the meeting and
/// two days after it. Thread-safe.
public final class EveningPasses {

  private static final int DAYS = 3;

  /// A pass as it is printed and shown.
  ///
  /// @param code `9MY1-MV2K`
  /// @param address what the QR code opens
  /// @param typed where the code is typed
  /// @param live false once it was ended
  public record Shown(String code, String address, String typed, boolean live, LocalDate lastDay) {}

  private final PassService passes;
  private final Supplier<ZoneId> zone;
  private final Supplier<String> url;
  private final InstantSource time;

  EveningPasses(
      PassService passes, Supplier<ZoneId> zone, Supplier<String> url, InstantSource time) {
    this.passes = passes;
    this.zone = zone;
    this.url = url;
    this.time = time;
  }

  public Shown of(Meeting meeting) {
    PassService.Pass pass = passes.of(meeting.id());
    return new Shown(
        pass.code(),
        url.get() + "/pass/" + pass.code(),
        url.get() + "/pass",
        pass.live(),
        firstDay(meeting).plusDays(DAYS - 1));
  }

  void end(Meeting meeting, String by) {
    passes.end(meeting.id(), by);
  }

  void renew(Meeting meeting, String by) {
    passes.renew(meeting.id(), by);
  }

  boolean isTooEarly(Meeting meeting) {
    return time.instant().isBefore(firstDay(meeting).atStartOfDay(zone.get()).toInstant());
  }

  boolean isTooLate(Meeting meeting) {
    return !time.instant().isBefore(until(meeting));
  }

  static LocalDate firstDay(Meeting meeting) {
    return meeting.plan().startsAt().toLocalDate();
  }

  Instant until(Meeting meeting) {
    return firstDay(meeting).plusDays(DAYS).atStartOfDay(zone.get()).toInstant();
  }

  PassService service() {
    return passes;
  }
}
