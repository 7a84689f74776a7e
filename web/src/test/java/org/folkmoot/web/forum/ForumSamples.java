package org.folkmoot.web.forum;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The forum: its list, a session as residents and as its host see it, joining, a topic, the desk.
public final class ForumSamples implements Samples {

  private static final Words WORDS = Words.english();
  private static final String SESSION = "/c/after-six/forum/after-six-live";

  @Override
  public List<Page> pages() {
    return List.of(list(), empty(), live(), over(), join(), topic(), closedTopic(), desk(), host());
  }

  private static Page list() {
    return new ForumPage(
        WORDS.say("forum.title"),
        null,
        List.of(
            new ForumPage.Row(
                "Getting home after six",
                SESSION,
                "Thursday 18 November 2027, 18:30",
                "On now",
                true)),
        List.of(
            new ForumPage.Row(
                "What would a later bus change?",
                "/t",
                "Tell us about one evening.",
                "Open",
                false)),
        null);
  }

  private static Page empty() {
    return new ForumPage(
        WORDS.say("forum.title"),
        WORDS.say("forum.closed"),
        List.of(),
        List.of(),
        new EmptyState(WORDS.say("forum.nothing")));
  }

  private static Page live() {
    FormState form = FormState.empty();
    return new LivePage(
        "Getting home after six",
        "What would make the way home work for you?",
        "Thursday 18 November 2027, 18:30",
        "On now",
        true,
        false,
        SESSION + "?stay=yes",
        SESSION,
        wire(),
        new LivePage.Replay(
            "The evening about Sundays",
            "en",
            SESSION,
            "Tuesday 2 November 2027, 19:00",
            List.of(
                new LivePage.Replayed(
                    2, "Maria", "19:31", "2027-11-02T19:31:00Z", "I stand there.", "en", List.of()),
                new LivePage.Replayed(
                    3,
                    "The host",
                    "19:40",
                    "2027-11-02T19:40:00Z",
                    "Answers: What first?",
                    "en",
                    List.of("A lamp: 2 votes")))),
        SESSION + "?after=0",
        List.of(
            message(3, "Maria", "The last bus leaves before my shift ends."),
            message(4, "Person 4", "Shared taxis would do for me.\nBut not every evening."),
            new LivePage.Message(5, "", "18:42", "2027-11-18T18:42:00Z", "Taken away", "en", true)),
        false,
        "Now: ideas for the last mile",
        List.of(new LivePage.Caption("Host: who has not spoken yet?")),
        true,
        true,
        null,
        new LivePage.Say(
            SESSION + "/say",
            "5b0c",
            form.area("text", WORDS.say("forum.say-label"), 3).atMost(2_000),
            "Others see you as Maria."),
        new LivePage.Hand(
            SESSION + "/hand", true, WORDS.say("forum.hand-up"), "2 people are waiting to speak"),
        new LivePage.Ballot(
            "p1",
            "Which would you use most?",
            SESSION + "/polls/p1",
            List.of(
                new LivePage.Option("option-o1", "o1", "A later bus", true),
                new LivePage.Option("option-o2", "o2", "A shared taxi", false)),
            "12 votes so far",
            "You chose: A later bus."),
        List.of(
            new LivePage.Result(
                "Do you go out after six?",
                List.of(
                    new LivePage.Line("Often", 9, 9, "9 votes"),
                    new LivePage.Line("Hardly ever", 4, 9, "4 votes")),
                "13 votes in all")),
        List.of(new LivePage.Mine("9MY-1MV2-K4T", "/r/9MY-1MV2-K4T", "waits to be checked")),
        true);
  }

  private static Page over() {
    return new LivePage(
        "Getting home after six",
        "What would make the way home work for you?",
        "Thursday 18 November 2027, 18:30",
        "Over",
        false,
        true,
        null,
        SESSION,
        wire(),
        null,
        null,
        List.of(),
        true,
        "",
        List.of(),
        false,
        false,
        SESSION + "/join",
        null,
        null,
        new LivePage.Ballot(
            "p1",
            "Which would you use most?",
            null,
            List.of(new LivePage.Option("option-o1", "o1", "A later bus", false)),
            "No votes yet",
            null),
        List.of(),
        List.of(),
        false);
  }

