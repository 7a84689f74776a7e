package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One collection's documents in the files, by position. Thread-safe.
final class StoredDocuments {

  private final RocksFiles files;
  private final byte[] prefix;
  private final LongAdder documentsRead;

  /// A document with its position and its size in the files.
  record Found(long position, Document document, int bytes) {}

  StoredDocuments(RocksFiles files, int collection, LongAdder documentsRead) {
    this.files = files;
    this.prefix = Catalog.documents(collection);
    this.documentsRead = documentsRead;
  }

  /// In the order they came in, or backwards.
  Stream<Found> all(boolean reverse) {
    return scan(reverse).stream()
        .map(entry -> decode(RocksIndex.position(entry.key()), entry.value()));
  }

  @Nullable Found read(long position) {
    var value = files.get(key(position));
    return value == null ? null : decode(position, value);
  }

  /// -1 when there is none.
  long lastPosition() {
    var last = scan(true);
    return last.hasNext() ? RocksIndex.position(last.next().key()) : -1;
  }

  boolean isEmpty() {
    return !scan(false).hasNext();
  }

  long count() {
    return scan(false).stream().count();
  }

  void put(Changes changes, long position, Document document) {
    var buffer = Unpooled.buffer(256);
    BsonEncoder.encodeDocument(document, buffer);
    changes.put(key(position), ByteBufUtil.getBytes(buffer));
  }

  void delete(Changes changes, long position) {
    changes.delete(key(position));
  }

  private Found decode(long position, byte[] value) {
    documentsRead.increment();
    return new Found(position, BsonDecoder.decodeBson(Unpooled.wrappedBuffer(value)), value.length);
  }

  private Scan scan(boolean reverse) {
    return Scan.under(files, prefix, reverse);
  }

  private byte[] key(long position) {
    return KeyBytes.join(prefix, KeyBytes.ofLong(position));
  }
}
