package org.folkmoot.initiative;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Initiatives in the database.
final class InitiativeRepository {

  private final MongoCollection<Document> initiatives;

  InitiativeRepository(Store store) {
    this.initiatives = store.collection("initiatives");
  }

  Optional<Initiative> find(String slug) {
    return Optional.ofNullable(initiatives.find(new Document("_id", slug)).first())
        .map(d -> new Initiative(d.getString("_id"), d.getString("name"), d.get("why", "")));
  }

  void save(Initiative initiative) {
    initiatives.replaceOne(
        new Document("_id", initiative.slug()),
        new Document("_id", initiative.slug())
            .append("name", initiative.name())
            .append("why", initiative.why()),
        new ReplaceOptions().upsert(true));
  }
}
