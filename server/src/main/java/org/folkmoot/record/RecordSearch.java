package org.folkmoot.record;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.search.Counts;
import org.folkmoot.record.search.Question;
import org.folkmoot.record.search.Sought;
import org.folkmoot.record.search.WordIndex;

/// Lists and counts of the record: by the index, or from the database where that is as quick. What
/// the index finds is read from the database all the same before anybody sees it. Thread-safe.
final class RecordSearch {

  /// Shorter logs are counted without the index, so that a small portal need not open it.
  private static final int SHORT_LOG = 2_000;

  private static final int MOST_MONTHS = 120;

  private final RecordRepository contributions;
  private final Ledger ledger;
  private final RecordIndex index;

  RecordSearch(RecordRepository contributions, Ledger ledger, RecordIndex index) {
    this.contributions = contributions;
    this.ledger = ledger;
    this.index = index;
  }

  RecordReading.Found list(Reader reader, RecordQuery query) {
    RecordQuery asked = asked(reader, query);
    boolean open = reader.isStaff() || asked.place().isEmpty();
    boolean indexed = !asked.words().isBlank() || isLong(asked.consultation()) || !open;
    return (indexed
            ? index.ask(asked.consultation(), i -> found(i, reader, told(reader, asked, i)))
            : none())
        .orElseGet(() -> slowly(reader, open ? asked : asked.place("")));
  }

  private static Optional<RecordReading.Found> none() {
    return Optional.empty();
  }

  Optional<FacetCounts> counts(Reader reader, RecordQuery query, Set<Facet> facets, ZoneId zone) {
    RecordQuery asked = asked(reader, query);
    return index.ask(
        asked.consultation(), i -> counts(i, reader, told(reader, asked, i), facets, zone));
  }

  long count(RecordQuery query) {
    RecordQuery asked = query.words("");
    boolean standing =
        query.published()
            || (!query.statuses().isEmpty() && query.statuses().stream().noneMatch(Status::isGone));
    return (standing && isLong(query.consultation())
            ? index.ask(query.consultation(), i -> total(i, Reader.SAFEGUARDING, asked))
            : Optional.<Long>empty())
        .orElseGet(() -> contributions.count(asked));
  }

  /// How many of everybody's there are by the values of a facet, where the index is in order and
  /// quicker than counting in the database.
  Optional<Map<String, Integer>> countBy(Facet facet, RecordQuery asked) {
    return isLong(asked.consultation())
        ? index.ask(
            asked.consultation(),
            i ->
                i.count(
                        IndexEntries.question(Reader.SAFEGUARDING, asked),
                        Set.of(facet.name()),
                        new long[0])
                    .of(facet.name()))
        : Optional.empty();
  }

  private static long total(WordIndex i, Reader reader, RecordQuery asked) {
    return i.count(IndexEntries.question(reader, asked), Set.of(), new long[0]).total();
  }

  boolean isLong(String consultation) {
    return index.isKept() && ledger.last(consultation) > SHORT_LOG;
  }

  private static RecordQuery asked(Reader reader, RecordQuery query) {
    return reader == Reader.PUBLIC ? query.publishedOnly() : query;
  }

  /// Where few are from may be known to be theirs: others than staff open no area of few.
  private static RecordQuery told(Reader reader, RecordQuery asked, WordIndex i) {
    if (asked.place().isEmpty() || reader.isStaff()) {
      return asked;
    }
    RecordQuery all = asked(reader, RecordQuery.in(asked.consultation())).place(asked.place());
    return total(i, reader, all) < SmallNumbers.FEWEST ? asked.place("") : asked;
  }

