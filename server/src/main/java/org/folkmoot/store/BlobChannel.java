package org.folkmoot.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/// A blob to be read here and there: goes on in one stream as long as reading goes on where it
/// ended. For one thread.
final class BlobChannel implements SeekableByteChannel {

  /// Less than this is fetched by itself: who looks at the beginning goes on elsewhere.
  static final int GLANCE = 256;

  private final Blob blob;

  /// The blob's beginning where it is known already; may be empty.
  private final byte[] beginning;

  private @Nullable InputStream stream;
  private long streamAt;
  private long position;
  private boolean closed;

  BlobChannel(Blob blob, byte[] beginning) {
    this.blob = blob;
    this.beginning = beginning;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    if (position >= size()) {
      return -1;
    }
    var buffer = new byte[into.remaining()];
    int read = buffer.length < GLANCE ? glance(buffer) : goOn(buffer);
    if (read > 0) {
      into.put(buffer, 0, read);
      position += read;
    }
    return read;
  }

  private int glance(byte[] buffer) throws IOException {
    if (position + buffer.length <= beginning.length) {
      System.arraycopy(beginning, (int) position, buffer, 0, buffer.length);
      return buffer.length;
    }
    try (var part = blob.stream(position, buffer.length)) {
      return part.readNBytes(buffer, 0, buffer.length);
    }
  }

  private int goOn(byte[] buffer) throws IOException {
    if (stream == null || streamAt != position) {
      drop();
      stream = blob.stream(position);
      streamAt = position;
    }
    int read = stream.readNBytes(buffer, 0, buffer.length);
    streamAt += read;
    return read;
  }

  private void drop() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return blob.length();
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    drop();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }
}
