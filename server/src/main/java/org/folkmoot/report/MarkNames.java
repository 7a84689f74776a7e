package org.folkmoot.report;

import java.util.Map;

/// What people saw beside the things they marked; the rooms where marks are made know. Looked up
/// for each page, because some of it was said by residents who may take it back.
@FunctionalInterface
public interface MarkNames {

  /// Names by mark or by the beginning of one: `statement:s1`, `dot:later-buses`, `poll:p1`,
  /// `poll:p1:o2`, `support:r1`. What was taken back is not among them.
  Map<String, String> of(String consultation);
}
