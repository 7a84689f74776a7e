package org.folkmoot.sms.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.sms.PhoneNumber;

/// The screens of the simulated phones. Bounded: the phones used last, and the last texts of each.
/// Safe for use by many threads.
final class Phones {
  static final int MAX_PHONES = 500;
  static final int MAX_BUBBLES = 100;

  private final Map<PhoneNumber, Deque<Bubble>> screens =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PhoneNumber, Deque<Bubble>> eldest) {
          return size() > MAX_PHONES;
        }
      };
  private final Set<PhoneNumber> blocked = new HashSet<>();

  synchronized void show(PhoneNumber number, Bubble bubble) {
    var screen = screens.computeIfAbsent(number, _ -> new ArrayDeque<>());
    screen.addLast(bubble);
    if (screen.size() > MAX_BUBBLES) {
      screen.removeFirst();
    }
    // A phone that is forgotten takes its block with it, so that blocks are bounded too.
    blocked.retainAll(screens.keySet());
  }

  synchronized List<Bubble> screen(PhoneNumber number) {
    return List.copyOf(screens.getOrDefault(number, new ArrayDeque<>()));
  }

  synchronized void block(PhoneNumber number, boolean block) {
    if (block) {
      blocked.add(number);
    } else {
      blocked.remove(number);
    }
  }

  synchronized boolean isBlocked(PhoneNumber number) {
    return blocked.contains(number);
  }
}
