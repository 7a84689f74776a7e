package org.folkmoot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Large files in and out of the packaged portal with 256 MB of heap: one over a line that breaks,
/// fifty at once, and parts of a video of a gigabyte.
final class UploadBench {

  private static final int MEGABYTES = Integer.getInteger("bench.megabytes", 200);
  private static final int BREAKS = 20;
  private static final int AT_ONCE = 50;
  private static final int EACH = Integer.getInteger("bench.each", 100);
  private static final long VIDEO = 1024L * 1024 * 1024;
  private static final int PART = 64 * 1024;
  private static final int PARTS = 200;
  private static final int MB = 1024 * 1024;
  private static final String FORM = "/c/after-six/stories/new";

  private UploadBench() {}

  static List<String> uploads() throws IOException, InterruptedException {
    List<String> page = new ArrayList<>();
    page.add("");
    page.add("## Files over lines that break");
    page.add("");
    page.add(
        "tus-js-client in a browser sends a recording of %d MB over a line that drops %d times, to a"
                .formatted(MEGABYTES, BREAKS)
            + " portal that is killed once; then %d senders at once, %d MB each. At most 256 MB of"
                .formatted(AT_ONCE, EACH)
            + " heap.");
    page.add("");
    page.add("| | |");
    page.add("|---|---|");
    long began = System.nanoTime();
    var sent = UploadRun.run(Files.createTempDirectory("bench-upload"), MEGABYTES, BREAKS);
    row(page, "breaks, the kill among them", String.valueOf(sent.breaks()));
    row(page, "hash of what is stored", sent.stored().equals(sent.sent()) ? "the same" : "another");
    row(page, "clock, with two starts, s", seconds(began));
    atOnce(page);
    return page;
  }

