package org.folkmoot;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// A line on the terminal that counts while something long is done; nothing where nobody looks.
final class Progress implements AutoCloseable {

  private final PrintStream out = System.err;
  private final boolean shown =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private final String what;
  private boolean begun;

  Progress(String what) {
    this.what = what;
  }

  void at(long count) {
    if (shown) {
      out.printf(Locale.ROOT, "\r%s: %,d", what, count);
      out.flush();
      begun = true;
    }
  }

  @Override
  public void close() {
    if (begun) {
      out.println();
    }
  }
}
