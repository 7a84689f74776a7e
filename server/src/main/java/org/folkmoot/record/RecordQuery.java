package org.folkmoot.record;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which contributions are asked for. Empty text and null mean "any". Immutable.
///
/// @param words every one of these words must be in the text
/// @param after id of the place to go on from, as [RecordService.Found#next] gave it; 0 starts with
///   the newest
public record RecordQuery(
    String consultation,
    @Nullable Channel channel,
    String theme,
    Set<Status> statuses,
    String source,
    String words,
    boolean published,
    long after,
    int limit) {

  public static final int PAGE = 50;

  public RecordQuery {
    statuses = Set.copyOf(statuses);
    limit = Math.clamp(limit, 1, 200);
  }

  public static RecordQuery in(String consultation) {
    return new RecordQuery(consultation, null, "", Set.of(), "", "", false, 0, PAGE);
  }

  public RecordQuery channel(@Nullable Channel only) {
    return new RecordQuery(
        consultation, only, theme, statuses, source, words, published, after, limit);
  }

  public RecordQuery theme(String only) {
    return new RecordQuery(
        consultation, channel, only, statuses, source, words, published, after, limit);
  }

  public RecordQuery statuses(Set<Status> only) {
    return new RecordQuery(
        consultation, channel, theme, only, source, words, published, after, limit);
  }

  /// Only what was made in one session, meeting, wave or topic.
  public RecordQuery source(String only) {
    return new RecordQuery(
        consultation, channel, theme, statuses, only, words, published, after, limit);
  }

  public RecordQuery words(String all) {
    return new RecordQuery(
        consultation, channel, theme, statuses, source, all, published, after, limit);
  }

  /// Only what anyone may read.
  public RecordQuery publishedOnly() {
    return new RecordQuery(
        consultation, channel, theme, statuses, source, words, true, after, limit);
  }

  public RecordQuery page(long afterSeq, int most) {
    return new RecordQuery(
        consultation, channel, theme, statuses, source, words, published, afterSeq, most);
  }
}
