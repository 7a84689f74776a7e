package org.folkmoot.record.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Questions as Lucene asks them, and the names of the index's fields.
final class Queries {

  static final String ID = "id";
  static final String CONSULTATION = "consultation";
  static final String READER = "reader";
  static final String SEQ = "seq";
  static final String VERSION = "version";
  static final String AT = "at";
  static final String SOURCE = "source";
  static final String FACET = "facet";

  /// Between a facet's name and its value.
  static final char OF = '\u0000';

  private Queries() {}

  static String words(boolean staff, WordForms forms) {
    return (staff ? "staff" : "open") + forms.suffix();
  }

  static Term id(String id) {
    return new Term(ID, id);
  }

  static Query consultation(String consultation) {
    return new TermQuery(new Term(CONSULTATION, consultation));
  }

  /// @param stems fields that the index has; looking for stems in others costs and finds nothing
  static Query of(Question asked, Collection<String> stems) {
    var all = new BooleanQuery.Builder();
    all.add(consultation(asked.consultation()), Occur.FILTER);
    for (String reader : asked.readers()) {
      all.add(new TermQuery(new Term(READER, reader)), Occur.FILTER);
    }
    for (Map.Entry<String, Set<String>> facet : asked.narrowed().entrySet()) {
      all.add(oneOf(facet.getKey(), facet.getValue()), Occur.FILTER);
    }
    if (!asked.source().isEmpty()) {
      all.add(new TermQuery(new Term(SOURCE, asked.source())), Occur.FILTER);
    }
    Question.Span time = asked.time();
    if (time != null) {
      all.add(LongField.newRangeQuery(AT, time.from(), time.until() - 1), Occur.FILTER);
    }
    if (asked.below() > 0) {
      all.add(LongField.newRangeQuery(SEQ, 0, asked.below() - 1), Occur.FILTER);
    }
    for (String word : WordForms.words(asked.words())) {
      all.add(word(word, asked.staff(), stems), Occur.FILTER);
    }
    return new ConstantScoreQuery(all.build());
  }

  private static Query word(String word, boolean staff, Collection<String> stems) {
    var any = new BooleanQuery.Builder();
    for (WordForms forms : WordForms.ALL) {
      String field = words(staff, forms);
      if (forms == WordForms.PLAIN || stems.contains(field)) {
        for (String form : forms.formsOf(word)) {
          any.add(new TermQuery(new Term(field, form)), Occur.SHOULD);
        }
      }
    }
    return any.build();
  }

  private static Query oneOf(String facet, Set<String> values) {
    List<BytesRef> terms = values.stream().map(v -> new BytesRef(facet + OF + v)).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(FACET, terms.getFirst()))
        : new TermInSetQuery(FACET, terms);
  }
}
