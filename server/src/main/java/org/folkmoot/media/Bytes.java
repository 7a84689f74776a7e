package org.folkmoot.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Random access to a file that is being cleaned in place: big-endian reads, writes and blanking,
/// each bounded by the file. Not thread-safe.
final class Bytes {
  private static final int BLANK_CHUNK = 64 * 1024;

  private final FileChannel channel;
  private final long size;

  Bytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  byte[] read(long at, int length) throws IOException {
    if (at < 0 || length < 0 || at + length > size) {
      throw new EOFException("beyond the end: " + at);
    }
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("ended early: " + at);
      }
    }
    return buffer.array();
  }

  int u8(long at) throws IOException {
    return read(at, 1)[0] & 0xff;
  }

  long u32(long at) throws IOException {
    return ByteBuffer.wrap(read(at, 4)).getInt() & 0xffff_ffffL;
  }

  long i64(long at) throws IOException {
    return ByteBuffer.wrap(read(at, 8)).getLong();
  }

  void write(long at, byte... bytes) throws IOException {
    if (at < 0 || at + bytes.length > size) {
      throw new EOFException("beyond the end: " + at);
    }
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }

  /// Overwrites `[from, to)`, as far as the file reaches, with one value.
  void fill(long from, long to, int value) throws IOException {
    var end = Math.min(to, size);
    var chunk = new byte[(int) Math.min(BLANK_CHUNK, Math.max(0, end - from))];
    Arrays.fill(chunk, (byte) value);
    for (var at = from; at < end; at += chunk.length) {
      if (end - at < chunk.length) {
        chunk = Arrays.copyOf(chunk, (int) (end - at));
      }
      write(at, chunk);
    }
  }
}
