package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody who listens to a live session over a real socket, and may stop reading.
public final class LiveClient implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final boolean reads;
  private final WebSocket socket;

  private LiveClient(URI portal, String path, String header, String value, boolean reads) {
    this.reads = reads;
    URI address = URI.create(portal.toString().replaceFirst("http", "ws") + path);
    WebSocket.Builder building = http.newWebSocketBuilder();
    if (!header.isEmpty()) {
      building.header(header, value);
    }
    this.socket = building.buildAsync(address, this).join();
  }

  /// Connects as anybody.
  public static LiveClient to(URI portal, String path) {
    return new LiveClient(portal, path, "", "", true);
  }

  public static LiveClient with(URI portal, String path, String header, String value) {
    return new LiveClient(portal, path, header, value, true);
  }

  /// Connects and then reads nothing until [#readOn].
  static LiveClient slow(URI portal, String path) {
    return new LiveClient(portal, path, "", "", false);
  }

  public LiveClient join(long after) {
    return send("{\"t\":\"join\",\"after\":" + after + "}");
  }

  LiveClient send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  void readOn() {
    socket.request(Long.MAX_VALUE);
  }

  /// The next frame of this type; others before it are passed over.
  public JsonNode next(String type) {
    return nextOf(type);
  }

  /// The next frame of one of these types.
  JsonNode nextOf(String... types) {
    try {
      while (true) {
        JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("no " + List.of(types) + " came");
        }
        if (List.of(types).contains(frame.path("t").asText())) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The next so many events.
  public List<JsonNode> events(int count) {
    List<JsonNode> events = new ArrayList<>();
    while (events.size() < count) {
      events.add(next("event"));
    }
    return events;
  }

  /// Waits for an event of this kind.
  JsonNode event(String kind) {
    JsonNode event = next("event");
    while (!event.path("kind").asText().equals(kind)) {
      event = next("event");
    }
    return event;
  }

  int closeCode() {
    try {
      return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("it was not closed", e);
    }
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    if (reads) {
      webSocket.request(Long.MAX_VALUE);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try {
        frames.add(MAPPER.readTree(part.toString()));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
      part.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
