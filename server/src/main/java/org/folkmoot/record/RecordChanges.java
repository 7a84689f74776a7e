package org.folkmoot.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/// What an act changes in a stored contribution, by field; empty where all is so already.
final class RecordChanges {

  /// The fields that taking back empties.
  private static final List<String> TAKEN =
      List.of(
          "status",
          "reason",
          "title",
          "text",
          "contentNote",
          "answers",
          "media",
          "derived",
          "marks",
          "place",
          "tell",
          "contact",
          "consent");

  private RecordChanges() {}

  static Document status(Contribution c, Status status, String reason) {
    return c.status() == status && c.reason().equals(reason)
        ? new Document()
        : new Document("status", status.name()).append("reason", reason);
  }

  static Document marked(Contribution c, String group, String choice, int count) {
    Map<String, Integer> marks = new LinkedHashMap<>(c.marks());
    marks.keySet().removeIf(under -> under.startsWith(group + ":"));
    if (count > 0) {
      marks.put(group + ":" + choice, count);
    }
    if (marks.equals(c.marks())) {
      return new Document();
    }
    int total = marks.values().stream().mapToInt(Integer::intValue).sum();
    return new Document("marks", RecordCodec.marks(marks))
        .append("voices", new Document("kind", "tally").append("n", total));
  }

  static Document grouped(Contribution c, Set<String> themes) {
    return new HashSet<>(c.themes()).equals(themes)
        ? new Document()
        : new Document("themes", themes.stream().sorted().toList());
  }

  /// @param apart the words that came with it may mean danger
  static Document used(
      Contribution c, Consent changed, Contribution.Tell tell, String contact, boolean apart) {
    boolean same = changed.equals(c.consent()) && tell == c.tell() && contact.equals(c.contact());
    return same
        ? new Document()
        : apart(
            apart,
            new Document("consent", RecordCodec.document(changed))
                .append("tell", tell.name())
                .append("contact", contact));
  }

  /// @param apart the text may mean danger
  static Document with(Contribution c, Contribution.DerivedText text, boolean apart) {
    var all = new ArrayList<>(c.derived());
    boolean corrects = text.kind().equals(Contribution.CORRECTION);
    all.removeIf(old ->
        !corrects && old.kind().equals(text.kind()) && old.language().equals(text.language()));
    all.add(text);
    return apart(apart, new Document("derived", RecordCodec.derivedDocuments(all)));
  }

  static Document filed(Contribution c, Media file) {
    if (c.media().stream().anyMatch(m -> m.id().equals(file.id()))) {
      return new Document();
    }
    var media = new ArrayList<>(c.media());
    media.add(file);
    return new Document("media", RecordCodec.mediaDocuments(media));
  }

  /// @param apart the words about them may mean danger
  static Document others(Contribution c, Set<String> files, Others others, boolean apart) {
    List<Media> media =
        c.media().stream().map(m -> files.contains(m.id()) ? m.with(others) : m).toList();
    return media.equals(c.media())
        ? new Document()
        : apart(apart, new Document("media", RecordCodec.mediaDocuments(media)));
  }

  private static Document apart(boolean apart, Document change) {
    return apart ? change.append("status", Status.HELD.name()).append("reason", "") : change;
  }

  /// As it was before it was taken back; what was put under themes meanwhile stays.
  static Document putBack(Document before) {
    var back = new Document();
    for (String field : TAKEN) {
      back.append(field, before.get(field));
    }
    return back;
  }

  /// Without its words and everything that could tell whose they were.
  static Document takenBack(Contribution c) {
    return status(c, Status.WITHDRAWN, "")
        .append("title", "")
        .append("text", "")
        .append("contentNote", "")
        .append("answers", List.of())
        .append(
            "media",
            RecordCodec.mediaDocuments(c.media().stream().map(Media::withoutWords).toList()))
        .append("derived", List.of())
        .append("marks", List.of())
        .append("place", "")
        .append("tell", Contribution.Tell.CODE.name())
        .append("contact", "")
        .append("consent", RecordCodec.document(c.consent().withScopes(Consent.Scopes.none(), "")));
  }
}
