package org.folkmoot.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;

/// Everything kept about one person, to be handed over to them.
///
/// @param contacts their own number and addresses, as they gave them
record Export(List<String> contacts, List<Said> said) {

  Export {
    contacts = List.copyOf(contacts);
    said = List.copyOf(said);
  }

  record Said(Contribution contribution, List<Ledger.Entry> history) {}

  /// As JSON; names of staff are left out, they are not the person's.
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contacts", contacts);
    json.put("contributions", said.stream().map(Export::json).toList());
    return json;
  }

  private static Map<String, Object> json(Said one) {
    Contribution c = one.contribution();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("receipt", c.receipt().printed());
    json.put("consultation", c.consultation());
    json.put("channel", c.channel().name());
    json.put("status", c.status().name());
    json.put("reason", c.reason());
    json.put("heardAt", c.heardAt().toString());
    json.put("receivedAt", c.receivedAt().toString());
    if (c.status() == Status.HELD) {
      // The safeguarding lead alone reads it, and hands it over where that is safe.
      return json;
    }
    json.put("title", c.title());
    json.put("text", c.text());
    json.put("language", c.language());
    json.put("place", c.place());
    json.put("under18", c.under18());
    json.put("answers", c.answers());
    json.put("marks", c.marks());
    json.put("derived", c.derived());
    json.put("files", c.media().stream().map(file -> file.id()).toList());
    json.put("themes", c.themes());
    json.put("consent", c.consent());
    json.put("tell", c.tell().name());
    json.put("history", one.history().stream().map(Export::json).toList());
    return json;
  }

  private static Map<String, Object> json(Ledger.Entry entry) {
    return Map.of(
        "seq",
        entry.seq(),
        "act",
        entry.act().kind().name(),
        "at",
        entry.act().at().toString(),
        "reason",
        entry.act().why());
  }
}
