package org.folkmoot.forum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Voices;

/// Polls in a session. A participant's votes are marks on one slip in the record; what each chose
/// is told to nobody, counts only once a poll is closed. Thread-safe.
public final class PollService {

  static final int MAX_OPTIONS = 12;

  private static final int LONGEST_OPTION = 200;

  private final ForumService forum;
  private final FloorRepository floor;
  private final LiveLog log;
  private final RecordService record;

  PollService(ForumService forum, FloorRepository floor, LiveLog log, RecordService record) {
    this.forum = forum;
    this.floor = floor;
    this.log = log;
    this.record = record;
  }

  /// Whether a poll can have these options: from two to [#MAX_OPTIONS], none empty or too long.
  static boolean fits(List<String> options) {
    return options.size() >= 2
        && options.size() <= MAX_OPTIONS
        && options.stream().allMatch(o -> !o.isBlank() && o.length() <= LONGEST_OPTION);
  }

  /// Makes a poll, not open yet. Options are numbered `o1`, `o2` … in order.
  public Poll make(Session session, String question, List<String> options) {
    List<Poll.Option> numbered = new ArrayList<>();
    for (String option : options) {
      numbered.add(new Poll.Option("o" + (numbered.size() + 1), option.strip()));
    }
    int number = floor.pollsOf(session.id()).size() + 1;
    String id =
        "%s-p%02d-%s".formatted(session.id(), number, UUID.randomUUID().toString().substring(0, 4));
    Poll poll = new Poll(id, session.id(), question.strip(), numbered, Poll.State.DRAFT);
    floor.save(poll);
    return poll;
  }

  public List<Poll> polls(Session session) {
    return floor.pollsOf(session.id());
  }

  public Optional<Poll> find(Session session, String id) {
    return floor.poll(id).filter(p -> p.session().equals(session.id()));
  }

  public void open(Poll poll) {
    if (floor.move(poll.id(), Poll.State.DRAFT, Poll.State.OPEN)) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("poll", poll.id());
      data.put("state", "open");
      data.put("question", poll.question());
      data.put(
          "options",
          poll.options().stream().map(o -> Map.of("id", o.id(), "text", o.text())).toList());
      log.append(poll.session(), "poll:" + poll.id(), LiveEvent.Kind.POLL, data);
    }
  }

  /// Closes a poll and tells everybody how it stands.
  public void close(Poll poll) {
    if (floor.move(poll.id(), Poll.State.OPEN, Poll.State.CLOSED)) {
      result(poll, "closed");
    }
  }

  /// Votes, or votes anew: the last counts.
  ///
  /// @return the slip, or empty if the poll or the session hears nobody now or has no such option
  public Optional<Added> vote(Session session, Poll poll, Participant who, String option) {
    boolean open =
        floor.poll(poll.id()).map(p -> p.state() == Poll.State.OPEN).orElse(false)
            && forum.isHearing(session);
    if (!open || !poll.has(option)) {
      return Optional.empty();
    }
    String act = "slip:" + session.id() + ":" + who.key();
    Added slip =
        record.add(
            NewContribution.to(session.consultation(), Channel.LIVE_SESSION)
                .act(act)
                .capturedAs(CaptureKind.TALLY)
                .voices(new Voices.Tally(1))
                .source(Source.of(session.id()))
                .participant(who.key())
                .consent(who.consent())
                .tell(who.tell(), who.contact())
                .under18(who.under18())
                .place(who.place())
                .mark(poll.heading() + ":" + option, 1)
                .alreadyChecked());
    record.mark(slip.id(), poll.heading(), option, 1, Act.CONTRIBUTOR);
    floor.vote(poll.id(), who.key(), option, slip.id());
    log.append(
        session.id(),
        "vote:" + poll.id() + ":" + who.key(),
        LiveEvent.Kind.VOTE,
        Map.of("poll", poll.id(), "votes", floor.votes(poll.id())));
    return Optional.of(slip);
  }

  public Optional<String> voteOf(Poll poll, Participant who) {
    return floor.voteOf(poll.id(), who.key());
  }

  /// Votes by option, every option named.
  public Map<String, Integer> counts(Poll poll) {
    return floor.counts(poll);
  }

  public long votes(Poll poll) {
    return floor.votes(poll.id());
  }

  /// Follows a withdrawal into the polls and tells anew how the closed ones stand; may be repeated.
  public void forget(Contribution c) {
    if (c.channel() != Channel.LIVE_SESSION) {
      return;
    }
    for (String id : floor.forgetVotes(c.id())) {
      floor
          .poll(id)
          .filter(poll -> poll.state() == Poll.State.CLOSED)
          .ifPresent(poll -> result(poll, c.id()));
    }
  }

  /// Tells how a poll stands now, once per occasion.
  private void result(Poll poll, String occasion) {
    Map<String, Integer> counts = floor.counts(poll);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("poll", poll.id());
    data.put("question", poll.question());
    data.put(
        "options",
        poll.options().stream()
            .map(o ->
                Map.of("id", o.id(), "text", o.text(), "votes", counts.getOrDefault(o.id(), 0)))
            .toList());
    data.put("votes", counts.values().stream().mapToInt(Integer::intValue).sum());
    log.append(poll.session(), "result:" + poll.id() + ":" + occasion, LiveEvent.Kind.RESULT, data);
  }
}
