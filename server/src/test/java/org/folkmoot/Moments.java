package org.folkmoot;

import static java.util.stream.Collectors.toSet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.store.embedded.EmbeddedServer;

/// A store over its files, and between it and the portal somebody who copies the files before a
/// write: the copy is what a machine would find whose power failed at that moment. One write after
/// another, so that no copy is of two moments. Copies are kept of one write of an act, each as
/// likely as any other, and of its end; with `-Dstress=1` of every one. Thread-safe.
final class Moments implements AutoCloseable {

  /// MongoDB wire protocol: the commands that write, and where their names stand in an OP_MSG.
  private static final Set<String> WRITES =
      Stream.of("insert", "update", "delete", "findAndModify").collect(toSet());

  private static final int OP_MSG = 2013;
  private static final int HEADER = 16;
  private static final int NAME = HEADER + 4 + 1 + 4 + 1;

  private final Path data;
  private final Path into;
  private final EmbeddedServer store;
  private final ServerSocket door;
  private final Random random = new Random();
  private final boolean all = Integer.getInteger("stress", 0) > 0;
  private final List<Moment> kept = new ArrayList<>();
  private boolean copying;
  private int writes;
  private int made;

  /// @param number how many writes of the act came before it
  /// @param files what a machine would find
  record Moment(int number, Path files) {}

  /// What an act did.
  ///
  /// @param writes how many
  /// @param kept moments of it, first to last; the last is the one at which it is acknowledged
  record Walk(int writes, List<Moment> kept) {}

  /// @param data where a portal that does not run has kept its data
  /// @param into where the copies go
  Moments(Path data, Path into) throws IOException {
    this.data = data;
    this.into = into;
    this.store = EmbeddedServer.start(data.resolve("store"), 0);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::welcome);
  }

  /// Where a portal finds the store.
  String uri() {
    return "mongodb://127.0.0.1:" + door.getLocalPort();
  }

  /// Does something, and keeps moments of it: before a write, and once it is acknowledged.
  Walk of(Runnable act) {
    synchronized (this) {
      kept.clear();
      writes = 0;
      copying = true;
    }
    try {
      act.run();
    } finally {
      synchronized (this) {
        copy();
        copying = false;
      }
    }
    return new Walk(writes, List.copyOf(kept));
  }

  private void welcome() {
    try {
      while (true) {
        Socket portal = door.accept();
        Thread.ofVirtual().start(() -> serve(portal));
      }
    } catch (IOException e) {
      // The door is closed at the end.
      assert door.isClosed() : e;
    }
  }

  private void serve(Socket portal) {
    URI at = URI.create(store.uri());
    try (portal;
        Socket server = new Socket(at.getHost(), at.getPort());
        var asked = new DataInputStream(new BufferedInputStream(portal.getInputStream()));
        var answered = new DataInputStream(new BufferedInputStream(server.getInputStream()))) {
      while (true) {
        byte[] request = frame(asked);
        if (WRITES.contains(command(request))) {
          write(request, server.getOutputStream(), answered, portal.getOutputStream());
        } else {
          server.getOutputStream().write(request);
          portal.getOutputStream().write(frame(answered));
        }
      }
    } catch (EOFException e) {
      // The portal has hung up.
    } catch (IOException e) {
      assert door.isClosed() || portal.isClosed() : e;
    }
  }

  private synchronized void write(
      byte[] request, OutputStream server, DataInputStream answered, OutputStream portal)
      throws IOException {
    if (copying) {
      if (all || random.nextInt(writes + 1) == 0) {
        if (!all) {
          kept.forEach(moment -> Portal.remove(moment.files()));
          kept.clear();
        }
        copy();
      }
      writes++;
    }
    server.write(request);
    portal.write(frame(answered));
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    byte[] length = new byte[4];
    in.readFully(length);
    int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] frame = new byte[size];
    System.arraycopy(length, 0, frame, 0, 4);
    in.readFully(frame, 4, size - 4);
    return frame;
  }

  private static String command(byte[] frame) {
    int kind = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    if (kind != OP_MSG) {
      return "";
    }
    int end = NAME;
    while (frame[end] != 0) {
      end++;
    }
    return new String(frame, NAME, end - NAME, StandardCharsets.US_ASCII);
  }

  /// Tables that are written once are linked, everything else is copied.
  private void copy() {
    Path to = into.resolve("moment-" + made++);
    try (Stream<Path> all = Files.walk(data)) {
      for (Path from : all.toList()) {
        Path file = to.resolve(data.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(file);
        } else if (from.toString().endsWith(".sst")) {
          Files.createLink(file, from);
        } else {
          Files.copy(from, file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kept.add(new Moment(writes, to));
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.close();
  }
}
