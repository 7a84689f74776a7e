package org.folkmoot.record;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which contributions are asked for. Empty text and empty sets mean "any". Immutable.
///
/// @param theme id of a theme, or [#NO_THEME] for what is under none
/// @param words every one of these words must be in the text
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
    long after,
    int limit) {

  public static final int PAGE = 50;

  /// The longest page.
  static final int MOST = 200;

  public static final String NO_THEME = "-";

  public RecordQuery {
    channels = Set.copyOf(channels);
    statuses = Set.copyOf(statuses);
    limit = Math.clamp(limit, 1, MOST);
  }

  public static RecordQuery in(String consultation) {
    return new RecordQuery(consultation, Set.of(), "", Set.of(), "", "", false, 0, PAGE);
  }

  public RecordQuery channel(@Nullable Channel only) {
    return channels(only == null ? Set.of() : Set.of(only));
  }

  /// Only what came in by one of these doors; none means any.
  public RecordQuery channels(Set<Channel> only) {
    return new RecordQuery(
        consultation, only, theme, statuses, source, words, published, after, limit);
  }

  public RecordQuery theme(String only) {
    return new RecordQuery(
        consultation, channels, only, statuses, source, words, published, after, limit);
  }

  public RecordQuery statuses(Set<Status> only) {
    return new RecordQuery(
        consultation, channels, theme, only, source, words, published, after, limit);
  }

  /// Only what was made in one session, meeting, wave or topic.
  public RecordQuery source(String only) {
    return new RecordQuery(
        consultation, channels, theme, statuses, only, words, published, after, limit);
  }

  public RecordQuery words(String all) {
    return new RecordQuery(
        consultation, channels, theme, statuses, source, all, published, after, limit);
  }

  /// Only what anyone may read.
  public RecordQuery publishedOnly() {
    return new RecordQuery(
        consultation, channels, theme, statuses, source, words, true, after, limit);
  }

  public RecordQuery page(long afterSeq, int most) {
    return new RecordQuery(
        consultation, channels, theme, statuses, source, words, published, afterSeq, most);
  }
}
