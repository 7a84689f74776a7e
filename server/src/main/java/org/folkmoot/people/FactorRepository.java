package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Second factors in the database, one document for each member of staff: the secret encrypted,
/// recovery codes as hashes.
final class FactorRepository {

  private final MongoCollection<Document> factors;
  private final Keys keys;

  FactorRepository(Store store, Keys keys) {
    this.factors = store.collection("factors");
    this.keys = keys;
  }

  boolean exists(String staff) {
    return factors.find(new Document("_id", staff)).first() != null;
  }

  void save(String staff, byte[] secret, long usedStep, List<String> recovery) {
    factors.replaceOne(
        new Document("_id", staff),
        new Document("_id", staff)
            .append("sealed", keys.seal(secret, context(staff)))
            .append("step", usedStep)
            .append("recovery", hashed(staff, recovery)),
        new ReplaceOptions().upsert(true));
  }

  Optional<byte[]> secret(String staff) {
    return Optional.ofNullable(factors.find(new Document("_id", staff)).first())
        .map(d -> keys.unseal(d.get("sealed", Binary.class).getData(), context(staff)));
  }

  /// True for exactly one caller, and only for a step later than every one used before.
  boolean useStep(String staff, long step) {
    return factors
            .updateOne(
                new Document("_id", staff).append("step", new Document("$lt", step)),
                new Document("$set", new Document("step", step)))
            .getModifiedCount()
        == 1;
  }

  /// True for exactly one caller.
  boolean useRecovery(String staff, String code) {
    String hash = hashed(staff, code);
    return factors
            .updateOne(
                new Document("_id", staff).append("recovery", hash),
                new Document("$pull", new Document("recovery", hash)))
            .getModifiedCount()
        == 1;
  }

  void newRecovery(String staff, List<String> codes) {
    factors.updateOne(
        new Document("_id", staff),
        new Document("$set", new Document("recovery", hashed(staff, codes))));
  }

  int recoveryLeft(String staff) {
    return Optional.ofNullable(factors.find(new Document("_id", staff)).first())
        .map(d -> d.getList("recovery", String.class, List.of()).size())
        .orElse(0);
  }

  void delete(String staff) {
    factors.deleteOne(new Document("_id", staff));
  }

  private List<String> hashed(String staff, List<String> codes) {
    return codes.stream().map(code -> hashed(staff, code)).toList();
  }

  private String hashed(String staff, String code) {
    return keys.mac("recovery code", staff + "|" + code);
  }

  private static String context(String staff) {
    return "second factor " + staff;
  }
}
