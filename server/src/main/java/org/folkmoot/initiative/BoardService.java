package org.folkmoot.initiative;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.initiative.Board.Mark;
import org.folkmoot.initiative.Board.Move;
import org.folkmoot.initiative.Board.Reading;
import org.folkmoot.initiative.Plan.Indicator;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// Changes of an initiative's board, each in the log with its reason. What does not hold is
/// answered as a word key and changes nothing. Thread-safe.
public final class BoardService {

  private static final int TRIES = 20;

  /// An item as it now stands.
  public record Marked(String item, Mark mark, String why) {}

  private final InitiativeRepository boards;
  private final Ledger ledger;
  private final InstantSource time;

  BoardService(InitiativeRepository boards, Ledger ledger, InstantSource time) {
    this.boards = boards;
    this.ledger = ledger;
    this.time = time;
  }

  public Board board(String initiative) {
    return boards.board(initiative).value();
  }

  /// What was done about a thing of an initiative, oldest first.
  List<Ledger.Entry> history(String initiative, String thing) {
    return ledger.about(InitiativeLog.subject(initiative, thing));
  }

  /// What was done, newest first, before a number (0 for the end).
  List<Ledger.Entry> log(String initiative, long before, int most) {
    return ledger.before(InitiativeLog.of(initiative), before, most);
  }

  /// Puts down what the partners agreed.
  public void plan(String initiative, Plan plan, String by, String why) {
    change(
        initiative,
        by,
        (board, log) -> {
          log.add(Act.Kind.PLAN_CHANGED, InitiativeLog.subject(initiative, "plan"), why, Map.of());
          return board.with(plan);
        });
  }

  /// Moves to another stage, forward or back. Tasks left open are named in the log.
  ///
  /// @return why it cannot be, as a word key; empty if it was done
  public Optional<String> move(String initiative, int to, LocalDate on, String why, String by) {
    if (to < 1 || to > Items.STAGES || board(initiative).stage() == to) {
      return Optional.of("desk.initiative.stage-same");
    }
    if (why.isBlank()) {
      return Optional.of("desk.initiative.why-missing");
    }
    change(
        initiative,
        by,
        (board, log) -> {
          int from = board.stage();
          String open =
              board.openTasks(from).stream().map(Item::number).collect(Collectors.joining(" "));
          log.add(
              Act.Kind.STAGE_MOVED,
              InitiativeLog.subject(initiative, "stage"),
              why,
              Map.of("from", "" + from, "to", "" + to, "on", on.toString(), "open", open));
          return board.with(new Move(from, to, on, why));
        });
    return Optional.empty();
  }

  /// Says how items stand. What is done, or holds wholly, needs something said by people, or a
  /// note.
  ///
  /// @return why it cannot be, as a word key; then none of them was changed
  public Optional<String> mark(String initiative, List<Marked> marked, String by) {
    for (Marked one : marked) {
      Item item = item(one.item());
      if (!item.kind().standings().contains(one.mark().standing())) {
        return Optional.of("desk.initiative.standing-missing");
      }
      if (one.mark().isClaimOnly() && one.mark().note().isBlank()) {
        return Optional.of("desk.initiative.evidence-missing");
      }
      if (one.why().isBlank()) {
        return Optional.of("desk.initiative.why-missing");
      }
    }
    change(
        initiative,
        by,
        (before, log) -> {
          Board board = before;
          for (Marked one : marked) {
            Item item = item(one.item());
            log.add(
                Act.Kind.ITEM_MARKED,
                InitiativeLog.subject(initiative, item.id()),
                one.why(),
                Map.of(
                    "item", item.id(),
                    "from", board.mark(item).standing().name(),
                    "to", one.mark().standing().name(),
                    "evidence", String.join(" ", one.mark().evidence())));
            board = board.with(item, one.mark());
          }
          return board;
        });
    return Optional.empty();
  }

  /// Puts these stories, and no others, on a stage's shelf.
  public Optional<String> shelve(
      String initiative, int stage, List<String> stories, String why, String by) {
    if (why.isBlank()) {
      return Optional.of("desk.initiative.why-missing");
    }
    change(
        initiative,
        by,
        (board, log) -> {
          log.add(
              Act.Kind.SHELF_CHANGED,
              InitiativeLog.subject(initiative, "shelf-" + stage),
              why,
              Map.of("stage", "" + stage, "count", "" + stories.size()));
          return board.withShelf(stage, stories);
        });
    return Optional.empty();
  }