  private static Page join() {
    FormState wrong =
        FormState.empty()
            .withErrors(List.of(new FieldError("use", WORDS.say("common.use-missing"))));
    return new JoinPage(
        WORDS.say("forum.join-title"),
        "Getting home after six",
        wrong.summary(),
        SESSION + "/join",
        wrong.text("name", WORDS.say("forum.join-name")).ifYouLike(),
        ClosingQuestions.of(wrong, WORDS, List.of("Saltmarsh", "Quayside")),
        Button.main(WORDS.say("forum.join-button")));
  }

  private static Page topic() {
    FormState form = FormState.empty();
    return new TopicPage(
        "What would a later bus change?",
        "Tell us about one evening.",
        List.of(new TopicPage.Post("I could see my sister.", "en", "Someone", "2 November 2027")),
        true,
        "/t?after=12",
        null,
        null,
        new TopicPage.PostForm(
            "/t",
            "5b0c",
            form.area("text", WORDS.say("forum.post-label"), 6),
            ClosingQuestions.of(form, WORDS, List.of("Saltmarsh")),
            Button.main(WORDS.say("common.send"))));
  }

  private static Page closedTopic() {
    return new TopicPage(
        "What would a later bus change?",
        "Tell us about one evening.",
        List.of(),
        false,
        null,
        WORDS.say("forum.topic-is-closed"),
        null,
        null);
  }

  private static Page desk() {
    FormState form = FormState.empty();
    return new ForumDeskPage(
        WORDS.say("desk.forum.title"),
        null,
        List.of(
            new ForumPage.Row(
                "Getting home after six",
                "/s",
                "Thursday 18 November 2027, 18:30",
                "Planned",
                false)),
        true,
        "/a",
        form.text("name", WORDS.say("desk.forum.name")),
        form.area("about", WORDS.say("desk.forum.about"), 3),
        form.text("starts", WORDS.say("desk.forum.starts")).of("datetime-local"),
        Button.main(WORDS.say("desk.forum.plan-button")),
        List.of(
            new ForumDeskPage.TopicRow(
                "What would a later bus change?",
                "/t",
                "Open",
                "/t/close",
                Button.quiet(WORDS.say("desk.forum.topic-close")).sending("do", "close"))),
        true,
        "/b",
        form.text("topic-name", WORDS.say("desk.forum.topic-name")),
        form.area("topic-text", WORDS.say("desk.forum.topic-text"), 3),
        Button.quiet(WORDS.say("desk.forum.add-topic-button")),
        "/desk/c/after-six");
  }

  private static Page host() {
    FormState form = FormState.empty();
    return new HostPage(
        "Getting home after six",
        "On now",
        false,
        "/h?stay=yes",
        "/h",
        "/live/after-six-live?as=host",
        5,
        "/h",
        SESSION,
        "Joining by phone or app: code 7KQM2XRT",
        List.of(Button.quiet(WORDS.say("desk.forum.move.paused")).sending("to", "paused")),
        List.of(new HostPage.Waiting("c1", "Can we hear about fares?", "en", "18:31")),
        true,
        List.of(
            new HostPage.Said(
                "c2", "Maria", "The last bus leaves too early.", "en", "18:40", false),
            new HostPage.Said("c3", "", "Taken away", "en", "18:42", true)),
        true,
        List.of(new HostPage.Hand("Person 4", "has not spoken yet")),
        true,
        List.of(
            new HostPage.PollRow(
                "p1",
                "Which would you use most?",
                "Open",
                "12 votes so far",
                Button.quiet(WORDS.say("desk.forum.poll-close")).sending("to", "close")),
            new HostPage.PollRow("p0", "Do you go out?", "Closed", "13 votes so far", null)),
        true,
        form.text("agenda", WORDS.say("desk.forum.agenda")),
        form.text("caption", WORDS.say("desk.forum.caption")),
        form.text("asks", WORDS.say("desk.forum.poll-asks")),
        form.area("options", WORDS.say("desk.forum.poll-options"), 4),
        "/desk/c/after-six/forum");
  }

  private static LivePage.Wire wire() {
    return new LivePage.Wire(
        "/live/after-six-live",
        5,
        "Person #",
        WORDS.say("forum.gone"),
        WORDS.say("forum.lost"),
        WORDS.say("forum.back"),
        WORDS.say("forum.here"));
  }

  private static LivePage.Message message(long seq, String who, String text) {
    return new LivePage.Message(seq, who, "18:40", "2027-11-18T18:40:00Z", text, "en", false);
  }
}
