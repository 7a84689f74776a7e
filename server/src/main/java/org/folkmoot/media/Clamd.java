package org.folkmoot.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// ClamAV's daemon, asked by its command INSTREAM, so that it may run on another machine and needs
/// no right to our files. Source: clamd(8). Thread-safe: one connection for each file.
///
/// Its setting `StreamMaxLength` must be no smaller than our largest file; what is larger counts as
/// not scanned.
public final class Clamd implements MalwareScan {
  private static final System.Logger LOG = System.getLogger(Clamd.class.getName());
  private static final int CHUNK = 64 * 1024;

  private final SocketAddress address;
  private final Duration patience;

  /// @param address `HOST:PORT`, or the path of a socket on this machine; see [#isAddress]
  /// @param patience for the whole of one file
  public Clamd(String address, Duration patience) {
    this.address = read(address);
    this.patience = patience;
  }

  /// True for `127.0.0.1:3310` and for `/run/clamav/clamd.ctl`.
  public static boolean isAddress(String address) {
    return address.startsWith("/") || address.matches("[A-Za-z0-9.-]+:\\d{1,5}");
  }

  private static SocketAddress read(String address) {
    if (address.startsWith("/")) {
      return UnixDomainSocketAddress.of(address);
    }
    int colon = address.lastIndexOf(':');
    // Unresolved: a name may come to mean another machine while we run.
    return InetSocketAddress.createUnresolved(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  @Override
  public Verdict scan(Path file) {
    var done = new CountDownLatch(1);
    try (var channel = SocketChannel.open(family())) {
      var _ = Thread.ofVirtual().name("clamd-guard").start(() -> closeLate(channel, done));
      channel.connect(resolved());
      return verdict(ask(file, channel));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "event=clamd.unreachable why={0}", e.toString());
      return Verdict.NOT_SCANNED;
    } finally {
      done.countDown();
    }
  }

  private ProtocolFamily family() {
    return address instanceof UnixDomainSocketAddress
        ? StandardProtocolFamily.UNIX
        : StandardProtocolFamily.INET;
  }

  private SocketAddress resolved() {
    return address instanceof InetSocketAddress named
        ? new InetSocketAddress(named.getHostString(), named.getPort())
        : address;
  }

  private void closeLate(SocketChannel channel, CountDownLatch done) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "event=clamd.left", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String ask(Path file, SocketChannel channel) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    InputStream in = Channels.newInputStream(channel);
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    try (var bytes = Files.newInputStream(file)) {
      var chunk = new byte[CHUNK];
      for (int n = bytes.readNBytes(chunk, 0, CHUNK);
          n > 0;
          n = bytes.readNBytes(chunk, 0, CHUNK)) {
        out.write(ByteBuffer.allocate(4).putInt(n).array());
        out.write(chunk, 0, n);
      }
      out.write(new byte[4]);
      out.flush();
    } catch (IOException e) {
      // It hangs up on what is too large for it; what it said before tells.
      LOG.log(Level.DEBUG, "event=clamd.hung.up", e);
    }
    return new String(in.readNBytes(1_000), StandardCharsets.UTF_8);
  }

  private static Verdict verdict(String said) {
    var answer = said.replace("\0", "").strip();
    if (answer.equals("stream: OK")) {
      return Verdict.CLEAN;
    }
    if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
      LOG.log(Level.WARNING, "event=media.harmful");
      return Verdict.HARMFUL;
    }
    LOG.log(Level.WARNING, "event=clamd.refused");
    return Verdict.NOT_SCANNED;
  }
}
