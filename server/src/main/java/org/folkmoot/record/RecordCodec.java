package org.folkmoot.record;

import java.nio.ByteBuffer;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Contribution.Tell;
import org.jspecify.annotations.Nullable;

/// Contributions and acts as documents and back: the only place that knows their field names.
final class RecordCodec {

  private static final int MOST_WORDS = 2_000;

  private RecordCodec() {}

  static Document document(Contribution c) {
    return new Document("_id", c.id())
        .append("receipt", c.receipt().value())
        .append("consultation", c.consultation())
        .append("channel", c.channel().name())
        .append("captureKind", c.captureKind().name())
        .append("voices", document(c.voices()))
        .append("source", c.source().id())
        .append("table", c.source().table())
        .append("title", c.title())
        .append("text", c.text())
        .append("language", c.language())
        .append("answers", c.answers().stream().map(RecordCodec::document).toList())
        .append("media", c.media().stream().map(RecordCodec::document).toList())
        .append("contentNote", c.contentNote())
        .append("place", c.place())
        .append("under18", c.under18())
        .append("participant", c.participant())
        .append("contact", c.contact())
        .append("tell", c.tell().name())
        .append("enteredBy", c.enteredBy())
        .append("heardAt", Date.from(c.heardAt()))
        .append("receivedAt", Date.from(c.receivedAt()))
        .append("consent", document(c.consent()))
        .append("status", c.status().name())
        .append("reason", c.reason())
        .append("derived", c.derived().stream().map(RecordCodec::document).toList())
        .append("marks", marks(c.marks()))
        .append("themes", c.themes())
        .append("seq", c.seq())
        .append("version", c.version());
  }

  static Contribution contribution(Document d) {
    return new Contribution(
        d.getString("_id"),
        new ReceiptCode(d.getString("receipt")),
        d.getString("consultation"),
        Channel.valueOf(d.getString("channel")),
        CaptureKind.valueOf(d.getString("captureKind")),
        voices(d.get("voices", Document.class)),
        new Source(d.get("source", ""), d.get("table", "")),
        d.get("title", ""),
        d.get("text", ""),
        d.get("language", "en"),
        d.getList("answers", Document.class, List.of()).stream().map(RecordCodec::answer).toList(),
        d.getList("media", Document.class, List.of()).stream().map(RecordCodec::media).toList(),
        d.get("contentNote", ""),
        d.get("place", ""),
        d.getBoolean("under18", false),
        d.get("participant", ""),
        d.get("contact", ""),
        Tell.valueOf(d.get("tell", Tell.CODE.name())),
        d.get("enteredBy", ""),
        instant(d, "heardAt"),
        instant(d, "receivedAt"),
        consent(d.get("consent", Document.class)),
        Status.valueOf(d.getString("status")),
        d.get("reason", ""),
        d.getList("derived", Document.class, List.of()).stream().map(RecordCodec::derived).toList(),
        marks(d.getList("marks", Document.class, List.of())),
        d.getList("themes", String.class, List.of()),
        number(d, "seq"),
        number(d, "version"));
  }

  /// Whether a stored document is what we write for what we read in it: reading is forgiving, and
  /// what it forgives is a change all the same.
  static boolean isAsWritten(Document stored, Contribution read) {
    Document written = document(read);
    Object ours = written.remove("marks");
    if (!Set.copyOf((List<?>) ours).equals(Set.copyOf(stored.getList("marks", Object.class)))) {
      return false;
    }
    return written.entrySet().stream()
        .allMatch(f -> String.valueOf(f.getValue()).equals(String.valueOf(stored.get(f.getKey()))));
  }

  /// A contribution as it is once these fields are set.
  static Contribution changed(Contribution c, Document set) {
    Document after = document(c);
    after.putAll(set);
    return contribution(after.append("version", c.version() + 1));
  }

  /// A document as bytes and back.
  static byte[] bytes(Document document) {
    var buffer = new BasicOutputBuffer();
    try (var writer = new BsonBinaryWriter(buffer)) {
      new DocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.toByteArray();
    }
  }

