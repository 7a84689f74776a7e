package org.folkmoot.store;

import java.nio.file.Path;

/// The directory of an embedded store is held by a running portal or store.
public final class StoreInUseException extends RuntimeException {

  public StoreInUseException(Path directory) {
    super("The store in " + directory + " is in use by another process. Stop it first.");
  }
}