  /// Read again from the database. One that was changed since the index read it is looked through
  /// again, and left out if it has the words no more.
  private RecordReading.Found found(WordIndex i, Reader reader, RecordQuery asked) {
    Sought sought = Sought.of(asked.words());
    List<Voice> voices = new ArrayList<>();
    RecordQuery next = asked.page(asked.after(), asked.limit() + 1);
    while (true) {
      List<WordIndex.Hit> hits = i.find(IndexEntries.question(reader, next), next.limit());
      Map<String, Contribution> read = read(hits);
      for (WordIndex.Hit hit : hits) {
        Contribution c = read.get(hit.id());
        if (c == null) {
          continue;
        }
        if (voices.size() == asked.limit()) {
          return new RecordReading.Found(voices, voices.getLast().seq());
        }
        Optional<Voice> voice = voice(c, reader, next);
        voice
            .filter(v -> v.version() == hit.version() || sought.areAllIn(IndexEntries.texts(v)))
            .ifPresent(voices::add);
      }
      if (hits.size() < next.limit()) {
        return new RecordReading.Found(voices, 0);
      }
      next = asked.page(hits.getLast().seq(), RecordQuery.MOST);
    }
  }

  private Map<String, Contribution> read(List<WordIndex.Hit> hits) {
    return contributions.byIds(hits.stream().map(WordIndex.Hit::id).toList()).stream()
        .collect(toMap(Contribution::id, Function.identity()));
  }

  private static Optional<Voice> voice(Contribution c, Reader reader, RecordQuery asked) {
    return Optional.of(c)
        .filter(reader::mayRead)
        .filter(seen -> !asked.published() || seen.isPublic())
        .map(seen -> RecordReading.voice(seen, reader));
  }

  /// From the database, looking through the words of one after another.
  private RecordReading.Found slowly(Reader reader, RecordQuery asked) {
    Sought sought = Sought.of(asked.words());
    List<Voice> voices = new ArrayList<>();
    RecordQuery next = asked.page(asked.after(), asked.limit() + 1);
    while (true) {
      List<Contribution> batch = contributions.list(next);
      for (Contribution c : batch) {
        Optional<Voice> voice =
            voice(c, reader, asked)
                .filter(v -> sought.isNothing() || sought.areAllIn(IndexEntries.texts(v)));
        if (voice.isPresent() && voices.size() == asked.limit()) {
          return new RecordReading.Found(voices, voices.getLast().seq());
        }
        voice.ifPresent(voices::add);
      }
      if (batch.size() < next.limit()) {
        return new RecordReading.Found(voices, 0);
      }
      next = asked.page(batch.getLast().seq(), RecordQuery.MOST);
    }
  }

  private static FacetCounts counts(
      WordIndex i, Reader reader, RecordQuery asked, Set<Facet> facets, ZoneId zone) {
    Question question = IndexEntries.question(reader, asked);
    List<YearMonth> months = facets.contains(Facet.MONTH) ? months(i, zone) : List.of();
    long[] borders =
        months.isEmpty()
            ? new long[0]
            : LongStream.concat(
                    months.stream().mapToLong(m -> start(m, zone)),
                    LongStream.of(start(months.getLast().plusMonths(1), zone)))
                .toArray();
    Counts counted =
        i.count(question, facets.stream().map(Enum::name).collect(Collectors.toSet()), borders);
    Map<Facet, Map<String, Integer>> byFacet = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      boolean few = facet == Facet.PLACE && !reader.isStaff();
      byFacet.put(facet, mostFirst(counted.of(facet.name()), few ? SmallNumbers.FEWEST : 1));
    }
    Map<YearMonth, Integer> byMonth = new LinkedHashMap<>();
    for (int month = months.size() - 1; month >= 0; month--) {
      if (counted.byTime().get(month) > 0) {
        byMonth.put(months.get(month), counted.byTime().get(month));
      }
    }
    return new FacetCounts(counted.total(), byFacet, byMonth);
  }

  private static Map<String, Integer> mostFirst(Map<String, Integer> counted, int atLeast) {
    return counted.entrySet().stream()
        .filter(e -> e.getValue() >= atLeast)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
  }

  /// From the first entry's to the last one's.
  private static List<YearMonth> months(WordIndex i, ZoneId zone) {
    long[] times = i.times();
    if (times.length == 0) {
      return List.of();
    }
    YearMonth last = YearMonth.from(Instant.ofEpochSecond(times[1]).atZone(zone));
    YearMonth first = YearMonth.from(Instant.ofEpochSecond(times[0]).atZone(zone));
    YearMonth earliest = last.minusMonths(MOST_MONTHS);
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = first.isBefore(earliest) ? earliest : first;
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  private static long start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toEpochSecond();
  }
}
