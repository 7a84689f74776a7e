package org.folkmoot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody who has twenty machines and wants to read what others said: guesses codes by every path
/// that takes one, forgets every cookie, and claims another address each time.
final class Guesses {

  private static final int MACHINES = 20;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /// @param statuses how often each came
  /// @param revealing answers in which something of somebody stood
  record Came(Map<Integer, Integer> statuses, List<String> revealing) {
    /// How many codes the portal compared with those it knows.
    int lookedUp() {
      return statuses.getOrDefault(404, 0);
    }
  }

  private final String real;
  private final List<Browser> machines = new ArrayList<>();

  Guesses(Portal portal, String real) {
    this.real = real;
    for (int i = 1; i <= MACHINES; i++) {
      machines.add(portal.from("127.0.9." + i));
    }
  }

  Browser guesser(int machine) {
    return machines.get(machine);
  }

  Came make(int many) throws InterruptedException {
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    Queue<String> revealing = new ConcurrentLinkedQueue<>();
    var left = new AtomicInteger(many);
    List<Thread> threads = new ArrayList<>();
    for (Browser machine : machines) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                var random = new Random();
                while (left.getAndDecrement() > 0) {
                  Screen answer = guess(machine.forgetful(), random);
                  statuses.merge(answer.status(), 1, Integer::sum);
                  if (answer.status() == 200 || answer.html().contains(real)) {
                    revealing.add(answer.toString());
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Came(statuses, List.copyOf(revealing));
  }

  private Screen guess(Browser machine, Random random) {
    var code = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    machine.header("X-Forwarded-For", "203.0.113." + random.nextInt(256));
    return switch (random.nextInt(4)) {
      case 0 -> machine.look("/api/v1/receipts/" + code);
      case 1 -> machine.look("/c/after-six/thanks/" + code);
      case 2 -> machine.look("/r/" + code + "/take-back");
      default -> machine.look("/r/" + code);
    };
  }
}
