package org.folkmoot.store.embedded;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folkmoot.store.embedded.Conditions.Range;
import org.folkmoot.store.embedded.RocksFiles.Entry;

/// Walks through ranges of keys, one after the other, page by page. Holds nothing open between
/// pages, so it may be left unfinished; what changes behind it is not seen, what changes before it
/// is.
final class Scan implements Iterator<Entry> {

  private static final int FIRST_PAGE = 8;
  private static final int LARGEST_PAGE = 512;
  private static final long PAGE_BYTES = 1024 * 1024;

  private final RocksFiles files;
  private final boolean reverse;
  private final Iterator<Range> ranges;
  private byte[] from = new byte[0];
  private byte[] to = from;
  private boolean ended = true;
  private int pageSize = FIRST_PAGE;
  private Iterator<Entry> page = Collections.emptyIterator();

  /// Each range from its `from` to before its `to`, backwards if `reverse`.
  Scan(RocksFiles files, List<Range> ranges, boolean reverse) {
    this.files = files;
    this.ranges = ranges.iterator();
    this.reverse = reverse;
  }

  /// Every key that starts with `prefix`.
  static Scan under(RocksFiles files, byte[] prefix, boolean reverse) {
    return new Scan(files, List.of(new Range(prefix, KeyBytes.after(prefix))), reverse);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext()) {
      if (!ended) {
        turnPage();
      } else if (ranges.hasNext()) {
        var range = ranges.next();
        from = range.from();
        to = range.to();
        ended = false;
      } else {
        return false;
      }
    }
    return true;
  }

  private void turnPage() {
    var entries = files.page(from, to, reverse, pageSize, PAGE_BYTES);
    long bytes = entries.stream().mapToLong(Entry::size).sum();
    ended = entries.size() < pageSize && bytes < PAGE_BYTES;
    if (!entries.isEmpty()) {
      var last = entries.getLast().key();
      if (reverse) {
        to = last;
      } else {
        from = Arrays.copyOf(last, last.length + 1);
      }
    }
    pageSize = Math.min(pageSize * 4, LARGEST_PAGE);
    page = entries.iterator();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  Stream<Entry> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
  }
}
