package org.folkmoot;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What has to be done again and again: each chore on a virtual thread of its own, one run after
/// another; a run that fails is logged and the next one comes all the same.
final class Chores implements AutoCloseable {

  private final CountDownLatch ending = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  /// Begins at once, then runs with this pause between runs.
  void every(Duration pause, String name, Runnable chore) {
    threads.add(Thread.ofVirtual().name("chore-" + name).start(() -> loop(pause, name, chore)));
  }

  private void loop(Duration pause, String name, Runnable chore) {
    try {
      do {
        try {
          chore.run();
        } catch (RuntimeException e) {
          System.getLogger("chores").log(Level.ERROR, "event=chore.failed chore=" + name, e);
        }
      } while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the runs under way finish, for at most five seconds.
  @Override
  public void close() {
    ending.countDown();
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
