package org.folkmoot.report;

import java.util.List;
import org.folkmoot.web.Words;

/// What a citizens' jury recommends; the jury's room knows.
@FunctionalInterface
public interface Recommendations {

  /// @param id never changes, unique in its consultation
  /// @param support who stands behind it, in words
  /// @param minority fewer support it than a recommendation needs
  record Line(String id, String text, String support, boolean minority) {}

  List<Line> of(String consultation, Words words);
}
