package org.folkmoot.demo;

import io.helidon.config.Config;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.initiative.Board;
import org.folkmoot.initiative.BoardService;
import org.folkmoot.initiative.InitiativeService;
import org.folkmoot.initiative.InvitationState;
import org.folkmoot.initiative.Offer;
import org.folkmoot.initiative.OfferService;
import org.folkmoot.initiative.Plan;
import org.folkmoot.initiative.Quarter;
import org.folkmoot.initiative.Standing;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;

/// Loads what the sample's partners agreed, did, measured and were offered, from the files in
/// `initiative/`. What is there already is left as it is, so that a loading cut short goes on.
final class SampleInitiative {

  private static final String FOLDER = "initiative/";

  private final SampleFiles files;
  private final InitiativeService initiatives;
  private final RecordReading reading;
  private final String officer;
  private final LocalDate today;

  SampleInitiative(
      SampleFiles files,
      InitiativeService initiatives,
      RecordReading reading,
      String officer,
      LocalDate today) {
    this.files = files;
    this.initiatives = initiatives;
    this.reading = reading;
    this.officer = officer;
    this.today = today;
  }

  void load(String initiative) {
    BoardService boards = initiatives.boards();
    Config file = files.yaml(FOLDER + "plan.yaml");
    String why = text(file, "why");
    Board board = boards.board(initiative);
    if (board.plan().goals().isEmpty()) {
      boards.plan(initiative, plan(file), officer, why);
    }
    List<Map<String, String>> moves = files.cells(FOLDER + "moves.csv");
    for (Map<String, String> move : moves.subList(board.moves().size(), moves.size())) {
      int to = Integer.parseInt(at(move, "to"));
      LocalDate on = today.minusMonths(Long.parseLong(at(move, "months ago")));
      done(boards.move(initiative, to, on, at(move, "why"), officer));
    }
    if (board.marks().isEmpty()) {
      done(boards.mark(initiative, marks(initiative, why), officer));
    }
    if (board.readings().isEmpty()) {
      done(boards.read(initiative, readings(), officer));
    }
    if (board.shelf().isEmpty()) {
      shelve(initiative, why);
    }
    for (Config invitation : list(file, "invitations")) {
      String id = text(invitation, "id");
      if (!board.invitations().containsKey(id)) {
        List<InvitationState> way =
            strings(invitation, "way").stream().map(InvitationState::valueOf).toList();
        done(boards.move(initiative, id, way, text(invitation, "reason"), officer));
      }
    }
    answers(initiative);
  }

  private static void done(Optional<String> problem) {
    problem.ifPresent(key -> {
      throw new IllegalStateException("the sample's initiative: " + key);
    });
  }

  private Plan plan(Config file) {
    return new Plan(
        text(file, "language"),
        text(file, "problem"),
        SampleDays.years(text(file, "vision"), today),
        list(file, "goals").stream()
            .map(c -> new Plan.Goal(text(c, "id"), text(c, "name")))
            .toList(),
        list(file, "partners").stream()
            .map(c ->
                new Plan.Partner(
                    text(c, "id"),
                    text(c, "name"),
                    text(c, "strength"),
                    Plan.Position.valueOf(text(c, "position")),
                    text(c, "reservation")))
            .toList(),
        list(file, "indicators").stream().map(this::indicator).toList(),
        list(file, "activities").stream()
            .map(c ->
                new Plan.Activity(
                    text(c, "partner"),
                    text(c, "what"),
                    strings(c, "goals"),
                    strings(c, "indicators")))
            .toList(),
        list(file, "invitations").stream()
            .map(c ->
                new Plan.Invitation(
                    text(c, "id"),
                    text(c, "title"),
                    text(c, "why"),
                    strings(c, "help"),
                    strings(c, "goals"),
                    strings(c, "indicators"),
                    Boolean.parseBoolean(text(c, "ongoing"))))
            .toList());
  }

  private Plan.Indicator indicator(Config c) {
    return new Plan.Indicator(
        text(c, "id"),
        text(c, "question"),
        text(c, "unit"),
        text(c, "method"),
        text(c, "from"),
        Double.parseDouble(text(c, "baseline")),
        Quarter.on(today).plus(-8),
        Double.parseDouble(text(c, "target")),
        today.getYear() + 2,
        Double.parseDouble(text(c, "most")),
        text(c, "note"));
  }

