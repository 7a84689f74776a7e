package org.folkmoot.web;

import java.util.List;

/// Pages made up for the gallery, one class per room, found by its name: any class in this package
/// or below it whose name ends in `Samples` and that has a constructor without parameters.
public interface Samples {
  /// Each page template of the room at least once; its variants (empty, with errors) where they
  /// look different.
  List<Page> pages();
}
