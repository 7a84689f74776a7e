package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.folkmoot.ledger.LedgerMoves;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordMoves;

/// Looks a file through before anything of it is brought in: every line, every leaf, the roots and
/// the hash at its end. Used by one thread, once.
final class ImportCheck {

  private static final int MOST_NAMED = 20;

  /// What one consultation's part of a file is.
  ///
  /// @param here true if this portal holds all of it already
  record Section(
      String consultation, String source, boolean full, JsonNode question, boolean here) {}

  /// What is here already of what a full edition brings.
  interface Here {
    /// The length of the log.
    long entries(String consultation);

    boolean isKnown(String consultation);
  }

  private final RecordMoves contributions;
  private final LedgerMoves entries;
  private final Here here;
  private final String into;
  private final List<Section> sections = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private long bad;

  private boolean open;
  private Sha256 sha = new Sha256();
  private long lines;
  private ObjectNode header =
      com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
  private boolean full;
  private String slug = "";
  private LedgerMoves.Growing tree = new LedgerMoves.Growing();
  private final ArrayDeque<String> known = new ArrayDeque<>();
  private long length;

  /// @param into another consultation for what is not a full edition; empty for its own
  ImportCheck(RecordMoves contributions, LedgerMoves entries, Here here, String into) {
    this.contributions = contributions;
    this.entries = entries;
    this.here = here;
    this.into = into;
  }

  /// One line, which may be no JSON at all.
  void line(int number, byte[] bytes) {
    try {
      ObjectNode json = ImportService.json(bytes);
      String type = json.path("type").asText();
      if (!open && !type.equals("header")) {
        throw new IllegalArgumentException("a header is needed first");
      }
      switch (type) {
        case "header" -> begin(json);
        case "theme", "consultation" -> {}
        case "contribution" -> contribution(json);
        case "entry" -> entry(json);
        case "end" -> {
          end(json);
          return;
        }
        default -> throw new IllegalArgumentException("a line of type \"" + type + "\" is unknown");
      }
      sha.update(bytes);
      lines++;
    } catch (RuntimeException e) {
      sha.update(bytes);
      lines++;
      wrong(number, e);
    }
  }

  /// What the file holds.
  ///
  /// @throws ArchiveException naming every line that is wrong
  List<Section> done() {
    if (open) {
      wrong.add("the file was cut off: it has no end");
    }
    if (sections.isEmpty() && wrong.isEmpty()) {
      wrong.add("the file is empty");
    }
    if (!wrong.isEmpty()) {
      String more = bad > MOST_NAMED ? ", and " + (bad - MOST_NAMED) + " more" : "";
      throw new ArchiveException("nothing was brought in; " + String.join("; ", wrong) + more);
    }
    return List.copyOf(sections);
  }

  private void wrong(int number, RuntimeException e) {
    if (++bad <= MOST_NAMED) {
      wrong.add("line " + number + ": " + ImportService.said(e));
    }
  }

  private void begin(ObjectNode json) {
    if (open) {
      throw new IllegalArgumentException("another header before an end");
    }
    sha = new Sha256();
    lines = 0;
    open = true;
    header = json;
    slug = json.path("consultation").asText();
    full = json.path("edition").asText().equals("full");
    tree = new LedgerMoves.Growing();
    known.clear();
    length = here.entries(slug);
    if (!json.path("format").asText().equals(ExportService.FORMAT)) {
      throw new IllegalArgumentException("the format must be " + ExportService.FORMAT);
    }
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("the header names no consultation");
    }
    if (full && length == 0 && here.isKnown(slug)) {
      throw new IllegalArgumentException(
          "there is a consultation " + slug + " here already, without this log");
    }
    if (!full) {
      ConsultationLine.draft(slug, json.path("question"));
    }
  }

  private void contribution(ObjectNode json) {
    if (!json.path("consultation").asText().equals(slug)) {
      throw new IllegalArgumentException("consultation is not the header's");
    }
    if (full) {
      Document document = StoredJson.contribution(json);
      Contribution read = contributions.read(document);
      if (read.seq() < 1 || read.version() < 1) {
        throw new IllegalArgumentException("seq and version are needed");
      }
    } else {
      VoiceLine.read(json, slug, slug);
    }
  }

  private void entry(ObjectNode json) {
    LedgerMoves.Line entry = FullEdition.entry(json);
    if (!full || entry.seq() != tree.size() + 1) {
      throw new IllegalArgumentException("entry " + entry.seq() + " is out of its place");
    }
    tree.add(entry.leafBytes());
    if (!entry.isSound()) {
      throw new IllegalArgumentException(
          "entry " + entry.seq() + " is not what its leaf is made of");
    }
    if (entry.seq() <= length) {
      if (known.isEmpty()) {
        entries.each(
            slug,
            entry.seq() - 1,
            Math.min(length, entry.seq() + 499),
            found -> known.add(found.leaf()));
      }
      if (!entry.leaf().equals(known.poll())) {
        throw new IllegalArgumentException(
            "this portal has another log of " + slug + " from entry " + entry.seq() + " on");
      }
    }
    JsonNode log = header.path("log");
    if (tree.size() == log.path("size").asLong()) {
      sameRoot(log);
    }
  }

  private void sameRoot(JsonNode told) {
    String root = Base64.getEncoder().encodeToString(tree.root());
    if (!root.equals(told.path("root").asText())) {
      throw new IllegalArgumentException("the root at " + tree.size() + " is another");
    }
  }

  private void end(ObjectNode json) {
    open = false;
    if (json.path("lines").asLong() != lines || !json.path("sha256").asText().equals(sha.hex())) {
      throw new IllegalArgumentException("the file was changed: its hash is another");
    }
    if (full) {
      if (json.path("size").asLong() != tree.size()
          || header.path("log").path("size").asLong() > tree.size()) {
        throw new IllegalArgumentException("entries of the log are missing");
      }
      sameRoot(json);
    }
    String source = header.path("portal").asText() + "/" + slug;
    boolean all = full && tree.size() > 0 && tree.size() <= length;
    String target = full || into.isEmpty() ? slug : into;
    sections.add(new Section(target, source, full, header.path("question"), all));
  }
}