  private List<BoardService.Marked> marks(String initiative, String why) {
    List<BoardService.Marked> marks = new ArrayList<>();
    for (Map<String, String> row : files.cells(FOLDER + "items.csv")) {
      String words = at(row, "evidence");
      List<String> evidence =
          words.isEmpty()
              ? List.of()
              : voices(initiative, words, null).stream().limit(2).map(Voice::id).toList();
      var mark =
          new Board.Mark(
              Standing.valueOf(at(row, "standing")),
              SampleDays.years(at(row, "note"), today),
              evidence);
      marks.add(new BoardService.Marked(at(row, "item"), mark, why));
    }
    return marks;
  }

  private List<Voice> voices(
      String initiative, String words, @org.jspecify.annotations.Nullable Channel channel) {
    return initiatives.consultations(initiative).stream()
        .flatMap(c ->
            reading
                .list(Reader.PUBLIC, RecordQuery.in(c.slug()).channel(channel).words(words))
                .voices()
                .stream())
        .toList();
  }

  private List<Board.Reading> readings() {
    List<Board.Reading> readings = new ArrayList<>();
    for (Map<String, String> row : files.cells(FOLDER + "values.csv")) {
      Quarter quarter = Quarter.on(today).plus(-Integer.parseInt(at(row, "quarters ago")));
      LocalDate came = quarter.lastDay().plusDays(Long.parseLong(at(row, "days after")));
      readings.add(
          new Board.Reading(
              at(row, "indicator"),
              quarter,
              Double.parseDouble(at(row, "value")),
              false,
              came.isAfter(today) ? today : came,
              at(row, "why")));
    }
    return readings;
  }

  private void shelve(String initiative, String why) {
    List<Map<String, String>> rows = files.cells(FOLDER + "shelf.csv");
    List<Voice> stories = voices(initiative, "", Channel.STORY);
    for (String stage : rows.stream().map(row -> at(row, "stage")).distinct().toList()) {
      List<String> titles =
          rows.stream().filter(r -> at(r, "stage").equals(stage)).map(r -> at(r, "story")).toList();
      List<String> ids =
          stories.stream().filter(v -> titles.contains(v.title())).map(Voice::id).toList();
      done(initiatives.boards().shelve(initiative, Integer.parseInt(stage), ids, why, officer));
    }
  }

  /// All at once, so that they are written to disk together.
  private void answers(String initiative) {
    List<Future<?>> under = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Config answer : list(files.yaml(FOLDER + "answers.yaml"), "answers")) {
        under.add(all.submit(() -> answer(initiative, answer)));
      }
    }
    for (Future<?> one : under) {
      if (one.state() == Future.State.FAILED) {
        throw new IllegalStateException("the sample's answers", one.exceptionNow());
      }
    }
  }

  private void answer(String initiative, Config c) {
    LocalDate on = today.minusDays(Long.parseLong(text(c, "days")));
    OfferService offers = initiatives.offers();
    String from = text(c, "from");
    Offer offer =
        offers.send(
            initiative,
            new OfferService.Draft(
                "sample:" + text(c, "to") + ":" + from,
                text(c, "to"),
                from,
                true,
                text(c, "words"),
                "en",
                Integer.parseInt(text(c, "pledged")),
                Offer.Unit.valueOf(text(c, "unit")),
                new Vault.Contact(Vault.Kind.EMAIL, "hello@example.org")),
            on);
    Offer now = offers.find(initiative, offer.code()).orElse(offer);
    int delivered = Integer.parseInt(text(c, "delivered"));
    if (now.steps().size() == 1) {
      done(
          offers.answer(
              now,
              strings(c, "steps").stream().map(Offer.State::valueOf).toList(),
              text(c, "why"),
              delivered == 0
                  ? Optional.empty()
                  : Optional.of(new Offer.Delivered(Quarter.on(today).plus(-1), delivered)),
              on.plusDays(9),
              officer));
    }
  }

  private static List<Config> list(Config config, String key) {
    return config.get(key).asNodeList().orElse(List.of());
  }

  private static List<String> strings(Config config, String key) {
    return config.get(key).asList(String.class).orElse(List.of());
  }

  private static String text(Config config, String key) {
    return config.get(key).asString().orElse("").strip();
  }

  private static String at(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
