package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an initiative goes by, the same for each: the tasks and hard parts of the five stages
/// (after the Tamarack Institute's table of dynamic community engagement), the five conditions and
/// three roles of collective impact, the outcomes, challenges and lines of a self-check of
/// engagement, and a shelf to learn from. Names are in `words/…/initiative.properties`, in words of
/// our own.
public final class Items {

  public static final int STAGES = 5;

  private static final List<Integer> TASKS = List.of(10, 7, 13, 11, 8);
  private static final List<Integer> ISSUES = List.of(2, 2, 5, 5, 4);

  /// The challenges and how many lines of good practice each has.
  private static final Map<String, Integer> CHALLENGES = challenges();

  private static final Map<String, Item> ALL = all();

  private Items() {}

  public static List<Item> of(ItemKind kind) {
    return ALL.values().stream().filter(item -> item.kind() == kind).toList();
  }

  public static List<Item> of(ItemKind kind, String group) {
    return of(kind).stream().filter(item -> item.group().equals(group)).toList();
  }

  public static Optional<Item> find(String id) {
    return Optional.ofNullable(ALL.get(id));
  }

  private static Map<String, Integer> challenges() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    lines.put("plan", 4);
    lines.put("do", 4);
    lines.put("measure", 4);
    lines.put("review", 4);
    lines.put("impact", 3);
    return lines;
  }

  private static Map<String, Item> all() {
    List<Item> items = new ArrayList<>();
    for (int stage = 1; stage <= STAGES; stage++) {
      String of = Integer.toString(stage);
      number(items, ItemKind.TASK, "task-" + of, of, TASKS.get(stage - 1));
      number(items, ItemKind.ISSUE, "issue-" + of, of, ISSUES.get(stage - 1));
    }
    number(items, ItemKind.CONDITION, "condition", "", 5);
    number(items, ItemKind.ROLE, "role", "", 3);
    number(items, ItemKind.OUTCOME, "outcome", "", 4);
    CHALLENGES.forEach((challenge, lines) -> {
      items.add(new Item("challenge-" + challenge, ItemKind.CHALLENGE, challenge));
      number(items, ItemKind.LINE, "line-" + challenge, challenge, lines);
    });
    number(items, ItemKind.LEARNING, "learning", "", LearningShelf.size());
    Map<String, Item> byId = new LinkedHashMap<>();
    items.forEach(item -> byId.put(item.id(), item));
    return Collections.unmodifiableMap(byId);
  }

  private static void number(
      List<Item> items, ItemKind kind, String start, String group, int count) {
    for (int i = 1; i <= count; i++) {
      items.add(new Item(start + "-" + i, kind, group));
    }
  }
}
