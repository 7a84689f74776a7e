package org.folkmoot.upload;

import java.io.IOException;
import java.io.InputStream;

/// An upload from its beginning to as far as it has arrived, one piece in memory at a time. For one
/// thread.
final class Pieces extends InputStream {
  private final UploadRepository repository;
  private final String upload;
  private final long length;
  private byte[] piece = new byte[0];
  private int used;
  private long at;

  Pieces(UploadRepository repository, String upload, long length) {
    this.repository = repository;
    this.upload = upload;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    if (used == piece.length) {
      if (at >= length) {
        return -1;
      }
      piece =
          repository
              .piece(upload, at)
              .orElseThrow(() -> new IOException("no piece of " + upload + " at " + at));
      used = 0;
      at += piece.length;
    }
    int copied = Math.min(most, piece.length - used);
    System.arraycopy(piece, used, into, offset, copied);
    used += copied;
    return copied;
  }
}
