package org.folkmoot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a portal that breaks: after so many bytes have gone up it, everything that is on it
/// drops, and something more may happen.
final class BrokenLine implements AutoCloseable {

  private final ServerSocket here;
  private final int portal;
  private final NavigableMap<Long, Runnable> breaks;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private long sent;
  private int broken;

  /// @param breaks what happens at a break, by the number of bytes sent up until then
  private BrokenLine(int portal, Map<Long, Runnable> breaks) throws IOException {
    this.here = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    this.portal = portal;
    this.breaks = new TreeMap<>(breaks);
  }

  static BrokenLine to(int portal, Map<Long, Runnable> breaks) {
    try {
      var line = new BrokenLine(portal, breaks);
      Thread.ofVirtual().start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + here.getLocalPort());
  }

  /// How often it broke.
  synchronized int broken() {
    return broken;
  }

  private void accept() {
    while (!here.isClosed()) {
      try {
        Socket client = here.accept();
        Thread.ofVirtual().start(() -> join(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), portal)) {
      open.add(client);
      open.add(server);
      Thread down = Thread.ofVirtual().start(() -> carry(server, client, false));
      carry(client, server, true);
      server.shutdownOutput();
      down.join();
    } catch (IOException _) {
      // The portal is down, or somebody hung up: that is what this line is for.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private void carry(Socket from, Socket to, boolean up) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (up) {
          count(n);
        }
      }
    } catch (IOException _) {
      drop(from);
      drop(to);
    }
  }

  private void count(int bytes) {
    Runnable due;
    synchronized (this) {
      sent += bytes;
      if (breaks.isEmpty() || breaks.firstKey() > sent) {
        return;
      }
      due = breaks.pollFirstEntry().getValue();
      broken++;
    }
    due.run();
    open.forEach(this::drop);
  }

  private void drop(Socket socket) {
    open.remove(socket);
    try {
      // No farewell: what is on its way is lost.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // Dropped already, at its other end.
      return;
    }
  }

  @Override
  public void close() {
    try {
      here.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::drop);
  }
}
