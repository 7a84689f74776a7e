package org.folkmoot.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The clock of a portal with a sample: the clock it is given, but for whoever acts at another time
/// of the sample's story, and only in that thread. Thread-safe.
public final class SampleTime implements InstantSource {

  private static final ThreadLocal<Optional<Instant>> THEN =
      ThreadLocal.withInitial(Optional::empty);

  private final InstantSource now;

  public SampleTime(InstantSource now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return THEN.get().orElseGet(now::instant);
  }

  /// Does something at another time.
  void at(Instant moment, Runnable act) {
    THEN.set(Optional.of(moment));
    try {
      act.run();
    } finally {
      THEN.remove();
    }
  }
}
