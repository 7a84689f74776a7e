package org.folkmoot.consultation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.folkmoot.door.ReadOnce;
import org.folkmoot.store.Store;

/// Consultations and the council in the database.
final class ConsultationRepository {

  private final MongoCollection<Document> consultations;
  private final MongoCollection<Document> settings;

  ConsultationRepository(Store store) {
    this.consultations = store.collection("consultations");
    this.settings = store.collection("settings");
  }

  Optional<Consultation> find(String slug) {
    return ReadOnce.of(
        "consultation:" + slug,
        () ->
            Optional.ofNullable(consultations.find(new Document("_id", slug)).first())
                .map(ConsultationRepository::consultation));
  }

  List<Consultation> all() {
    return consultations.find().map(ConsultationRepository::consultation).into(new ArrayList<>());
  }

  void save(Consultation c) {
    consultations.replaceOne(
        new Document("_id", c.slug()), document(c), new ReplaceOptions().upsert(true));
    ReadOnce.forget("consultation:" + c.slug());
  }

  Council council() {
    return ReadOnce.of("council", this::readCouncil);
  }

  private Council readCouncil() {
    Document d = settings.find(new Document("_id", "council")).first();
    return d == null
        ? Council.unnamed()
        : new Council(
            d.getString("name"),
            d.getString("country"),
            ZoneId.of(d.getString("zone")),
            d.get("phone", ""),
            d.get("textNumber", ""),
            d.get("email", ""),
            d.get("address", ""),
            d.get("inPerson", ""),
            d.get("person", ""),
            d.get("hours", ""));
  }

  void save(Council council) {
    settings.replaceOne(
        new Document("_id", "council"),
        new Document("_id", "council")
            .append("name", council.name())
            .append("country", council.country())
            .append("zone", council.zone().getId())
            .append("phone", council.phone())
            .append("textNumber", council.textNumber())
            .append("email", council.email())
            .append("address", council.address())
            .append("inPerson", council.inPerson())
            .append("person", council.person())
            .append("hours", council.hours()),
        new ReplaceOptions().upsert(true));
    ReadOnce.forget("council");
  }

  private static Document document(Consultation c) {
    return new Document("_id", c.slug())
        .append("initiative", c.initiative())
        .append("title", c.title())
        .append("question", c.question())
        .append("about", c.about())
        .append("chosen", c.chosen().name())
        .append(
            "options",
            c.options().stream()
                .map(o -> new Document("id", o.id()).append("text", o.text()))
                .toList())
        .append("fixed", c.fixed())
        .append("canChange", c.canChange())
        .append("promise", c.promise().name())
        .append("opensOn", c.opensOn().toString())
        .append("closesOn", c.closesOn().toString())
        .append("decidedBy", c.decidedBy())
        .append("decidesOn", c.decidesOn().toString())
        .append("ways", c.ways().stream().map(Enum::name).sorted().toList())
        .append("areas", c.areas())
        .append("languages", c.languages())
        .append("plain", c.formats().plain())
        .append("easyRead", c.formats().easyRead())
        .append("audio", c.formats().audio())
        .append("signing", c.formats().signing())
        .append("signingNote", c.formats().signingNote())
        .append(
            "recording",
            c.formats()
                .recording()
                .map(r ->
                    new Document("media", r.media())
                        .append("reader", r.reader())
                        .append("words", r.words()))
                .orElse(null))
        .append("wordings", wordings(c.wordings()))
        .append("state", c.state().name());
  }

  /// By language.
  private static Document wordings(Map<String, Wording> wordings) {
    var all = new Document();
    wordings.forEach((language, w) ->
        all.append(
            language,
            new Document("title", w.title())
                .append("question", w.question())
                .append("about", w.about())
                .append("options", new Document(new TreeMap<>(w.options())))
                .append("fixed", w.fixed())
                .append("canChange", w.canChange())
                .append("decidedBy", w.decidedBy())
                .append("plain", w.plain())
                .append("easyRead", w.easyRead())
                .append("signingNote", w.signingNote())));
    return all;
  }

  private static Map<String, Wording> wordings(Document all) {
    return all.keySet().stream()
        .collect(
            Collectors.toMap(
                language -> language, language -> wording(all.get(language, Document.class))));
  }

  private static Wording wording(Document d) {
    Document options = d.get("options", new Document());
    return new Wording(
        d.get("title", ""),
        d.get("question", ""),
        d.get("about", ""),
        options.keySet().stream().collect(Collectors.toMap(id -> id, options::getString)),
        d.get("fixed", ""),
        d.get("canChange", ""),
        d.get("decidedBy", ""),
        d.get("plain", ""),
        d.get("easyRead", ""),
        d.get("signingNote", ""));
  }

  private static Consultation consultation(Document d) {
    return new Consultation(
        d.getString("_id"),
        d.get("initiative", ""),
        d.getString("title"),
        d.getString("question"),
        d.get("about", ""),
        Consultation.Chosen.valueOf(d.getString("chosen")),
        d.getList("options", Document.class, List.of()).stream()
            .map(o -> new Consultation.Option(o.getString("id"), o.getString("text")))
            .toList(),
        d.get("fixed", ""),
        d.get("canChange", ""),
        Consultation.Promise.valueOf(d.getString("promise")),
        LocalDate.parse(d.getString("opensOn")),
        LocalDate.parse(d.getString("closesOn")),
        d.get("decidedBy", ""),
        LocalDate.parse(d.getString("decidesOn")),
        d.getList("ways", String.class, List.of()).stream()
            .map(Consultation.Way::valueOf)
            .collect(Collectors.toSet()),
        d.getList("areas", String.class, List.of()),
        d.getList("languages", String.class, List.of()),
        Consultation.State.valueOf(d.getString("state")),
        new Consultation.Formats(
            d.get("plain", ""),
            d.get("easyRead", ""),
            d.get("audio", ""),
            d.get("signing", ""),
            d.get("signingNote", ""),
            Optional.ofNullable(d.get("recording", Document.class))
                .map(r ->
                    new Consultation.Recording(
                        r.getString("media"), r.getString("reader"), r.getString("words")))),
        wordings(d.get("wordings", new Document())));
  }
}
