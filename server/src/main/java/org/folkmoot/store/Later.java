package org.folkmoot.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A stream that is opened when it is first read. For one thread.
final class Later extends InputStream {
  private final Supplier<InputStream> opening;
  private @Nullable InputStream opened;

  Later(Supplier<InputStream> opening) {
    this.opening = opening;
  }

  @Override
  public int read() throws IOException {
    return opened().read();
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    return opened().read(into, from, most);
  }

  private InputStream opened() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }
}
