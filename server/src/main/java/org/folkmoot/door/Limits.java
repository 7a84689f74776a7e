package org.folkmoot.door;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Counts what is asked, per device, address, network and in total, in fixed windows. Thread-safe.
/// Memory is bounded: windows that have passed are dropped once there are many, at most once a
/// second; and a device, whose name anybody can make up, gets a window only while its address has
/// something left.
public final class Limits {

  private static final int PRUNE_ABOVE = 50_000;

  private record Key(Limit limit, String who) {}

  private record Window(Instant start, int used) {}

  private final InstantSource time;
  private final Map<Key, Window> windows = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.EPOCH);

  public Limits(InstantSource time) {
    this.time = time;
  }

  /// Counts one use and refuses it with [Problem.TooMany] when a window is full.
  public void spend(Limit limit, String device, String address) {
    Instant now = time.instant();
    int perDevice = device.isEmpty() ? 0 : limit.perDevice();
    // A device that has nothing left does not use up what the others at its address have.
    refuseIfFull(limit, "device:" + device, perDevice, now);
    count(limit, "address:" + address, limit.perAddress(), now);
    count(limit, "network:" + network(address), limit.perAddress() * 4, now);
    count(limit, "total", limit.inTotal(), now);
    count(limit, "device:" + device, perDevice, now);
  }

  /// Refuses when a window is already full, without counting this use: for acts of which only the
  /// failures count.
  public void check(Limit limit, String device, String address) {
    Instant now = time.instant();
    refuseIfFull(limit, "device:" + device, device.isEmpty() ? 0 : limit.perDevice(), now);
    refuseIfFull(limit, "address:" + address, limit.perAddress(), now);
    refuseIfFull(limit, "network:" + network(address), limit.perAddress() * 4, now);
    refuseIfFull(limit, "total", limit.inTotal(), now);
  }

  private void count(Limit limit, String who, int most, Instant now) {
    if (most == 0) {
      return;
    }
    Window window =
        windows.merge(
            new Key(limit, who),
            new Window(now, 1),
            (old, fresh) ->
                old.start().plus(limit.window()).isAfter(now)
                    ? new Window(old.start(), old.used() + 1)
                    : fresh);
    if (window.used() > most) {
      throw new ProblemException(new Problem.TooMany(left(limit, window, now)));
    }
    Instant before = pruned.get();
    if (windows.size() > PRUNE_ABOVE
        && !before.plusSeconds(1).isAfter(now)
        && pruned.compareAndSet(before, now)) {
      windows.entrySet().removeIf(e -> isPast(e.getKey().limit(), e.getValue(), now));
    }
  }

  private void refuseIfFull(Limit limit, String who, int most, Instant now) {
    Window window = windows.get(new Key(limit, who));
    if (most > 0 && window != null && !isPast(limit, window, now) && window.used() >= most) {
      throw new ProblemException(new Problem.TooMany(left(limit, window, now)));
    }
  }

  private static boolean isPast(Limit limit, Window window, Instant now) {
    return !window.start().plus(limit.window()).isAfter(now);
  }

  private static Duration left(Limit limit, Window window, Instant now) {
    return Duration.between(now, window.start().plus(limit.window()));
  }

  /// The /24 of an IPv4 address or the /64 of an IPv6 address, however it is written.
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
