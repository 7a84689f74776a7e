package org.folkmoot.demo;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.store.Claims;

/// Everything that happens in the sample, by when. Filled first, then lived through once.
///
/// Acts of one moment do not depend on each other and run side by side, so that what waits for the
/// disk waits together. Used by one thread.
final class SampleCalendar {

  private static final System.Logger LOG = System.getLogger(SampleCalendar.class.getName());

  private final String name;
  private final SampleTime time;
  private final Claims claims;
  private final Map<Instant, List<Runnable>> moments = new TreeMap<>();

  /// @param name of the sample, under which it is noted which moments are done
  SampleCalendar(String name, SampleTime time, Claims claims) {
    this.name = name;
    this.time = time;
    this.claims = claims;
  }

  void at(Instant moment, Runnable act) {
    moments.computeIfAbsent(moment, _ -> new ArrayList<>()).add(act);
  }

  /// Every moment, in order.
  List<Instant> moments() {
    return List.copyOf(moments.keySet());
  }

  /// Lives through every moment that is not done yet. They are done in order, so after the first
  /// that is not nobody need ask again.
  void live() {
    List<Instant> left = moments().stream().dropWhile(this::isDone).toList();
    for (Instant moment : left) {
      together(moment, moments.getOrDefault(moment, List.of()));
      claims.take(done(moment), "1");
      LOG.log(Level.DEBUG, "event=sample.lived moment={0}", moment);
    }
  }

  private boolean isDone(Instant moment) {
    return claims.holder(done(moment)).isPresent();
  }

  private String done(Instant moment) {
    return name + ":" + moment;
  }

  private void together(Instant moment, List<Runnable> acts) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable act : acts) {
        running.add(threads.submit(() -> time.at(moment, act)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the sample's act at " + moment + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading the sample", e);
    }
  }
}
