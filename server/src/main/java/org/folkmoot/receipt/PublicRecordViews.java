package org.folkmoot.receipt;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.Channel;
import org.folkmoot.record.FacetCounts;
import org.folkmoot.record.FacetLinks;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.record.RecordPage;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// The public record as a page. From home and in person stand apart: first the newest of each, then
/// each as a long list of its own.
final class PublicRecordViews {

  private static final int FIRST_OF_EACH = 10;

  private final RecordReading reading;
  private final ThemeService themes;
  private final ConsultationService consultations;

  PublicRecordViews(RecordReading reading, ThemeService themes, ConsultationService consultations) {
    this.reading = reading;
    this.themes = themes;
    this.consultations = consultations;
  }

  RecordPage record(Consultation asked, RecordFilter filter, Words words) {
    String path = "/c/" + asked.slug() + "/record";
    ZoneId zone = consultations.council().zone();
    Map<String, String> names =
        themes.themes(asked.slug()).stream().collect(Collectors.toMap(Theme::id, Theme::name));
    Optional<FacetCounts> counts =
        reading.counts(Reader.PUBLIC, filter.whole(asked.slug(), zone), FacetLinks.SHOWN, zone);
    boolean cannotFind =
        counts.isEmpty() && !filter.words().isBlank() && !reading.findsWithoutIndex(asked.slug());
    List<RecordPage.Side> sides = new ArrayList<>();
    Pagination pages = null;
    for (Channel.Mode mode : Channel.Mode.values()) {
      Optional<RecordQuery> query = filter.query(asked.slug(), mode, zone);
      if (query.isEmpty() || cannotFind) {
        continue;
      }
      boolean whole = filter.side().isPresent();
      RecordQuery page = whole ? query.get() : query.get().page(0, FIRST_OF_EACH);
      RecordReading.Found found = reading.list(Reader.PUBLIC, page);
      if (!found.voices().isEmpty()) {
        String more = whole || found.next() == 0 ? null : filter.on(mode).address(path);
        sides.add(side(mode, found, names, more, words));
      }
      if (whole) {
        pages = pages(filter, found.next(), path);
      }
    }
    return new RecordPage(
        words.say("record.title"),
        counts.isPresent() ? sums(asked, filter, words) : words.say("record.sums-wait"),
        path,
        filter.kept(),
        filter.form().text("q", words.say("record.filter-words")).ifYouLike().atMost(80),
        FacetLinks.of(
            counts,
            filter.facets().chosen(),
            filter.isAny(),
            names,
            (facet, value) -> filter.on(facet, value).address(path),
            words),
        sides,
        sides.isEmpty() && !cannotFind ? nothing(asked, filter, path, words) : null,
        pages,
        filter.isAny() ? path : null);
  }

  /// How much came in and how much of it may be shown: by one door if one is asked for, else by
  /// all. How few came by a door that hardly anybody used is told to nobody.
  private String sums(Consultation asked, RecordFilter filter, Words words) {
    Map<Channel, Long> heard = reading.heard(asked.slug());
    RecordQuery shown = RecordQuery.in(asked.slug()).publishedOnly();
    if (filter.facets().door().isEmpty()) {
      long said = heard.values().stream().mapToLong(Long::longValue).sum();
      return words.say("record.sums", "said", said, "shown", reading.count(shown));
    }
    Channel door = filter.facets().door().get();
    long said = heard.getOrDefault(door, 0L);
    return said < SmallNumbers.FEWEST
        ? words.say("record.sums-few", "fewest", SmallNumbers.FEWEST)
        : words.say("record.sums-door", "said", said, "shown", reading.count(shown.channel(door)));
  }

  private RecordPage.Side side(
      Channel.Mode mode,
      RecordReading.Found found,
      Map<String, String> names,
      @Nullable String more,
      Words words) {
    ZoneId zone = consultations.council().zone();
    List<VoiceItem> voices =
        found.voices().stream().map(v -> VoiceViews.item(v, names, words, zone)).toList();
    return new RecordPage.Side(
        "side-" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        words.say(mode.wordKey()),
        voices,
        more,
        more == null ? null : words.say("record.see-side"));
  }

  private static @Nullable Pagination pages(RecordFilter filter, long next, String path) {
    String first = filter.after() == 0 ? null : filter.from(0).address(path);
    String on = next == 0 ? null : filter.from(next).address(path);
    return first == null && on == null ? null : new Pagination(first, on, null);
  }

  private static EmptyState nothing(
      Consultation asked, RecordFilter filter, String path, Words words) {
    return filter.isAny()
        ? new EmptyState(words.say("record.nothing-found"), words.say("record.filter-clear"), path)
        : new EmptyState(
            words.say("record.nothing-yet"),
            words.say("record.nothing-yet-act"),
            "/c/" + asked.slug());
  }
}
