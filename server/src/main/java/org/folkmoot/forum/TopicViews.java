package org.folkmoot.forum;

import java.time.ZoneId;
import java.util.List;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.forum.ForumPage;
import org.folkmoot.web.forum.TopicPage;
import org.folkmoot.web.part.FormState;
import org.jspecify.annotations.Nullable;

/// Topics as residents see them.
final class TopicViews {

  private TopicViews() {}

  static ForumPage.Row row(Topic t, Words words) {
    return new ForumPage.Row(
        t.title(),
        path(t),
        t.text(),
        words.say(t.open() ? "forum.topic-open" : "forum.topic-closed"),
        false);
  }

  static TopicPage page(
      Topic topic,
      RecordReading.Found posts,
      Words words,
      ZoneId zone,
      FormState form,
      TopicPage.@Nullable PostForm post) {
    List<TopicPage.Post> shown = posts.voices().stream().map(v -> post(v, words, zone)).toList();
    return new TopicPage(
        topic.title(),
        topic.text(),
        shown,
        !shown.isEmpty(),
        posts.next() == 0 ? null : path(topic) + "?after=" + posts.next(),
        post == null ? words.say("forum.topic-is-closed") : null,
        form.summary(),
        post);
  }

  static String path(Topic topic) {
    return "/c/" + topic.consultation() + "/forum/topics/" + topic.id();
  }

  private static TopicPage.Post post(Voice v, Words words, ZoneId zone) {
    return new TopicPage.Post(
        v.text(),
        v.language(),
        v.quoteAs().isEmpty() ? words.say("forum.someone") : v.quoteAs(),
        words.shortDate(v.receivedAt().atZone(zone).toLocalDate()));
  }
}
