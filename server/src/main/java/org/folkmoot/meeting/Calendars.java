package org.folkmoot.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A meeting as a calendar file (RFC 5545): one event, times in UTC, lines folded at 75 octets.
final class Calendars {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MAX_OCTETS = 75;

  private Calendars() {}

  static byte[] event(Meeting meeting, ZoneId zone, String address) {
    MeetingPlan plan = meeting.plan();
    Instant start = plan.startsAt().atZone(zone).toInstant();
    var out = new StringBuilder();
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Folkmoot//Meetings//EN");
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + meeting.consultation() + "/" + meeting.id() + "@folkmoot");
    line(out, "SEQUENCE:" + (meeting.version() - 1));
    line(out, "DTSTAMP:" + UTC.format(meeting.changedAt()));
    line(out, "DTSTART:" + UTC.format(start));
    line(out, "DTEND:" + UTC.format(start.plus(Duration.ofMinutes(plan.minutes()))));
    line(out, "SUMMARY:" + escaped(plan.title()));
    line(out, "LOCATION:" + escaped(plan.place().replaceAll("\\R", ", ")));
    line(out, "DESCRIPTION:" + escaped(String.join("\n", plan.questions()) + "\n" + address));
    line(out, "URL:" + address);
    line(out, "END:VEVENT");
    line(out, "END:VCALENDAR");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  private static void line(StringBuilder out, String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); ) {
      int codePoint = content.codePointAt(at);
      String one = Character.toString(codePoint);
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MAX_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(one);
      octets += size;
      at += one.length();
    }
    out.append("\r\n");
  }
}
