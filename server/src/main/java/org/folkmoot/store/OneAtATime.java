package org.folkmoot.store;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Work under a key of which no two pieces run at the same moment in this process. A key may now
/// and then wait for another's work; work under one key may do more under the same. What other
/// nodes do meanwhile, versions tell. Thread-safe.
public final class OneAtATime {

  private static final int LOCKS = 256;

  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();

  /// Does the work once no other under this key is under way.
  public <T> T with(String key, Supplier<T> work) {
    ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), LOCKS));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
