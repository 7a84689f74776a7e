package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.door.Json;

/// What a backup holds, part by part in the order in which they are put back. Immutable.
record BackupManifest(Instant madeAt, Map<String, Long> logs, List<Part> parts) {

  static final String FILE = "manifest.json";
  private static final String FORMAT = "folkmoot-backup-1";

  BackupManifest {
    logs = Map.copyOf(logs);
    parts = List.copyOf(parts);
  }

  /// Documents of one collection, one BSON document after another.
  ///
  /// @param sha256 of the part's bytes, in hexadecimal
  record Part(String file, String collection, long documents, long bytes, String sha256) {}

  byte[] json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("madeAt", madeAt.toString());
    json.put("masterKey", "not in this file; restoring needs it");
    json.put("logs", new TreeMap<>(logs));
    List<Object> all = new ArrayList<>();
    for (Part part : parts) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", part.file());
      one.put("collection", part.collection());
      one.put("documents", part.documents());
      one.put("bytes", part.bytes());
      one.put("sha256", part.sha256());
      all.add(one);
    }
    json.put("parts", all);
    return Json.bytes(json);
  }

  /// @throws ArchiveException if it is no manifest of ours
  static BackupManifest of(byte[] bytes) {
    JsonNode json = Json.parse(bytes);
    if (!json.path("format").asText().equals(FORMAT)) {
      throw new ArchiveException("This is not a backup that this portal can read.");
    }
    Map<String, Long> logs = new LinkedHashMap<>();
    json.path("logs").properties().forEach(log -> logs.put(log.getKey(), log.getValue().asLong()));
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : json.path("parts")) {
      parts.add(
          new Part(
              part.path("file").asText(),
              part.path("collection").asText(),
              part.path("documents").asLong(),
              part.path("bytes").asLong(),
              part.path("sha256").asText()));
    }
    return new BackupManifest(Instant.parse(json.path("madeAt").asText()), logs, parts);
  }
}
