package org.folkmoot.archive;

/// What is done, when a backup has been restored, with a contribution that was erased after the
/// backup was made. Asking it again changes nothing.
@FunctionalInterface
public interface Restored {
  /// @param contribution its id; it may not be in this backup at all
  void eraseAgain(String contribution);
}
