package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// Lines, phones, answers and sent texts in the database. A phone is written only over the version
/// that was read.
final class TextingRepository {

  private final MongoCollection<Document> lines;
  private final MongoCollection<Document> phones;
  private final MongoCollection<Document> answers;
  private final MongoCollection<Document> deliveries;
  private final SequencedLog numbers;

  TextingRepository(Store store) {
    this.lines = store.collection("texting_lines");
    this.phones = store.collection("texting_phones");
    this.answers = store.collection("texting_answers");
    this.deliveries = store.collection("texting_deliveries");
    this.numbers = store.log("texting_numbers");
    store.index("texting_phones", "consultations");
    store.index("texting_phones", "due");
    store.index("texting_phones", "waiting");
    store.index("texting_deliveries", "at");
    store.index("texting_answers", "at");
  }

  Optional<TextLine> line(String consultation) {
    return Optional.ofNullable(lines.find(new Document("_id", consultation)).first())
        .map(PhoneCodec::line);
  }

  List<TextLine> lines() {
    return lines
        .find()
        .sort(new Document("_id", 1))
        .map(PhoneCodec::line)
        .into(new ArrayList<TextLine>());
  }

  void save(TextLine line) {
    lines.replaceOne(
        new Document("_id", line.consultation()),
        PhoneCodec.line(line),
        new ReplaceOptions().upsert(true));
  }

  Phone phone(String reference) {
    Document found = phones.find(new Document("_id", reference)).first();
    return found == null ? Phone.unknown(reference) : PhoneCodec.phone(found);
  }

  /// False if somebody else changed this phone since it was read.
  boolean save(Phone phone) {
    Document next = PhoneCodec.document(phone).append("version", phone.version() + 1);
    if (phone.version() == 0) {
      return Inserts.ifAbsent(phones, next);
    }
    return phones
            .replaceOne(
                new Document("_id", phone.reference()).append("version", phone.version()), next)
            .getMatchedCount()
        == 1;
  }

  /// The phone with this place in a consultation, if it still has the conversation that got it.
  Optional<Phone> numbered(String consultation, long number) {
    return numbers.after(consultation, number - 1, 1).stream()
        .filter(entry -> entry.seq() == number)
        .map(entry -> phone(Phone.referenceIn(entry.act())))
        .filter(
            phone -> phone.conversation(consultation).filter(c -> c.number() == number).isPresent())
        .findFirst();
  }

  /// Phones that wait for a person.
  List<Phone> waitingFor(String consultation) {
    return phones
        .find(new Document("waiting", consultation))
        .map(PhoneCodec::phone)
        .into(new ArrayList<Phone>());
  }

  /// How many phones have a conversation here.
  int conversations(String consultation) {
    return (int) phones.countDocuments(new Document("consultations", consultation));
  }

  List<Phone> withConversation(String consultation) {
    return phones
        .find(new Document("consultations", consultation))
        .map(PhoneCodec::phone)
        .into(new ArrayList<Phone>());
  }

  /// In how many conversations somebody waits for a person.
  int waiting(String consultation) {
    return (int) phones.countDocuments(new Document("waiting", consultation));
  }

  /// When a gateway last said what became of a text.
  Optional<Instant> lastReport() {
    return Optional.ofNullable(deliveries.find().sort(new Document("at", -1)).limit(1).first())
        .map(d -> d.getDate("at").toInstant());
  }

  /// Every phone.
  List<Phone> phones() {
    return phones.find().map(PhoneCodec::phone).into(new ArrayList<Phone>());
  }

  /// References of phones that silence changes by now.
  List<String> due(Instant now, int limit) {
    return phones
        .find(new Document("due", new Document("$lte", Date.from(now))))
        .limit(limit)
        .map(d -> d.getString("_id"))
        .into(new ArrayList<String>());
  }

  /// The place of a phone in a consultation, the same every time.
  long number(String consultation, String reference) {
    return numbers.append(consultation, reference, new Document());
  }

  Optional<List<String>> answerTo(String message) {
    return Optional.ofNullable(answers.find(new Document("_id", message)).first())
        .map(d -> d.getList("replies", String.class, List.of()));
  }

  void remember(Phone.Answered answered, Instant at) {
    answers.replaceOne(
        new Document("_id", answered.message()),
        new Document("_id", answered.message())
            .append("replies", answered.replies())
            .append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  void forgetAnswersBefore(Instant when) {
    answers.deleteMany(new Document("at", new Document("$lt", Date.from(when))));
  }

  /// From now on this phone gets no text that we begin.
  void stop(String reference, Instant at) {
    Phone phone = phone(reference);
    while (!phone.isStopped() && !save(phone.stopped(at))) {
      phone = phone(reference);
    }
  }

  /// Keeps news of a delivery, unless it is older than what is known.
  void report(DeliveryStatus news) {
    String id = news.provider() + ":" + news.providerId();
    Document known = deliveries.find(new Document("_id", id)).first();
    boolean newer =
        known == null
            || DeliveryStatus.State.valueOf(known.getString("state")).mayBecome(news.state());
    if (newer) {
      deliveries.replaceOne(
          new Document("_id", id),
          new Document("_id", id)
              .append("state", news.state().name())
              .append("failure", news.failure().name())
              .append("code", news.code())
              .append("at", Date.from(news.at())),
          new ReplaceOptions().upsert(true));
    }
  }

  /// The newest report of a text.
  Optional<DeliveryStatus> news(String provider, String gatewayId, Instant now) {
    return Optional.ofNullable(
            deliveries.find(new Document("_id", provider + ":" + gatewayId)).first())
        .map(d ->
            new DeliveryStatus(
                provider,
                gatewayId,
                DeliveryStatus.State.valueOf(d.getString("state")),
                DeliveryStatus.Failure.valueOf(d.getString("failure")),
                d.get("code", ""),
                now));
  }
}
