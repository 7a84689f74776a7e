package org.folkmoot.desk;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Themes in the database.
final class ThemeRepository {

  private static final String COLLECTION = "themes";

  private final MongoCollection<Document> themes;

  ThemeRepository(Store store) {
    this.themes = store.collection(COLLECTION);
    store.index(COLLECTION, "consultation");
  }

  List<Theme> in(String consultation) {
    return themes
        .find(new Document("consultation", consultation))
        .map(ThemeRepository::theme)
        .into(new ArrayList<>());
  }

  Optional<Theme> find(String id) {
    return Optional.ofNullable(themes.find(new Document("_id", id)).first())
        .map(ThemeRepository::theme);
  }

  /// False if a theme has this id already.
  boolean insert(Theme theme) {
    return Inserts.ifAbsent(
        themes,
        new Document("_id", theme.id())
            .append("consultation", theme.consultation())
            .append("name", theme.name())
            .append("definition", theme.definition()));
  }

  void change(Theme theme) {
    themes.updateOne(
        new Document("_id", theme.id()),
        new Document(
            "$set", new Document("name", theme.name()).append("definition", theme.definition())));
  }

  private static Theme theme(Document d) {
    return new Theme(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("name"),
        d.get("definition", ""));
  }
}
