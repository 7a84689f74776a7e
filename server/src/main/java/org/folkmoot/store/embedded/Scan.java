package org.folkmoot.store.embedded;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folkmoot.store.embedded.RocksFiles.Entry;

/// Walks through a range of keys page by page. Holds nothing open between pages, so it may be left
/// unfinished; what changes behind it is not seen, what changes before it is.
final class Scan implements Iterator<Entry> {

  private static final int FIRST_PAGE = 8;
  private static final int LARGEST_PAGE = 512;
  private static final long PAGE_BYTES = 1024 * 1024;

  private final RocksFiles files;
  private final boolean reverse;
  private byte[] from;
  private byte[] to;
  private int pageSize = FIRST_PAGE;
  private boolean ended;
  private Iterator<Entry> page = Collections.emptyIterator();

  /// From `from` to before `to`, backwards if `reverse`.
  Scan(RocksFiles files, byte[] from, byte[] to, boolean reverse) {
    this.files = files;
    this.from = from;
    this.to = to;
    this.reverse = reverse;
  }

  @Override
  public boolean hasNext() {
    if (page.hasNext()) {
      return true;
    }
    if (ended) {
      return false;
    }
    var entries = files.page(from, to, reverse, pageSize, PAGE_BYTES);
    if (entries.isEmpty()) {
      ended = true;
      return false;
    }
    var last = entries.getLast().key();
    if (reverse) {
      to = last;
    } else {
      from = Arrays.copyOf(last, last.length + 1);
    }
    long bytes = entries.stream().mapToLong(Entry::size).sum();
    ended = entries.size() < pageSize && bytes < PAGE_BYTES;
    pageSize = Math.min(pageSize * 4, LARGEST_PAGE);
    page = entries.iterator();
    return true;
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
