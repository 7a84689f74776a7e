package org.folkmoot.report;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.store.Store;
import org.folkmoot.web.Words;

/// Messages to those who asked to be told what is decided: one for each contact, held by vault
/// reference, never by number or address. Thread-safe.
public final class OutboxService implements Lineage {

  /// Sends one message; the room that can reach phones, or mail, provides it.
  @FunctionalInterface
  public interface Sender {
    /// @param id of the message; the same id again must send nothing more
    /// @param contact reference into the contact vault
    Sent send(String id, String consultation, Tell how, String contact, String text);
  }

  /// What came of sending one message.
  public enum Sent {
    SENT,
    LATER,
    /// The person does not want messages, or has no phone that takes them.
    NEVER
  }

  /// How many messages of one kind wait, were sent, and can never be.
  public record Counts(int waiting, int sent, int never) {}

  /// Less of a result would say nothing.
  private static final int LEAST = 40;

  private static final String WAITING = "WAITING";

  private final MongoCollection<Document> outbox;
  private final RecordReading reading;
  private final DecisionService decisions;
  private final ConsultationService consultations;
  private final Supplier<String> url;

  OutboxService(
      Store store,
      RecordReading reading,
      DecisionService decisions,
      ConsultationService consultations,
      Supplier<String> url) {
    this.outbox = store.collection("outbox");
    this.reading = reading;
    this.decisions = decisions;
    this.consultations = consultations;
    this.url = url;
    store.index("outbox", "consultation");
    store.index("outbox", "contribution");
  }

  /// Writes a message for everyone who asked, unless theirs has been sent. Can be repeated: what
  /// still waits then says what was decided in the end.
  public void fill(String consultation) {
    if (decisions.visible(consultation).isEmpty()) {
      return;
    }
    String council = consultations.council().name();
    reading.eachUpTo(
        consultation,
        Long.MAX_VALUE,
        c -> {
          if (asksToBeTold(c)) {
            Words words = Words.of(c.consent().language());
            UnaryOperator<String> told =
                result ->
                    words.say(
                        "report.tell",
                        "council",
                        council,
                        "result",
                        result,
                        "link",
                        url.get() + "/r/" + c.receipt().printed());
            String result = decisions.shortResult(c, words);
            boolean text = c.tell() == Tell.PHONE;
            put(c, text ? fitted(told, result) : told.apply(result), words.language());
          }
        });
  }

  /// Tries to send what waits.
  ///
  /// @return how many were sent now
  public int send(String consultation, Sender sender) {
    int sent = 0;
    for (Document d :
        outbox
            .find(new Document("consultation", consultation).append("status", WAITING))
            .into(new ArrayList<>())) {
      String id = d.getString("_id");
      Sent outcome =
          sender.send(
              "told:" + id,
              consultation,
              Tell.valueOf(d.getString("how")),
              d.getString("contact"),
              d.getString("text"));
      if (outcome != Sent.LATER) {
        outbox.updateOne(
            new Document("_id", id), new Document("$set", new Document("status", outcome.name())));
      }
      sent += outcome == Sent.SENT ? 1 : 0;
    }
    return sent;
  }

  public Map<Tell, Counts> counts(String consultation) {
    Map<Tell, Counts> counts = new EnumMap<>(Tell.class);
    for (Document d : outbox.find(new Document("consultation", consultation)).batchSize(500)) {
      String status = d.getString("status");
      counts.merge(
          Tell.valueOf(d.getString("how")),
          new Counts(
              status.equals(WAITING) ? 1 : 0,
              status.equals(Sent.SENT.name()) ? 1 : 0,
              status.equals(Sent.NEVER.name()) ? 1 : 0),
          (a, b) ->
              new Counts(a.waiting() + b.waiting(), a.sent() + b.sent(), a.never() + b.never()));
    }
    return counts;
  }

  /// The texts that wait, without to whom: for the officer to read before they go.
  public List<String> waiting(String consultation, int most) {
    return outbox
        .find(new Document("consultation", consultation).append("status", WAITING))
        .limit(most)
        .map(d -> d.getString("text"))
        .into(new ArrayList<>());
  }

  @Override
  public List<Derived> from(Contribution contribution) {
    return outbox.find(new Document("contribution", contribution.id())).first() == null
        ? List.of()
        : List.of(
            new Derived(
                "record.derived.message", "/desk/c/" + contribution.consultation() + "/decision"));
  }

  /// A message about what was taken back is not sent.
  @Override
  public void forget(Contribution contribution) {
    outbox.deleteMany(new Document("contribution", contribution.id()).append("status", WAITING));
  }

  private void put(Contribution c, String text, String language) {
    String id = c.consultation() + "|" + c.contact();
    Document before = outbox.find(new Document("_id", id)).first();
    if (before != null && !before.getString("status").equals(WAITING)) {
      return;
    }
    outbox.updateOne(
        new Document("_id", id),
        new Document(
            "$set",
            new Document("consultation", c.consultation())
                .append("contribution", c.id())
                .append("contact", c.contact())
                .append("how", c.tell().name())
                .append("text", text)
                .append("language", language)
                .append("status", WAITING)),
        new UpdateOptions().upsert(true));
  }

  /// In one part of a text where it fits: in plain letters, if those of its language cost more, and
  /// the result cut at a word, if enough of it is left to mean something; else as it is.
  private static String fitted(UnaryOperator<String> told, String result) {
    if (parts(told.apply(result)) <= 1) {
      return told.apply(result);
    }
    String whole = Segments.plainLetters(result);
    for (String cut = whole;
        cut.length() >= LEAST;
        cut = cut.substring(0, Math.max(0, cut.lastIndexOf(' ')))) {
      String shown =
          cut.length() < whole.length() ? cut.replaceFirst("[\\p{Punct}\\s]+$", "") + "..." : cut;
      String plain = Segments.plainLetters(told.apply(shown));
      if (parts(plain) <= 1) {
        return plain;
      }
    }
    return told.apply(result);
  }

  private static int parts(String text) {
    return Segments.of(Segments.swapTypography(text)).parts();
  }

  private static boolean asksToBeTold(Contribution c) {
    return c.tell() != Tell.CODE
        && !c.contact().isEmpty()
        && (c.status() == Status.RECEIVED
            || c.status() == Status.CLEARED
            || c.status() == Status.REFUSED);
  }
}
