package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How fast texts that we begin may leave our number: so many parts a minute, a minute's worth at
/// once after a rest. Used under the outbox's lock.
final class Pace {

  private final InstantSource time;
  private double left;
  private Instant at = Instant.MIN;

  Pace(InstantSource time) {
    this.time = time;
  }

  boolean take(int parts, int perMinute) {
    Instant now = time.instant();
    double rested = at.equals(Instant.MIN) ? perMinute : seconds(now) * perMinute / 60;
    left = Math.min(perMinute, left + rested);
    at = now;
    if (left < Math.min(parts, perMinute)) {
      return false;
    }
    left -= parts;
    return true;
  }

  private double seconds(Instant now) {
    return Duration.between(at, now).toMillis() / 1000.0;
  }
}
