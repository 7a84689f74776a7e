package org.folkmoot.forum;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.door.Ask;
import org.folkmoot.record.Added;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.ForumPage;
import org.folkmoot.web.forum.LivePage;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// The forum and its sessions as residents see them.
final class ForumViews {

  /// Events of the log that one page goes back.
  private static final int BACK = 300;

  private static final int CAPTIONS = 3;

  private final ForumService forum;
  private final SayService says;
  private final FloorService floor;
  private final PollService polls;
  private final ReplayViews replays;

  ForumViews(ForumService forum, SayService says, FloorService floor, PollService polls) {
    this.forum = forum;
    this.says = says;
    this.floor = floor;
    this.polls = polls;
    this.replays = new ReplayViews(forum);
  }

  ForumPage list(String consultation, Words words, ZoneId zone, boolean hearing) {
    List<ForumPage.Row> sessions =
        forum.sessions(consultation).stream()
            .filter(s -> s.state() != Session.State.ARCHIVED)
            .map(s -> row(s, path(s), words, zone))
            .toList();
    List<ForumPage.Row> topics =
        forum.topics(consultation).stream().map(t -> TopicViews.row(t, words)).toList();
    return new ForumPage(
        words.say("forum.title"),
        hearing ? null : words.say("forum.closed"),
        sessions,
        topics,
        sessions.isEmpty() && topics.isEmpty() ? new EmptyState(words.say("forum.nothing")) : null);
  }

  static ForumPage.Row row(Session s, String href, Words words, ZoneId zone) {
    return new ForumPage.Row(
        s.title(),
        href,
        words.dateTime(s.startsAt().atZone(zone)),
        words.say("forum.state." + s.state().word()),
        s.state() == Session.State.OPEN || s.state() == Session.State.PAUSED);
  }

  /// @param who the participant who reads, if they joined
  /// @param form what was sent and is wrong, else empty
  LivePage session(
      Ask ask, Session session, Optional<Participant> who, FormState form, ZoneId zone) {
    Words words = ask.words();
    long last = forum.last(session);
    boolean asked = ask.query("after").matches("\\d{1,12}");
    long after = asked ? Long.parseLong(ask.query("after")) : Math.max(0, last - BACK);
    List<LiveEvent> events = forum.history(session, after, BACK);
    long seen = events.isEmpty() ? Math.min(after, last) : events.getLast().seq();
    List<LivePage.Message> messages =
        events.stream()
            .filter(e -> e.kind() == LiveEvent.Kind.SAY)
            .map(e -> message(e, words, zone))
            .toList();
    List<LivePage.Caption> captions =
        events.stream()
            .filter(e -> e.kind() == LiveEvent.Kind.CAPTION)
            .map(e -> new LivePage.Caption(e.text("text")))
            .toList();
    boolean hears = forum.isHearing(session);
    boolean stays = !ask.query("stay").isEmpty() || !form.errors().isEmpty();
    List<LivePage.Mine> mine = who.map(p -> mine(session, p, words)).orElse(List.of());
    String path = path(session);
    return new LivePage(
        session.title(),
        session.question(),
        words.dateTime(session.startsAt().atZone(zone)),
        words.say("forum.state." + session.state().word()),
        !session.state().isOver() && seen == last,
        stays,
        stays ? null : path + "?stay=yes",
        path,
        wire(session, seen, words),
        replays.in(session, words, zone),
        after > 0 ? path + "?after=" + Math.max(0, after - BACK) : null,
        messages,
        messages.isEmpty(),
        session.agenda(),
        captions.subList(Math.max(0, captions.size() - CAPTIONS), captions.size()),
        !captions.isEmpty() && !session.state().isOver(),
        hears && !forum.isHosted(session.id()),
        hears && who.isEmpty() ? path + "/join" : null,
        hears ? who.map(p -> say(session, p, form, words)).orElse(null) : null,
        hears ? who.map(p -> hand(session, p, words)).orElse(null) : null,
        hears ? ballot(session, who, words) : null,
        results(session, words),
        mine,
        !mine.isEmpty());
  }

  static String path(Session session) {
    return "/c/" + session.consultation() + "/forum/" + session.id();
  }

  /// Where whoever was heard is thanked and given their code.
  static String thanks(String consultation, Added added) {
    String page = "/c/" + consultation + "/thanks/" + added.receipt().value();
    return switch (added) {
      case Added.Held _ -> page + "?kind=held";
      case Added.Kept _ -> page;
    };
  }

  static String time(Instant at, Words words, ZoneId zone) {
    return words.time(at.atZone(zone).toLocalTime());
  }

