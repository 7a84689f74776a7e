package org.folkmoot.report;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.folkmoot.report.ReportTexts.Quote;
import org.folkmoot.report.ReportTexts.Stance;
import org.folkmoot.store.Store;

/// The officer's texts in the database: one document for each consultation.
final class ReportTextRepository {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> reports;

  ReportTextRepository(Store store) {
    this.reports = store.collection("reports");
  }

  ReportTexts find(String consultation) {
    Document d = reports.find(new Document("_id", consultation)).first();
    return d == null ? ReportTexts.empty(consultation) : texts(d);
  }

  /// Saves everything but quotes and what is published, which have acts of their own.
  void saveTexts(ReportTexts texts) {
    List<Document> findings = new ArrayList<>();
    texts
        .findings()
        .forEach((theme, text) -> findings.add(new Document("theme", theme).append("text", text)));
    set(
        texts.consultation(),
        new Document("findings", findings)
            .append("disagreement", texts.disagreement())
            .append("notHeard", texts.notHeard())
            .append("limits", texts.limits())
            .append("method", texts.method()));
  }

  void publish(String consultation, String snapshot) {
    set(consultation, new Document("published", snapshot));
  }

  void addQuote(String consultation, Quote quote) {
    reports.updateOne(
        new Document("_id", consultation),
        new Document("$push", new Document("quotes", document(quote))),
        UPSERT);
  }

  /// Removes every quote of a contribution; nothing happens if there is none.
  void dropQuotes(String consultation, String contribution) {
    reports.updateOne(
        new Document("_id", consultation),
        new Document("$pull", new Document("quotes", new Document("contribution", contribution))));
  }

  private void set(String consultation, Document fields) {
    reports.updateOne(new Document("_id", consultation), new Document("$set", fields), UPSERT);
  }

  private static Document document(Quote quote) {
    return new Document("contribution", quote.contribution())
        .append("stance", quote.stance().name())
        .append("excerpt", quote.excerpt());
  }

  private static ReportTexts texts(Document d) {
    Map<String, String> findings = new LinkedHashMap<>();
    d.getList("findings", Document.class, List.of())
        .forEach(f -> findings.put(f.getString("theme"), f.getString("text")));
    return new ReportTexts(
        d.getString("_id"),
        findings,
        d.get("disagreement", ""),
        d.get("notHeard", ""),
        d.get("limits", ""),
        d.get("method", ""),
        d.getList("quotes", Document.class, List.of()).stream()
            .map(q ->
                new Quote(
                    q.getString("contribution"),
                    Stance.valueOf(q.getString("stance")),
                    q.getString("excerpt")))
            .toList(),
        d.get("published", ""));
  }
}