  /// Keeps values of indicators. One that is there already is kept as well; it needs a reason to be
  /// followed by another.
  ///
  /// @return why it cannot be, as a word key; then none of them was kept
  public Optional<String> read(String initiative, List<Reading> readings, String by) {
    List<String> problems = new ArrayList<>();
    change(
        initiative,
        by,
        (before, log) -> {
          problems.clear();
          Board board = before;
          for (Reading reading : readings) {
            problem(board, reading).ifPresent(problems::add);
            List<Reading> earlier = board.readings(reading.indicator(), reading.quarter());
            board = board.with(reading);
            log.add(
                Act.Kind.VALUE_SAVED,
                InitiativeLog.subject(initiative, reading.indicator()),
                reading.why(),
                details(reading, earlier));
          }
          return problems.isEmpty() ? board : before;
        });
    return problems.stream().findFirst();
  }

  private static Optional<String> problem(Board board, Reading reading) {
    Optional<Indicator> indicator = board.plan().indicator(reading.indicator());
    if (indicator.isEmpty() || (!reading.hidden() && !indicator.get().allows(reading.value()))) {
      return Optional.of("desk.initiative.value-wrong");
    }
    boolean revises = !board.readings(reading.indicator(), reading.quarter()).isEmpty();
    return revises && reading.why().isBlank()
        ? Optional.of("desk.initiative.why-missing")
        : Optional.empty();
  }

  private static Map<String, String> details(Reading reading, List<Reading> earlier) {
    return Map.of(
        "indicator", reading.indicator(),
        "quarter", reading.quarter().printed(),
        "value", shown(reading),
        "before", earlier.isEmpty() ? "" : shown(earlier.getLast()),
        "late", Boolean.toString(reading.isLate()));
  }

  private static String shown(Reading reading) {
    return reading.hidden() ? "" : Double.toString(reading.value());
  }

  /// Moves an invitation on, through one state or several. One that serves no goal is never
  /// released.
  ///
  /// @return why it cannot be, as a word key; empty if it was done
  public Optional<String> move(
      String initiative, String invitation, List<InvitationState> way, String why, String by) {
    Board now = board(initiative);
    Plan.Invitation asked =
        now.plan()
            .invitation(invitation)
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    InvitationState from = now.state(invitation);
    for (InvitationState to : way) {
      if (!from.next().contains(to)) {
        return Optional.of("desk.initiative.state-missing");
      }
      if (to == InvitationState.RELEASED && asked.goals().isEmpty()) {
        return Optional.of("desk.initiative.goal-missing");
      }
      if (why.isBlank()) {
        return Optional.of("desk.initiative.why-missing");
      }
      from = to;
    }
    change(
        initiative,
        by,
        (before, log) -> {
          Board board = before;
          for (InvitationState to : way) {
            log.add(
                Act.Kind.INVITATION_MOVED,
                InitiativeLog.subject(initiative, "invitation-" + invitation),
                why,
                Map.of(
                    "invitation", invitation,
                    "from", board.state(invitation).name(),
                    "to", to.name()));
            board = board.with(invitation, to);
          }
          return board;
        });
    return Optional.empty();
  }

  private static Item item(String id) {
    return Items.find(id).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// Reads, works out and writes until nobody came between. A step that changes nothing writes
  /// nothing.
  private void change(String initiative, String by, BiFunction<Board, InitiativeLog, Board> step) {
    for (int i = 0; i < TRIES; i++) {
      InitiativeRepository.At<Board> read = boards.board(initiative);
      var log = new InitiativeLog(InitiativeLog.of(initiative), read.version(), time, by);
      Board changed = step.apply(read.value(), log);
      if (changed.equals(read.value())
          || boards.change(initiative, read, changed, InitiativeLog.of(initiative), log.acts())) {
        return;
      }
    }
    throw new ProblemException(new Problem.Conflict(""));
  }
}
