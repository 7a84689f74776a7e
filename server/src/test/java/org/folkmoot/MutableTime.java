package org.folkmoot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that begins on Monday 1 November 2027, 10:00 UTC, goes on by itself and can be moved
/// forward. Thread-safe.
public final class MutableTime implements InstantSource {

  public static final Instant START = Instant.parse("2027-11-01T10:00:00Z");

  private final long startedNanos = System.nanoTime();
  private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

  public void forward(Duration by) {
    moved.updateAndGet(before -> before.plus(by));
  }

  @Override
  public Instant instant() {
    return START.plusNanos(System.nanoTime() - startedNanos).plus(moved.get());
  }
}
