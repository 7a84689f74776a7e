package org.folkmoot.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.forum.LiveEvent;
import org.folkmoot.forum.Participant;
import org.folkmoot.forum.Poll;
import org.folkmoot.forum.Session;

/// What happened in a live evening besides what people typed: the column `what` of its file says
/// `agenda` or `caption` (with the line), `hand` (with the name), `next` (the next hand is called),
/// `poll` (question and choices, `|` between them) or `votes` (after each choice the numbers of
/// those who chose it; then the poll is closed).
///
/// What has happened already when a load goes on does not happen again.
final class SampleEvening {

  private static final int MOST = 400;

  private final Scene scene;
  private final TalkDoors talk;
  private final String id;

  SampleEvening(Scene scene, TalkDoors talk, String id) {
    this.scene = scene;
    this.talk = talk;
    this.id = id;
  }

  void happen(Row row) {
    Session session = scene.rooms().forum().get(id);
    String line = row.get("text");
    switch (row.get("what")) {
      case "agenda" -> {
        if (isNew(session, LiveEvent.Kind.AGENDA, line)) {
          scene.rooms().forum().agenda(id, line);
        }
      }
      case "caption" -> {
        if (isNew(session, LiveEvent.Kind.CAPTION, line)) {
          scene.rooms().forum().caption(id, line);
        }
      }
      case "hand" ->
          scene.rooms().floor().hand(session, talk.participant(session, row.get("name")), true);
      case "next" -> scene.rooms().floor().next(session);
      case "poll" -> poll(session, split(line));
      case "votes" -> votes(session, split(line));
      default -> throw new IllegalStateException("an evening knows no " + row.get("what"));
    }
  }

  private static List<String> split(String cell) {
    return Arrays.stream(cell.split("\\|")).map(String::strip).toList();
  }

  private boolean isNew(Session session, LiveEvent.Kind kind, String line) {
    return scene.rooms().forum().history(session, 0, MOST).stream()
        .noneMatch(event -> event.kind() == kind && event.text("text").equals(line));
  }

  private void poll(Session session, List<String> asked) {
    var polls = scene.rooms().polls();
    Poll poll =
        polls.polls(session).stream()
            .findFirst()
            .orElseGet(() -> polls.make(session, asked.getFirst(), asked.subList(1, asked.size())));
    polls.open(poll);
  }

  private void votes(Session session, List<String> chosen) {
    var polls = scene.rooms().polls();
    Poll poll = polls.polls(session).getLast();
    for (Poll.Option option : poll.options()) {
      for (String number : voters(chosen, option.text())) {
        Participant who = talk.participant(session, "Participant " + number);
        polls.vote(session, poll, who, option.id());
      }
    }
    polls.close(poll);
  }

  private static List<String> voters(List<String> chosen, String option) {
    List<String> numbers = new ArrayList<>();
    for (String line : chosen) {
      int colon = line.lastIndexOf(':');
      if (line.substring(0, colon).strip().equals(option)) {
        numbers.addAll(List.of(line.substring(colon + 1).strip().split(" ")));
      }
    }
    return numbers;
  }
}
