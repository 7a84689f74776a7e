package org.folkmoot.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/// Uniqueness without unique indexes: who takes a key first holds it. Thread-safe.
///
/// A document is `{_id: key, owner: owner}`. Keys say what they are (`receipt:9MY1MV2K4T`,
/// `sms:SM123`). Write the claim first, then what it is for: taking a key again for the same owner
/// changes nothing, so a step cut short by a crash can simply be repeated.
public final class Claims {

  private static final String OWNER = "owner";

  private final MongoCollection<Document> claims;

  Claims(MongoCollection<Document> claims) {
    this.claims = claims;
  }

  /// Takes `key` for `owner` if nobody holds it, and returns who holds it now. The caller has it
  /// exactly when the answer equals `owner`.
  public String take(String key, String owner) {
    while (true) {
      if (Inserts.ifAbsent(claims, new Document("_id", key).append(OWNER, owner))) {
        return owner;
      }
      var holder = holder(key);
      if (holder.isPresent()) {
        return holder.get();
      }
    }
  }

  /// Takes many keys, each for its owner.
  ///
  /// @return those that somebody else holds
  public Set<String> takeAll(Map<String, String> owners) {
    Set<String> others = new TreeSet<>();
    Map<String, String> free = new LinkedHashMap<>(owners);
    for (Document claim :
        claims.find(new Document("_id", new Document("$in", List.copyOf(owners.keySet()))))) {
      String key = claim.getString("_id");
      free.remove(key);
      if (!claim.getString(OWNER).equals(owners.get(key))) {
        others.add(key);
      }
    }
    if (free.isEmpty()) {
      return others;
    }
    List<Document> documents = new ArrayList<>();
    free.forEach((key, owner) -> documents.add(new Document("_id", key).append(OWNER, owner)));
    try {
      claims.insertMany(documents, new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      // Somebody took one of them meanwhile; one by one it shows whom each belongs to.
      free.forEach((key, owner) -> {
        if (!take(key, owner).equals(owner)) {
          others.add(key);
        }
      });
    }
    return others;
  }

  public Optional<String> holder(String key) {
    return Optional.ofNullable(claims.find(new Document("_id", key)).first())
        .map(claim -> claim.getString(OWNER));
  }

  /// Gives `key` back if `owner` holds it; otherwise nothing happens.
  public void release(String key, String owner) {
    claims.deleteOne(new Document("_id", key).append(OWNER, owner));
  }
}
