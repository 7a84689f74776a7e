package org.folkmoot.forum;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.LivePage;
import org.jspecify.annotations.Nullable;

/// A session that is over and played back in another one, as residents see it: all of it as text,
/// which a script shows line by line.
final class ReplayViews {

  private final ForumService forum;

  ReplayViews(ForumService forum) {
    this.forum = forum;
  }

  LivePage.@Nullable Replay in(Session session, Words words, ZoneId zone) {
    return forum
        .replayedIn(session)
        .map(evening ->
            new LivePage.Replay(
                evening.title(),
                forum.language(evening),
                ForumViews.path(evening),
                words.dateTime(evening.startsAt().atZone(zone)),
                Replay.lines(forum.history(evening, 0, Replay.MOST)).stream()
                    .map(event -> line(event, forum.language(evening), words, zone))
                    .toList()))
        .orElse(null);
  }

  private static LivePage.Replayed line(LiveEvent event, String spoken, Words words, ZoneId zone) {
    return new LivePage.Replayed(
        event.seq(),
        who(event, words),
        ForumViews.time(event.at(), words, zone),
        event.at().toString(),
        text(event, words),
        switch (event.kind()) {
          case SAY -> event.text("language");
          case CAPTION, AGENDA -> spoken;
          case HAND, QUEUE, POLL, RESULT, VOTE, MODERATED, NOTICE -> words.language();
        },
        options(event, words));
  }

  private static String who(LiveEvent event, Words words) {
    return switch (event.kind()) {
      case SAY, HAND, QUEUE -> ForumViews.person(event, words);
      case CAPTION -> words.say("forum.replay-room");
      case POLL, RESULT, AGENDA, VOTE, MODERATED, NOTICE -> words.say("forum.replay-host");
    };
  }

  private static String text(LiveEvent event, Words words) {
    return switch (event.kind()) {
      case HAND -> words.say("forum.replay-hand");
      case QUEUE -> words.say("forum.replay-turn");
      case POLL -> words.say("forum.replay-poll", "question", event.text("question"));
      case RESULT -> words.say("forum.replay-result", "question", event.text("question"));
      case SAY, CAPTION, AGENDA, VOTE, MODERATED, NOTICE -> event.text("text");
    };
  }

  /// What could be chosen, or how many chose it.
  private static List<String> options(LiveEvent event, Words words) {
    List<String> lines = new ArrayList<>();
    if (event.data().get("options") instanceof List<?> options) {
      for (Object one : options) {
        if (one instanceof Map<?, ?> option) {
          String text = String.valueOf(option.get("text"));
          lines.add(
              option.get("votes") instanceof Number votes
                  ? text + ": " + words.say("forum.result-line", "count", votes.intValue())
                  : text);
        }
      }
    }
    return lines;
  }
}
