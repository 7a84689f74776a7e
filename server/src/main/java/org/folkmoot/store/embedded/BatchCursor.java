package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.folkmoot.store.embedded.StoredDocuments.Found;

/// A result that is read from the files as far as it is asked for. Used by one thread at a time.
final class BatchCursor extends AbstractCursor {

  /// A batch ends when its documents were this large together; the driver refuses 48 MB.
  private static final long BATCH_BYTES = 4L * 1024 * 1024;

  private final Iterator<Found> found;
  private final UnaryOperator<Document> projection;

  BatchCursor(long id, Iterator<Found> found, UnaryOperator<Document> projection) {
    super(id);
    this.found = found;
    this.projection = projection;
  }

  @Override
  public synchronized boolean isEmpty() {
    return !found.hasNext();
  }

  @Override
  public synchronized List<Document> takeDocuments(int most) {
    var batch = new ArrayList<Document>();
    long bytes = 0;
    while (batch.size() < most && bytes < BATCH_BYTES && found.hasNext()) {
      var next = found.next();
      bytes += next.bytes();
      batch.add(projection.apply(next.document()));
    }
    return batch;
  }
}