  static Document document(byte[] bytes) {
    try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
      return new DocumentCodec().decode(reader, DecoderContext.builder().build());
    }
  }

  static Document document(Act act) {
    var details = new Document();
    act.details().forEach(details::append);
    return new Document("id", act.id())
        .append("kind", act.kind().name())
        .append("subject", act.subject())
        .append("at", Date.from(act.at()))
        .append("by", act.by())
        .append("why", act.why())
        .append("details", details);
  }

  static Act act(Document d) {
    Map<String, String> details = new LinkedHashMap<>();
    d.get("details", new Document()).forEach((k, v) -> details.put(k, String.valueOf(v)));
    return new Act(
        d.getString("id"),
        Act.Kind.valueOf(d.getString("kind")),
        d.getString("subject"),
        instant(d, "at"),
        d.getString("by"),
        d.getString("why"),
        details);
  }

  static Document document(Consent consent) {
    var scopes = consent.scopes();
    return new Document("wording", consent.wording())
        .append("language", consent.language())
        .append("given", consent.given().name())
        .append("witness", consent.witness())
        .append("name", consent.name())
        .append("quoted", scopes.quoted())
        .append("named", scopes.named())
        .append("published", scopes.published())
        .append("media", scopes.media())
        .append("contact", scopes.contact())
        .append("keep", scopes.keep());
  }

  static List<Document> derivedDocuments(List<DerivedText> texts) {
    return texts.stream().map(RecordCodec::document).toList();
  }

  static List<Document> mediaDocuments(List<Media> media) {
    return media.stream().map(RecordCodec::document).toList();
  }

  static List<Document> marks(Map<String, Integer> marks) {
    List<Document> list = new ArrayList<>();
    marks.forEach((under, n) -> list.add(new Document("under", under).append("n", n)));
    return list;
  }

  static String allText(Contribution c) {
    var all = new StringBuilder(c.title()).append('\n').append(c.text());
    c.answers().forEach(a -> all.append('\n').append(a.text()));
    c.media().forEach(m -> all.append('\n').append(m.description()));
    c.derived().forEach(t -> all.append('\n').append(t.text()));
    return all.toString();
  }

  /// Everything about a contribution that somebody wrote, the short fields too.
  static String everyWord(Contribution c) {
    return String.join(
        "\n",
        allText(c),
        c.contentNote(),
        c.consent().name(),
        c.consent().witness(),
        c.place(),
        c.source().table(),
        c.media().stream().map(m -> m.others().who()).collect(Collectors.joining("\n")));
  }

  /// The words a contributor wrote: title, text and answers, nothing made from them.
  static List<String> ownWords(Contribution c) {
    var all = new StringBuilder(c.title()).append('\n').append(c.text());
    c.answers().forEach(a -> all.append('\n').append(a.text()));
    return words(all.toString());
  }

  /// The words of a text as they are looked for: without accents and case, each once.
  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    var breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(plain);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String word = plain.substring(from, to);
      if (Character.isLetterOrDigit(word.codePointAt(0)) && words.size() < MOST_WORDS) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  private static Document document(Voices voices) {
    return switch (voices) {
      case Voices.One _ -> new Document("kind", "one");
      case Voices.Group group -> new Document("kind", "group").append("n", group.people());
      case Voices.GroupOfUnknownSize _ -> new Document("kind", "unknown");
      case Voices.Tally tally -> new Document("kind", "tally").append("n", tally.marks());
    };
  }

  private static Voices voices(Document d) {
    return switch (d.getString("kind")) {
      case "group" -> new Voices.Group(d.getInteger("n"));
      case "unknown" -> new Voices.GroupOfUnknownSize();
      case "tally" -> new Voices.Tally(d.getInteger("n"));
      default -> new Voices.One();
    };
  }

  private static Document document(QuestionAnswer answer) {
    return new Document("question", answer.question())
        .append("prompt", answer.prompt())
        .append("choices", answer.choices())
        .append("chosen", answer.chosen())
        .append("text", answer.text());
  }

  private static QuestionAnswer answer(Document d) {
    return new QuestionAnswer(
        d.getString("question"),
        d.getString("prompt"),
        d.getList("choices", String.class, List.of()),
        d.getList("chosen", String.class, List.of()),
        d.get("text", ""));
  }

  private static Document document(Media media) {
    var document =
        new Document("id", media.id())
            .append("kind", media.kind())
            .append("contentType", media.contentType())
            .append("bytes", media.bytes())
            .append("description", media.description());
    // Left out where nothing was said, so that what came before it was asked is as it was written.
    return media.others().equals(Others.notSaid())
        ? document
        : document.append(
            "others",
            new Document("state", media.others().state().name())
                .append("who", media.others().who()));
  }

  private static Media media(Document d) {
    return new Media(
        d.getString("id"),
        d.getString("kind"),
        d.getString("contentType"),
        number(d, "bytes"),
        d.get("description", ""),
        others(d.get("others", Document.class)));
  }

  private static Others others(@Nullable Document d) {
    return d == null
        ? Others.notSaid()
        : new Others(Others.State.valueOf(d.getString("state")), d.get("who", ""));
  }

  private static Document document(DerivedText text) {
    return new Document("kind", text.kind())
        .append("language", text.language())
        .append("text", text.text())
        .append("by", text.by())
        .append("checkedBy", text.checkedBy());
  }

  private static DerivedText derived(Document d) {
    return new DerivedText(
        d.getString("kind"),
        d.getString("language"),
        d.getString("text"),
        d.getString("by"),
        d.get("checkedBy", ""));
  }

  private static Consent consent(Document d) {
    return new Consent(
        d.getString("wording"),
        d.getString("language"),
        Consent.Given.valueOf(d.getString("given")),
        d.get("witness", ""),
        new Consent.Scopes(
            d.getBoolean("quoted", false),
            d.getBoolean("named", false),
            d.getBoolean("published", false),
            d.getBoolean("media", false),
            d.getBoolean("contact", false),
            d.getBoolean("keep", false)),
        d.get("name", ""));
  }

  private static Map<String, Integer> marks(List<Document> list) {
    Map<String, Integer> marks = new LinkedHashMap<>();
    list.forEach(mark -> marks.put(mark.getString("under"), mark.getInteger("n")));
    return marks;
  }

  private static Instant instant(Document d, String field) {
    return d.getDate(field).toInstant();
  }

  private static long number(Document d, String field) {
    Number n = (Number) d.get(field);
    return n == null ? 0 : n.longValue();
  }
}
