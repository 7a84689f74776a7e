package org.folkmoot.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/// Tells a key that is taken from a fault. `_id` is the only unique key there is.
public final class Inserts {

  private Inserts() {}

  /// Inserts a document, unless there is one with its `_id`.
  ///
  /// @return true for exactly one caller
  public static boolean ifAbsent(MongoCollection<Document> into, Document document) {
    try {
      into.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }
}
