package org.folkmoot.calling;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Recorded prompts in the database.
final class PromptRepository {

  private final MongoCollection<Document> prompts;

  PromptRepository(Store store) {
    this.prompts = store.collection("calling_prompts");
    store.index("calling_prompts", "consultation");
  }

  /// Those of a consultation, the newest first.
  List<RecordedPrompt> of(String consultation) {
    return prompts
        .find(new Document("consultation", consultation))
        .sort(new Document("at", -1))
        .map(PromptRepository::prompt)
        .into(new ArrayList<RecordedPrompt>());
  }

  Optional<RecordedPrompt> find(String id) {
    return Optional.ofNullable(prompts.find(new Document("_id", id)).first())
        .map(PromptRepository::prompt);
  }

  void add(RecordedPrompt prompt) {
    prompts.insertOne(
        new Document("_id", prompt.id())
            .append("consultation", prompt.consultation())
            .append("language", prompt.language())
            .append("line", prompt.line())
            .append("words", prompt.words())
            .append("media", prompt.media())
            .append("by", prompt.by())
            .append("at", Date.from(prompt.at())));
  }

  void remove(String id) {
    prompts.deleteOne(new Document("_id", id));
  }

  private static RecordedPrompt prompt(Document d) {
    return new RecordedPrompt(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("language"),
        d.getString("line"),
        d.getString("words"),
        d.getString("media"),
        d.getString("by"),
        d.getDate("at").toInstant());
  }
}
