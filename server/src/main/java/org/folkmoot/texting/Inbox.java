package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.store.Store;

/// Texts that were acknowledged before they were heard, until they are. Thread-safe.
final class Inbox {

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

  void keep(InboundMessage m) {
    String contact = vault.keep(TextedWords.contact(m.from()), purpose(act(m)));
    texts.replaceOne(
        new Document("_id", act(m)),
        new Document("_id", act(m))
            .append("provider", m.provider())
            .append("message", m.messageId())
            .append("contact", contact)
            .append("to", m.to())
            .append("body", m.body())
            .append("numMedia", m.numMedia())
            .append("media", m.media())
            .append("optOut", m.optOut() == null ? "" : m.optOut().name())
            .append("heard", false)
            .append("at", Date.from(m.receivedAt())),
        new ReplaceOptions().upsert(true));
  }

  /// Only that it came is kept on.
  void heard(InboundMessage m) {
    vault.forget(vault.reference(TextedWords.contact(m.from()), purpose(act(m))));
    texts.updateOne(
        new Document("_id", act(m)),
        new Document(
            "$set",
            new Document("heard", true)
                .append("body", "")
                .append("media", List.of())
                .append("contact", "")));
  }

  /// What a crash left unheard, the oldest first.
  List<InboundMessage> unheard(Instant before, int limit) {
    return texts
        .find(new Document("heard", false).append("at", new Document("$lt", Date.from(before))))
        .sort(new Document("at", 1))
        .limit(limit)
        .into(new ArrayList<>())
        .stream()
        .flatMap(d -> message(d).stream())
        .toList();
  }

  void forgetBefore(Instant when) {
    texts.deleteMany(
        new Document("heard", true).append("at", new Document("$lt", Date.from(when))));
  }

  private Optional<InboundMessage> message(Document d) {
    String optOut = d.get("optOut", "");
    return vault
        .open(d.get("contact", ""))
        .flatMap(contact -> PhoneNumber.parse(contact.address()))
        .map(from ->
            new InboundMessage(
                d.getString("provider"),
                d.getString("message"),
                from,
                d.getString("to"),
                d.getString("body"),
                d.get("numMedia", 0),
                d.getList("media", String.class, List.of()),
                optOut.isEmpty() ? null : InboundMessage.OptOutType.valueOf(optOut),
                d.getDate("at").toInstant()));
  }

  private static String purpose(String act) {
    return "inbox:" + act;
  }
}
