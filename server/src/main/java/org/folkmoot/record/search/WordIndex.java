package org.folkmoot.record.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The index's files: entries go in and out, and are found and counted. What was put in is found
/// after [#refresh], and survives a crash after [#commit]. Thread-safe.
///
/// Whatever goes wrong with the files is a [DamagedIndexException]; then this is to be closed and
/// the files deleted.
public final class WordIndex implements AutoCloseable {

  /// Of the fields below and how words are put into them. An index of another is made anew.
  private static final String FORMAT = "1";

  private static final String FORMAT_KEY = "format";
  private static final double MEGABYTES = 16;

  private static final FieldType WORDS = new FieldType();
  private static final Sort NEWEST_FIRST =
      new Sort(new SortedNumericSortField(Queries.SEQ, SortField.Type.LONG, true));

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private WordIndex(Directory directory) throws IOException {
    this.directory = directory;
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(WordForms.PLAIN.analyzer())
                .setMergePolicy(merges)
                .setRAMBufferSizeMB(MEGABYTES)
                .setCommitOnClose(false));
    try {
      this.searchers = new SearcherManager(writer, new SearcherFactory());
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /// Opens what is there and reads every byte of it once, so that damage shows now.
  ///
  /// @param path null for an index in memory
  /// @throws DamagedIndexException also where it is of another format
  public static WordIndex open(@Nullable Path path) {
    try {
      Directory directory = path == null ? new ByteBuffersDirectory() : FSDirectory.open(path);
      try {
        check(directory);
        return new WordIndex(directory);
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw new DamagedIndexException("cannot open the index", e);
    }
  }

  private static void check(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext part : reader.leaves()) {
        part.reader().checkIntegrity();
      }
      if (!FORMAT.equals(reader.getIndexCommit().getUserData().get(FORMAT_KEY))) {
        throw new IOException("of another format");
      }
    }
  }

  /// What was given to the last [#commit].
  public Map<String, String> notes() {
    Map<String, String> notes = new HashMap<>();
    Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
    if (live != null) {
      live.forEach(note -> notes.put(note.getKey(), note.getValue()));
    }
    notes.remove(FORMAT_KEY);
    return notes;
  }

  /// Puts entries in, each in place of what is there of the same id.
  public void put(Collection<Entry> entries) {
    doing(() -> {
      for (Entry entry : entries) {
        writer.updateDocument(Queries.id(entry.id()), document(entry));
      }
      return true;
    });
  }

  public void remove(Collection<String> ids) {
    doing(() -> {
      for (String id : ids) {
        writer.deleteDocuments(Queries.id(id));
      }
      return true;
    });
  }

  /// Removes everything of a consultation.
  public void removeAll(String consultation) {
    doing(() -> writer.deleteDocuments(Queries.consultation(consultation)));
  }

  /// From now on what was put in is found and what was removed is not.
  public void refresh() {
    doing(() -> {
      searchers.maybeRefreshBlocking();
      return true;
    });
  }

  /// Makes everything so far last, with notes to be read again.
  public void commit(Map<String, String> notes) {
    doing(() -> {
      Map<String, String> all = new HashMap<>(notes);
      all.put(FORMAT_KEY, FORMAT);
      writer.setLiveCommitData(all.entrySet());
      return writer.commit();
    });
  }

  /// True if the files hold words of what was removed or changed.
  public boolean hasTraces() {
    return writer.hasDeletions();
  }

  /// Leaves nothing in the files of what was removed, once it is committed too.
  public void purge(Map<String, String> notes) {
    doing(() -> {
      writer.forceMergeDeletes(true);
      return true;
    });
    commit(notes);
    refresh();
    doing(() -> {
      writer.deleteUnusedFiles();
      return true;
    });
  }

  /// An entry that was found, at the version in which it was put in.
  public record Hit(String id, long seq, long version) {}

  /// The newest of what is asked for, at most so many.
  public List<Hit> find(Question asked, int limit) {
    return searching(searcher -> {
      var best =
          searcher.search(
              Queries.of(asked, stems(searcher)),
              new TopFieldCollectorManager(NEWEST_FIRST, limit, 1));
      List<Hit> hits = new ArrayList<>();
      for (var found : best.scoreDocs) {
        hits.add(hit(searcher, found.doc));
      }
      return hits;
    });
  }

  private static Hit hit(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
    LeafReaderContext part = parts.get(ReaderUtil.subIndex(doc, parts));
    int within = doc - part.docBase;
    var ids = DocValues.getSorted(part.reader(), Queries.ID);
    var seqs = DocValues.getSortedNumeric(part.reader(), Queries.SEQ);
    var versions = DocValues.getNumeric(part.reader(), Queries.VERSION);
    if (!ids.advanceExact(within) || !seqs.advanceExact(within) || !versions.advanceExact(within)) {
      throw new IOException("an entry without its id");
    }
    return new Hit(
        ids.lookupOrd(ids.ordValue()).utf8ToString(), seqs.nextValue(), versions.longValue());
  }

