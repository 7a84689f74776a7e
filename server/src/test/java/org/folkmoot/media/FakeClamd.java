package org.folkmoot.media;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks clamd's INSTREAM and knows one virus, the one that was made for trying scanners. Source:
/// clamd(8); <https://www.eicar.org/download-anti-malware-testfile/>
public final class FakeClamd implements AutoCloseable {

  /// In two parts, so that no scanner takes this file for one.
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  private final ServerSocket here;
  private final int largest;
  private final AtomicInteger asked = new AtomicInteger();

  /// @param largest its `StreamMaxLength`, in bytes
  public FakeClamd(int largest) {
    try {
      this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.largest = largest;
    Thread.ofVirtual().start(this::serve);
  }

  public String address() {
    return "127.0.0.1:" + here.getLocalPort();
  }

  /// How many files it was sent.
  int asked() {
    return asked.get();
  }

  private void serve() {
    while (!here.isClosed()) {
      try (Socket client = here.accept()) {
        client.getOutputStream().write(answer(client).getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        // Whoever asked has gone; or this is closed.
        continue;
      }
    }
  }

  private String answer(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      return "UNKNOWN COMMAND\0";
    }
    asked.incrementAndGet();
    var all = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      if (all.size() + length > largest) {
        return "INSTREAM size limit exceeded. ERROR\0";
      }
      all.write(in.readNBytes(length));
    }
    return all.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
        ? "stream: Win.Test.EICAR_HDB-1 FOUND\0"
        : "stream: OK\0";
  }

  @Override
  public void close() {
    try {
      here.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
