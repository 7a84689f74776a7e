package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.folkmoot.door.Json;
import org.folkmoot.door.ProblemException;
import org.jspecify.annotations.Nullable;

/// One socket at `/live/{session}`. Carries events down; hears only `join` and `ping`.
///
/// Helidon calls it on the connection's thread. It checks no origin, answers no ping and reports no
/// lost connection; this class and [LiveHub] do. Callbacks never throw, since Helidon would tell
/// the other side the exception's message.
final class LiveSocket implements WsListener {

  private static final int MAX_MESSAGE = 4_096;

  private final LiveDoor door;
  private final LiveHubs hubs;
  private final StringBuilder message = new StringBuilder();
  private LiveDoor.Asked asked = new LiveDoor.Asked("", "", "", "", "");
  private LiveDoor.Entry entry = new LiveDoor.Entry.NotAllowed();
  private @Nullable LiveConnection connection;
  private boolean joined;

  LiveSocket(LiveDoor door, LiveHubs hubs) {
    this.door = door;
    this.hubs = hubs;
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
      throws WsUpgradeException {
    String path = prologue.uriPath().path();
    String origin = headers.first(HeaderNames.ORIGIN).orElse("");
    if (!door.isOurs(origin, headers.first(HeaderNames.HOST).orElse(""))) {
      throw new WsUpgradeException("foreign origin");
    }
    asked =
        new LiveDoor.Asked(
            path.substring(path.lastIndexOf('/') + 1),
            headers.first(HeaderNames.COOKIE).orElse(""),
            headers.first(HeaderNames.AUTHORIZATION).orElse(""),
            prologue.query().first("join").orElse(""),
            prologue.query().first("as").orElse(""));
    entry = door.enter(asked);
    return Optional.empty();
  }

  @Override
  public void onOpen(WsSession wire) {
    LiveConnection opened =
        new LiveConnection(new SocketWire(wire), entry, before -> door.again(asked, before));
    connection = opened;
    opened.isStillLetIn();
  }

  @Override
  public void onMessage(WsSession wire, String text, boolean last) {
    LiveConnection to = connection;
    if (to == null) {
      return;
    }
    to.hear();
    if (message.length() + text.length() > MAX_MESSAGE) {
      to.close(1009, "too long");
      return;
    }
    message.append(text);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      act(to, whole);
    }
  }

  @Override
  public void onMessage(WsSession wire, BufferData data, boolean last) {
    LiveConnection to = connection;
    if (to != null) {
      to.close(1003, "text only");
    }
  }

  @Override
  public void onPing(WsSession wire, BufferData payload) {
    LiveConnection to = connection;
    if (to != null) {
      to.hear();
      to.pong(payload.readBytes());
    }
  }

  @Override
  public void onPong(WsSession wire, BufferData payload) {
    LiveConnection to = connection;
    if (to != null) {
      to.hear();
    }
  }

  @Override
  public void onClose(WsSession wire, int status, String reason) {
    gone();
  }

  @Override
  public void onError(WsSession wire, Throwable cause) {
    gone();
  }

  private void act(LiveConnection to, String text) {
    JsonNode said;
    try {
      said = Json.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (ProblemException e) {
      to.close(1007, "not JSON");
      return;
    }
    switch (said.path("t").asText()) {
      case "join" -> {
        if (!joined && to.isStillLetIn()) {
          joined = true;
          hubs.join(asked.session(), to, said.path("after").asLong(-1));
        }
      }
      case "ping" -> to.send("{\"t\":\"pong\"}");
      default -> {
        // What a newer page may say and this portal does not know yet.
      }
    }
  }

  private void gone() {
    LiveConnection to = connection;
    if (to != null) {
      to.end();
      hubs.leave(asked.session(), to);
    }
  }

  private record SocketWire(WsSession socket) implements LiveConnection.Wire {
    @Override
    public void event(long seq, String frame) {
      socket.send(frame, true);
    }

    @Override
    public void ping() {
      socket.ping(BufferData.empty());
    }

    @Override
    public void pong(byte[] payload) {
      socket.pong(BufferData.create(payload));
    }

    @Override
    public void close(int code, String reason) {
      socket.close(code, reason);
    }

    @Override
    public void ended() {
      // Helidon ends the connection when the other side answers the close frame or is gone.
    }
  }
}