  /// How many there are of what is asked for, and by facet.
  ///
  /// @param facets to count by
  /// @param borders between the spans to count by, rising; none for no count by time
  public Counts count(Question page, Set<String> facets, long[] borders) {
    Question asked = page.whole();
    return searching(searcher -> {
      Set<String> narrowed = asked.narrowed().keySet();
      long[] none = {};
      Counting whole =
          count(
              searcher,
              asked,
              facet -> facets.contains(facet) && !narrowed.contains(facet),
              asked.time() == null ? borders : none);
      Map<String, Map<String, Integer>> byFacet = new HashMap<>(whole.byFacet());
      for (String facet : narrowed) {
        if (facets.contains(facet)) {
          byFacet.putAll(count(searcher, asked.anyOf(facet), facet::equals, none).byFacet());
        }
      }
      int[] byTime =
          asked.time() == null || borders.length == 0
              ? whole.byTime()
              : count(searcher, asked.anyTime(), _ -> false, borders).byTime();
      return new Counts(whole.total(), byFacet, Arrays.stream(byTime).boxed().toList());
    });
  }

  private static Counting count(
      IndexSearcher searcher, Question asked, Predicate<String> facets, long[] borders)
      throws IOException {
    return searcher.search(Queries.of(asked, stems(searcher)), Counting.together(facets, borders));
  }

  /// When the first and the last entry are from, in seconds since 1970; none in an empty index.
  public long[] times() {
    return searching(searcher -> {
      byte[] first =
          org.apache.lucene.index.PointValues.getMinPackedValue(
              searcher.getIndexReader(), Queries.AT);
      byte[] last =
          org.apache.lucene.index.PointValues.getMaxPackedValue(
              searcher.getIndexReader(), Queries.AT);
      return first == null || last == null
          ? new long[0]
          : new long[] {
            org.apache.lucene.document.LongPoint.decodeDimension(first, 0),
            org.apache.lucene.document.LongPoint.decodeDimension(last, 0)
          };
    });
  }

  private static Collection<String> stems(IndexSearcher searcher) {
    return FieldInfos.getIndexedFields(searcher.getIndexReader());
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    document.add(new StringField(Queries.ID, entry.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Queries.ID, new BytesRef(entry.id())));
    document.add(new StringField(Queries.CONSULTATION, entry.consultation(), Field.Store.NO));
    document.add(new LongField(Queries.SEQ, entry.seq(), Field.Store.NO));
    document.add(new NumericDocValuesField(Queries.VERSION, entry.version()));
    document.add(new LongField(Queries.AT, entry.at().getEpochSecond(), Field.Store.NO));
    entry
        .readers()
        .forEach(reader -> document.add(new StringField(Queries.READER, reader, Field.Store.NO)));
    if (!entry.source().isEmpty()) {
      document.add(new StringField(Queries.SOURCE, entry.source(), Field.Store.NO));
    }
    entry
        .facets()
        .forEach((facet, values) -> {
          for (String value : values) {
            var both = new BytesRef(facet + Queries.OF + value);
            document.add(new StringField(Queries.FACET, both, Field.Store.NO));
            document.add(new SortedSetDocValuesField(Queries.FACET, both));
          }
        });
    entry.open().forEach(text -> add(document, false, text));
    entry.staff().forEach(text -> add(document, true, text));
    return document;
  }

  private static void add(Document document, boolean staff, Entry.Text text) {
    String composed = WordForms.composed(text.words());
    for (WordForms forms : WordForms.of(text.language())) {
      String field = Queries.words(staff, forms);
      document.add(new Words(field, composed, forms));
    }
  }

  /// A text that is taken apart by its own language.
  private static final class Words extends Field {
    private final String text;
    private final WordForms forms;

    Words(String name, String text, WordForms forms) {
      super(name, text, WORDS);
      this.text = text;
      this.forms = forms;
    }

    @Override
    public org.apache.lucene.analysis.TokenStream tokenStream(
        org.apache.lucene.analysis.Analyzer any,
        org.apache.lucene.analysis.@Nullable TokenStream reuse) {
      return forms.analyzer().tokenStream(name(), text);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T work() throws IOException;
  }

  @FunctionalInterface
  private interface Search<T> {
    T search(IndexSearcher searcher) throws IOException;
  }

  private static <T> T doing(Work<T> work) {
    try {
      return work.work();
    } catch (IOException | RuntimeException e) {
      throw new DamagedIndexException("the index cannot be used", e);
    }
  }

  private <T> T searching(Search<T> search) {
    return doing(() -> {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.search(searcher);
      } finally {
        searchers.release(searcher);
      }
    });
  }

  /// Lets go of the files; what was not committed is lost.
  @Override
  public void close() {
    doing(() -> {
      try (directory;
          searchers) {
        writer.rollback();
      }
      return true;
    });
  }
}
