package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;
import org.folkmoot.store.VaultKeys;

/// Texts that were acknowledged before they were heard, until they are. Thread-safe.
final class Inbox {

  /// A text that waits to be heard.
  ///
  /// @param act gateway and message id
  /// @param phone reference of the telephone, as in [Phone]
  record Unheard(String act, String phone) {}

  private final MongoCollection<Document> texts;
  private final Vault vault;

  Inbox(Store store, Vault vault) {
    this.texts = store.collection("texting_inbox");
    this.vault = vault;
    store.index("texting_inbox", "heard", "at");
  }

  static String act(InboundMessage message) {
    return message.provider() + ":" + message.messageId();
  }

  /// Whether the answer to this text goes, or went, through the outbox.
  boolean knows(InboundMessage message) {
    return texts.find(new Document("_id", act(message))).first() != null;
  }

  /// Keeps a text that nobody has heard yet. One that is kept already stays as it is.
  void keep(InboundMessage m, String phone) {
    VaultKeys.Sealed from =
        vault.shut(m.from().e164().getBytes(StandardCharsets.UTF_8), context(act(m)));
    Inserts.ifAbsent(
        texts,
        new Document("_id", act(m))
            .append("provider", m.provider())
            .append("message", m.messageId())
            .append("phone", phone)
            .append("from", from.bytes())
            .append("key", from.key())
            .append("to", m.to())
            .append("body", m.body())
            .append("numMedia", m.numMedia())
            .append("media", m.media())
            .append("optOut", m.optOut() == null ? "" : m.optOut().name())
            .append("heard", false)
            .append("at", Date.from(m.receivedAt())));
  }

  /// Only that it came is kept on.
  void heard(InboundMessage m) {
    texts.updateOne(
        new Document("_id", act(m)),
        new Document("$set", new Document("heard", true))
            .append(
                "$unset",
                new Document("body", "")
                    .append("media", "")
                    .append("from", "")
                    .append("phone", "")));
  }

  /// What nobody has heard yet, the oldest first.
  List<Unheard> unheard(Instant before, int limit) {
    return texts
        .find(new Document("heard", false).append("at", new Document("$lt", Date.from(before))))
        .projection(new Document("phone", 1))
        .sort(new Document("at", 1))
        .limit(limit)
        .map(d -> new Unheard(d.getString("_id"), d.getString("phone")))
        .into(new ArrayList<>());
  }

  void forgetBefore(Instant when) {
    texts.deleteMany(
        new Document("heard", true).append("at", new Document("$lt", Date.from(when))));
  }

  /// A text that waits; empty once it was heard.
  Optional<InboundMessage> open(String act) {
    return Optional.ofNullable(texts.find(new Document("_id", act).append("heard", false)).first())
        .map(this::message);
  }

  private InboundMessage message(Document d) {
    String act = d.getString("_id");
    String optOut = d.get("optOut", "");
    byte[] from =
        vault.opened(
            new VaultKeys.Sealed(d.get("key", 0), d.get("from", Binary.class).getData()),
            context(act));
    return new InboundMessage(
        d.getString("provider"),
        d.getString("message"),
        new PhoneNumber(new String(from, StandardCharsets.UTF_8)),
        d.getString("to"),
        d.getString("body"),
        d.get("numMedia", 0),
        d.getList("media", String.class, List.of()),
        optOut.isEmpty() ? null : InboundMessage.OptOutType.valueOf(optOut),
        d.getDate("at").toInstant());
  }

  private static String context(String act) {
    return "inbox:" + act;
  }
}
