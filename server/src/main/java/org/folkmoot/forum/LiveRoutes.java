package org.folkmoot.forum;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;

/// The events of a session for those whose network lets no socket through: the same frames as
/// server-sent events.
final class LiveRoutes implements RouteTable.Routes {

  private final LiveDoor door;
  private final LiveHubs hubs;
  private final ForumService forum;

  LiveRoutes(LiveDoor door, LiveHubs hubs, ForumService forum) {
    this.door = door;
    this.hubs = hubs;
    this.forum = forum;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/live/{session}", Access.signed(), Limit.LIVE, this::noSocket);
    table.get("/live/{session}/events", Access.signed(), Limit.LIVE, this::events);
  }

  /// Reached when an upgrade was refused or not asked for.
  private Answer noSocket(Ask ask) {
    if (!door.isOurs(ask.header("origin"), ask.header("host"))) {
      throw new ProblemException(new Problem.Forbidden());
    }
    return Answer.empty(426).header("Upgrade", "websocket").header("Connection", "Upgrade");
  }

  private Answer events(Ask ask) {
    Session session = forum.get(ask.value("session"));
    if (!door.isOurs(ask.header("origin"), ask.header("host"))) {
      throw new ProblemException(new Problem.Forbidden());
    }
    var asked =
        new LiveDoor.Asked(
            session.id(),
            ask.header("cookie"),
            ask.header("authorization"),
            ask.query("join"),
            ask.query("as"));
    LiveDoor.Entry entry = door.enter(asked);
    return switch (entry) {
      case LiveDoor.Entry.SignIn _ -> throw new ProblemException(new Problem.SignInNeeded());
      case LiveDoor.Entry.NotAllowed _ -> throw new ProblemException(new Problem.Forbidden());
      case LiveDoor.Entry.Open _ -> {
        long after = after(ask);
        yield Answer.live(
            "text/event-stream; charset=UTF-8", out -> follow(asked, entry, after, out));
      }
    };
  }

  private void follow(LiveDoor.Asked asked, LiveDoor.Entry entry, long after, OutputStream out)
      throws IOException {
    String session = asked.session();
    var wire = new StreamWire(out);
    var connection = new LiveConnection(wire, entry, before -> door.again(asked, before));
    wire.of = connection;
    out.write(": live\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    hubs.join(session, connection, after);
    try {
      wire.over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.end();
      hubs.leave(session, connection);
    }
  }

  /// A browser that comes back says where it was in `Last-Event-ID`.
  private static long after(Ask ask) {
    String seen = ask.header("last-event-id");
    String after = seen.isEmpty() ? ask.query("after") : seen;
    if (after.isEmpty()) {
      return -1;
    }
    if (!after.matches("\\d{1,15}")) {
      throw new ProblemException(new Problem.Invalid("after must be a number."));
    }
    return Long.parseLong(after);
  }

  private static final class StreamWire implements LiveConnection.Wire {
    private final OutputStream out;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @org.jspecify.annotations.Nullable LiveConnection of;

    StreamWire(OutputStream out) {
      this.out = out;
    }

    @Override
    public void event(long seq, String frame) throws IOException {
      write((seq == 0 ? "" : "id: " + seq + "\n") + "data: " + frame + "\n\n");
    }

    @Override
    public void ping() throws IOException {
      write(": ping\n\n");
    }

    @Override
    public void pong(byte[] payload) {
      // Event streams are never pinged by the other side.
    }

    @Override
    public void close(int code, String reason) throws IOException {
      write("event: close\ndata: " + code + "\n\n");
    }

    @Override
    public void ended() {
      over.countDown();
    }

    /// What could be written was heard: it is the only sign of life a stream has.
    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      LiveConnection written = of;
      if (written != null) {
        written.hear();
      }
    }
  }
}
