package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an initiative stands. Immutable; every `with…` answers a new board.
///
/// @param moves between stages, oldest first
/// @param marks how items stand, by their id; what nobody has spoken of is absent
/// @param shelf ids of stories tagged to a stage, by its number
/// @param readings values of indicators in the order they came; the last of a quarter counts
/// @param invitations states by id; what is absent is a draft
public record Board(
    Plan plan,
    List<Move> moves,
    Map<String, Mark> marks,
    Map<String, List<String>> shelf,
    List<Reading> readings,
    Map<String, InvitationState> invitations) {

  public Board {
    moves = List.copyOf(moves);
    marks = Map.copyOf(marks);
    shelf = Map.copyOf(shelf);
    readings = List.copyOf(readings);
    invitations = Map.copyOf(invitations);
  }

  /// @param on the day the partners agreed on it
  public record Move(int from, int to, LocalDate on, String why) {}

  /// How an item stands.
  ///
  /// @param note in the officer's words; may be empty
  /// @param evidence ids of contributions
  public record Mark(Standing standing, String note, List<String> evidence) {
    public Mark {
      evidence = List.copyOf(evidence);
    }

    /// True if something was claimed that nothing is shown for.
    boolean isClaimOnly() {
      return standing.needsEvidence() && evidence.isEmpty();
    }
  }

  /// A value of an indicator.
  ///
  /// @param value meaningless where `hidden`
  /// @param hidden too few people stand behind it to show it
  /// @param cameOn the day it came in
  /// @param why the reason of a revision; empty for a first value
  public record Reading(
      String indicator,
      Quarter quarter,
      double value,
      boolean hidden,
      LocalDate cameOn,
      String why) {

    boolean isLate() {
      return cameOn.isAfter(quarter.due());
    }
  }

  static Board empty() {
    return new Board(Plan.none(), List.of(), Map.of(), Map.of(), List.of(), Map.of());
  }

  public int stage() {
    return moves.isEmpty() ? 1 : moves.getLast().to();
  }

  public Mark mark(Item item) {
    return marks.getOrDefault(item.id(), new Mark(item.kind().start(), "", List.of()));
  }

  /// Tasks of a stage that are neither done nor set aside.
  List<Item> openTasks(int stage) {
    return Items.of(ItemKind.TASK, Integer.toString(stage)).stream()
        .filter(task -> {
          Standing standing = mark(task).standing();
          return standing == Standing.TO_DO || standing == Standing.DOING;
        })
        .toList();
  }

  InvitationState state(String invitation) {
    return invitations.getOrDefault(invitation, InvitationState.DRAFT);
  }

  List<String> shelf(int stage) {
    return shelf.getOrDefault(Integer.toString(stage), List.of());
  }

  /// Every reading of an indicator in one quarter, oldest first.
  List<Reading> readings(String indicator, Quarter quarter) {
    return readings.stream()
        .filter(r -> r.indicator().equals(indicator) && r.quarter().equals(quarter))
        .toList();
  }

  /// The newest value of an indicator that may be shown.
  Optional<Reading> latest(String indicator) {
    return readings.stream()
        .filter(r -> r.indicator().equals(indicator))
        .map(r -> readings(indicator, r.quarter()).getLast())
        .filter(r -> !r.hidden())
        .max(Comparator.comparing(Reading::quarter));
  }

  Board with(Plan changed) {
    return new Board(changed, moves, marks, shelf, readings, invitations);
  }

  Board with(Move move) {
    return new Board(plan, plus(moves, move), marks, shelf, readings, invitations);
  }

  Board with(Reading reading) {
    return new Board(plan, moves, marks, shelf, plus(readings, reading), invitations);
  }

  Board with(Item item, Mark mark) {
    return new Board(plan, moves, plus(marks, item.id(), mark), shelf, readings, invitations);
  }

  Board withShelf(int stage, List<String> stories) {
    Map<String, List<String>> all = plus(shelf, Integer.toString(stage), List.copyOf(stories));
    return new Board(plan, moves, marks, all, readings, invitations);
  }

  Board with(String invitation, InvitationState state) {
    return new Board(plan, moves, marks, shelf, readings, plus(invitations, invitation, state));
  }

  private static <T> List<T> plus(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  private static <T> Map<String, T> plus(Map<String, T> all, String key, T one) {
    Map<String, T> more = new LinkedHashMap<>(all);
    more.put(key, one);
    return more;
  }
}
