package org.folkmoot.record;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which contributions are asked for. Empty text and empty sets mean "any". Immutable.
///
/// @param theme id of a theme, or [#NO_THEME] for what is under none
/// @param words every one of these words must be in the text
/// @param kind name of a [CaptureKind]
/// @param place what people said of where they live
/// @param time when it came in
/// @param after id of the place to go on from, as [RecordService.Found#next] gave it; 0 starts with
///   the newest
public record RecordQuery(
    String consultation,
    Set<Channel> channels,
    String theme,
    Set<Status> statuses,
    String source,
    String words,
    boolean published,
    String language,
    String kind,
    String place,
    @Nullable Span time,
    long after,
    int limit) {

  public static final int PAGE = 50;

  /// The longest page.
  static final int MOST = 200;

  public static final String NO_THEME = "-";

  /// From the first instant until before the second.
  public record Span(Instant from, Instant until) {
    /// A month as it is somewhere.
    public static Span of(YearMonth month, ZoneId zone) {
      return new Span(
          month.atDay(1).atStartOfDay(zone).toInstant(),
          month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }
  }

  public RecordQuery {
    channels = Set.copyOf(channels);
    statuses = Set.copyOf(statuses);
    limit = Math.clamp(limit, 1, MOST);
  }

  public static RecordQuery in(String consultation) {
    return new RecordQuery(
        consultation, Set.of(), "", Set.of(), "", "", false, "", "", "", null, 0, PAGE);
  }

  public RecordQuery channel(@Nullable Channel only) {
    return channels(only == null ? Set.of() : Set.of(only));
  }

  /// Only what came in by one of these doors; none means any.
  public RecordQuery channels(Set<Channel> only) {
    return with(only, theme, statuses, source, words, published);
  }

  public RecordQuery theme(String only) {
    return with(channels, only, statuses, source, words, published);
  }

  public RecordQuery statuses(Set<Status> only) {
    return with(channels, theme, only, source, words, published);
  }

  /// Only what was made in one session, meeting, wave or topic.
  public RecordQuery source(String only) {
    return with(channels, theme, statuses, only, words, published);
  }

  public RecordQuery words(String all) {
    return with(channels, theme, statuses, source, all, published);
  }

  /// Only what anyone may read.
  public RecordQuery publishedOnly() {
    return with(channels, theme, statuses, source, words, true);
  }

  public RecordQuery language(String only) {
    return with(only, kind, place, time, after, limit);
  }

  public RecordQuery kind(@Nullable CaptureKind only) {
    return with(language, only == null ? "" : only.name(), place, time, after, limit);
  }

  public RecordQuery place(String only) {
    return with(language, kind, only, time, after, limit);
  }

  public RecordQuery time(@Nullable Span only) {
    return with(language, kind, place, only, after, limit);
  }

  public RecordQuery page(long afterSeq, int most) {
    return with(language, kind, place, time, afterSeq, most);
  }

  private RecordQuery with(
      Set<Channel> channels,
      String theme,
      Set<Status> statuses,
      String source,
      String words,
      boolean published) {
    return new RecordQuery(
        consultation,
        channels,
        theme,
        statuses,
        source,
        words,
        published,
        language,
        kind,
        place,
        time,
        after,
        limit);
  }

  private RecordQuery with(
      String language, String kind, String place, @Nullable Span time, long after, int limit) {
    return new RecordQuery(
        consultation,
        channels,
        theme,
        statuses,
        source,
        words,
        published,
        language,
        kind,
        place,
        time,
        after,
        limit);
  }
}
