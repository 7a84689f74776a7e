package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;

/// News in the database.
final class NewsRepository {

  private static final int MOST = 50;

  private final MongoCollection<Document> news;

  NewsRepository(Store store) {
    this.news = store.collection("texting_news");
    store.index("texting_news", "consultation");
    store.index("texting_news", "state");
  }

  void save(News n) {
    news.replaceOne(
        new Document("_id", n.id()),
        new Document("_id", n.id())
            .append("consultation", n.consultation())
            .append("audience", n.audience().name())
            .append("texts", new Document(Map.copyOf(n.texts())))
            .append("people", new Document(Map.copyOf(n.people())))
            .append("stopped", n.stopped())
            .append("silent", n.silent())
            .append("by", n.by())
            .append("at", Date.from(n.at()))
            .append("state", n.state().name()),
        new ReplaceOptions().upsert(true));
  }

  /// True for the one who moved it on.
  boolean move(String id, News.State from, News.State to) {
    return news.updateOne(
                new Document("_id", id).append("state", from.name()),
                new Document("$set", new Document("state", to.name())))
            .getMatchedCount()
        == 1;
  }

  Optional<News> find(String id) {
    return Optional.ofNullable(news.find(new Document("_id", id)).first())
        .map(NewsRepository::read);
  }

  List<News> of(String consultation) {
    return news.find(new Document("consultation", consultation))
        .sort(new Document("at", -1))
        .limit(MOST)
        .map(NewsRepository::read)
        .into(new ArrayList<>());
  }

  List<News> going() {
    return news.find(new Document("state", News.State.GOING.name()))
        .map(NewsRepository::read)
        .into(new ArrayList<>());
  }

  private static News read(Document d) {
    var texts = new HashMap<String, String>();
    d.get("texts", new Document()).forEach((language, text) -> texts.put(language, "" + text));
    var people = new HashMap<String, Integer>();
    d.get("people", new Document())
        .forEach((language, count) -> people.put(language, ((Number) count).intValue()));
    return new News(
        d.getString("_id"),
        d.getString("consultation"),
        Purpose.valueOf(d.getString("audience")),
        texts,
        people,
        d.get("stopped", 0),
        d.get("silent", 0),
        d.get("by", ""),
        d.getDate("at").toInstant(),
        News.State.valueOf(d.getString("state")));
  }
}