  /// How the others see who said something.
  static String person(LiveEvent say, Words words) {
    Object seat = say.data().getOrDefault("seat", 0);
    return say.text("name").isEmpty()
        ? words.say("forum.person", "seat", String.valueOf(seat))
        : say.text("name");
  }

  static String person(Participant who, Words words) {
    return who.name().isEmpty()
        ? words.say("forum.person", "seat", String.valueOf(who.seat()))
        : who.name();
  }

  private static LivePage.Message message(LiveEvent say, Words words, ZoneId zone) {
    boolean gone = say.data().containsKey("gone");
    return new LivePage.Message(
        say.seq(),
        gone ? "" : person(say, words),
        time(say.at(), words, zone),
        say.at().toString(),
        gone ? words.say("forum.gone") : say.text("text"),
        gone ? words.language() : say.text("language"),
        gone);
  }

  private static LivePage.Wire wire(Session session, long seen, Words words) {
    return new LivePage.Wire(
        "/live/" + session.id(),
        seen,
        words.say("forum.person", "seat", "#"),
        words.say("forum.gone"),
        words.say("forum.lost"),
        words.say("forum.back"),
        words.say("forum.here"));
  }

  private static LivePage.Say say(Session session, Participant who, FormState form, Words words) {
    String act = form.value("act");
    return new LivePage.Say(
        path(session) + "/say",
        act.isEmpty() ? UUID.randomUUID().toString() : act,
        form.area("text", words.say("forum.say-label"), 3).atMost(SayService.MAX_SAY),
        words.say("forum.say-as", "name", person(who, words)));
  }

  private LivePage.Hand hand(Session session, Participant who, Words words) {
    boolean up = who.handSince() == null;
    return new LivePage.Hand(
        path(session) + "/hand",
        up,
        words.say(up ? "forum.hand-up" : "forum.hand-down"),
        words.say("forum.hands", "count", floor.hands(session).size()));
  }

  private LivePage.@Nullable Ballot ballot(
      Session session, Optional<Participant> who, Words words) {
    Optional<Poll> open =
        polls.polls(session).stream().filter(p -> p.state() == Poll.State.OPEN).findFirst();
    if (open.isEmpty()) {
      return null;
    }
    Poll poll = open.get();
    String chosen = who.flatMap(p -> polls.voteOf(poll, p)).orElse("");
    Optional<String> label =
        poll.options().stream()
            .filter(o -> o.id().equals(chosen))
            .map(Poll.Option::text)
            .findFirst();
    return new LivePage.Ballot(
        poll.id(),
        poll.question(),
        who.isEmpty() ? null : path(session) + "/polls/" + poll.id(),
        poll.options().stream()
            .map(o ->
                new LivePage.Option("option-" + o.id(), o.id(), o.text(), o.id().equals(chosen)))
            .toList(),
        words.say("forum.votes", "count", polls.votes(poll)),
        label.map(text -> words.say("forum.voted", "option", text)).orElse(null));
  }

  private List<LivePage.Result> results(Session session, Words words) {
    List<LivePage.Result> results = new ArrayList<>();
    for (Poll poll : polls.polls(session).reversed()) {
      if (poll.state() == Poll.State.CLOSED) {
        Map<String, Integer> counts = polls.counts(poll);
        int most = Math.max(1, counts.values().stream().mapToInt(n -> n).max().orElse(1));
        int total = counts.values().stream().mapToInt(n -> n).sum();
        results.add(
            new LivePage.Result(
                poll.question(),
                poll.options().stream()
                    .map(o -> line(o, counts.getOrDefault(o.id(), 0), most, words))
                    .toList(),
                words.say("forum.result-total", "count", total)));
      }
    }
    return results;
  }

  private static LivePage.Line line(Poll.Option option, int votes, int most, Words words) {
    return new LivePage.Line(
        option.text(), votes, most, words.say("forum.result-line", "count", votes));
  }

  private List<LivePage.Mine> mine(Session session, Participant who, Words words) {
    return says.saidBy(session, who).stream()
        .filter(c -> c.status() != Status.HELD)
        .map(c ->
            new LivePage.Mine(
                c.receipt().printed(), "/r/" + c.receipt().printed(), became(session, c, words)))
        .toList();
  }

  private String became(Session session, Contribution c, Words words) {
    return words.say(
        "forum.became-"
            + switch (c.status()) {
              case WITHDRAWN, ERASED -> "gone";
              case REFUSED -> "declined";
              case CLEARED, RECEIVED, HELD -> says.isShown(session, c) ? "shown" : "waits";
            });
  }
}