  private static void atOnce(List<String> page) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bench-uploads");
    int port = PortalProcess.freePort();
    var officer = UploadRun.setUp(data, port);
    try (PortalProcess portal = UploadRun.start(data, port);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      officer.get(FORM);
      double before = portal.residentMegabytes();
      long began = System.nanoTime();
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(senders.submit(() -> send(portal.url())));
      }
      double most = before;
      while (!all.stream().allMatch(Future::isDone)) {
        most = Math.max(most, portal.residentMegabytes());
        LockSupport.parkNanos(200_000_000);
      }
      long whole = all.stream().filter(one -> one.resultNow() == 204).count();
      row(page, "of " + AT_ONCE + " at once, arrived whole", String.valueOf(whole));
      row(page, "clock for those, s", seconds(began));
      row(
          page,
          "resident before and at most, MB",
          String.format(Locale.ROOT, "%.0f, %.0f", before, most));
    }
  }

  private static int send(URI portal) {
    HttpClient client = HttpClient.newHttpClient();
    Browser sender = new Browser(client, portal);
    sender.get("/");
    String token = sender.get(FORM).form().value("csrf");
    sender
        .header("Tus-Resumable", "1.0.0")
        .header("X-Form-Token", token)
        .header("Upload-Length", String.valueOf((long) EACH * MB));
    String upload =
        sender.send("POST", "/c/after-six/uploads", "x/y", new byte[0]).header("Location");
    String cookies =
        String.join("; ", sender.cookies().entrySet().stream().map(Object::toString).toList());
    HttpRequest request =
        HttpRequest.newBuilder(portal.resolve(upload))
            .header("Cookie", cookies)
            .header("Tus-Resumable", "1.0.0")
            .header("X-Form-Token", token)
            .header("Upload-Offset", "0")
            .header("Content-Type", "application/offset+octet-stream")
            .method(
                "PATCH",
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> new Noise((long) EACH * MB)),
                    (long) EACH * MB))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static List<String> media() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bench-media");
    int port = PortalProcess.freePort();
    var officer = UploadRun.setUp(data, port);
    String file = video(data, port);
    List<String> page = new ArrayList<>();
    page.add("");
    page.add("## Parts of a video of a gigabyte");
    page.add("");
    page.add(
        "Encrypted in the store, asked for by range from %d random places, %d KB each, one request"
                .formatted(PARTS, PART / 1024)
            + " at a time; then the whole of it. At most 256 MB of heap.");
    page.add("");
    page.add("| | |");
    page.add("|---|---|");
    try (PortalProcess portal = UploadRun.start(data, port)) {
      URI address = portal.url().resolve("/c/after-six/media/" + file);
      String cookies =
          String.join("; ", officer.cookies().entrySet().stream().map(Object::toString).toList());
      HttpClient client = HttpClient.newHttpClient();
      Random random = new Random(3);
      List<Double> took = new ArrayList<>();
      for (int i = 0; i < PARTS + 20; i++) {
        long from = (long) (random.nextDouble() * (VIDEO - PART));
        double millis = firstByte(client, address, cookies, from);
        if (i >= 20) {
          took.add(millis);
        }
      }
      took.sort(null);
      row(page, "first byte, median, ms", millis(took.get(PARTS / 2)));
      row(page, "first byte, 95 of 100, ms", millis(took.get(PARTS * 95 / 100)));
      double before = portal.residentMegabytes();
      long began = System.nanoTime();
      long read = whole(client, address, cookies);
      row(page, "the whole, MB", String.valueOf(read / MB));
      row(page, "clock for the whole, s", seconds(began));
      row(
          page,
          "resident before and after the whole, MB",
          String.format(Locale.ROOT, "%.0f, %.0f", before, portal.residentMegabytes()));
    }
    return page;
  }

  /// Tells a story with a video, and puts a gigabyte in the place of its safe copy.
  private static String video(Path data, int port) throws IOException {
    String file;
    try (PortalProcess portal = UploadRun.start(data, port)) {
      Browser teller = new Browser(HttpClient.newHttpClient(), portal.url());
      teller.get("/");
      Screen thanks =
          teller
              .get(FORM)
              .form()
              .attach("file", "a.mp4", "video/mp4", MediaFiles.fixture("tagged.mp4"))
              .closing()
              .submit();
      if (!thanks.path().contains("/thanks/")) {
        throw new IllegalStateException("not told: " + thanks.errors());
      }
      portal.end();
    }
    try (Store store = Store.embedded(data.resolve("store"))) {
      Keys keys = Keys.open(data.resolve("master-key.json"), false, store);
      BlobId video = store.blobs(keys).put(new Noise(VIDEO), "video/mp4");
      Document stored = store.collection("media").find().first();
      file = stored.getString("_id");
      store
          .collection("media")
          .updateOne(
              new Document("_id", file),
              new Document("$set", new Document(Map.of("safe", video.value()))));
    }
    return file;
  }

  private static double firstByte(HttpClient client, URI address, String cookies, long from)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    var response =
        client.send(
            HttpRequest.newBuilder(address)
                .header("Cookie", cookies)
                .header("Range", "bytes=" + from + "-" + (from + PART - 1))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      if (response.statusCode() != 206 || in.read() < 0) {
        throw new IllegalStateException(address + " answered " + response.statusCode());
      }
      double millis = (System.nanoTime() - began) / 1e6;
      in.readAllBytes();
      return millis;
    }
  }

  private static long whole(HttpClient client, URI address, String cookies)
      throws IOException, InterruptedException {
    var response =
        client.send(
            HttpRequest.newBuilder(address).header("Cookie", cookies).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] buffer = new byte[PART];
      long read = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read += n;
      }
      return read;
    }
  }

  private static void row(List<String> page, String name, String value) {
    page.add("| " + name + " | " + value + " |");
  }

  private static String seconds(long began) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }

  /// So many bytes that no store packs.
  private static final class Noise extends InputStream {
    private final Random random = new Random(11);
    private long left;

    Noise(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int length = (int) Math.min(most, left);
      for (int i = 0; i < length; i++) {
        into[from + i] = (byte) (i * 31 + left);
      }
      left -= length;
      return length;
    }
  }
}
