package org.folkmoot.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Query;
import org.folkmoot.record.Facet;
import org.folkmoot.record.FacetFilter;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.record.KeptField;

/// What of the record the desk shows, as it stands in the address. What is not understood is left
/// out.
record DeskFilter(Optional<Status> status, FacetFilter facets, String words, long after) {

  private static final int ROWS = 40;

  static DeskFilter of(Ask ask) {
    return new DeskFilter(
        ask.oneOf("status", Status.values()).filter(DeskService.LISTED::contains),
        FacetFilter.of(ask),
        ask.query("q"),
        ask.number("after"));
  }

  static DeskFilter all() {
    return new DeskFilter(Optional.empty(), FacetFilter.none(), "", 0);
  }

  DeskFilter status(Optional<Status> only) {
    return new DeskFilter(only, facets, words, 0);
  }

  DeskFilter from(long seq) {
    return new DeskFilter(status, facets, words, seq);
  }

  DeskFilter on(Facet facet, String value) {
    return new DeskFilter(status, facets.with(facet, value), words, 0);
  }

  boolean isAny() {
    return status.isPresent() || facets.isAny() || !words.isBlank();
  }

  RecordQuery query(String consultation, ZoneId zone) {
    return facets
        .narrowing(RecordQuery.in(consultation).words(words), zone)
        .statuses(status.map(Set::of).orElse(DeskService.LISTED))
        .page(after, ROWS);
  }

  String address(String path) {
    return facets
        .into(new Query().with("status", status.map(Enum::name).orElse("")))
        .with("q", words)
        .with("after", after == 0 ? "" : Long.toString(after))
        .of(path);
  }

  /// What stays while other words, another way in or another theme are looked for.
  List<KeptField> kept() {
    Map<String, String> others = facets.with(Facet.DOOR, "").with(Facet.THEME, "").fields();
    return others.entrySet().stream().map(e -> new KeptField(e.getKey(), e.getValue())).toList();
  }

  FormState form() {
    return FormState.of(
        Map.of(
            "door", List.of(facets.value(Facet.DOOR)),
            "theme", List.of(facets.value(Facet.THEME)),
            "q", List.of(words)));
  }
}
