package org.folkmoot;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/// A recording of noise that a browser makes and tus-js-client sends, over a line that breaks at
/// random places and to a portal that is killed once.
final class UploadRun {

  private static final String FORM = "/c/after-six/stories/new";

  /// Makes a WAV of so many megabytes, sends it and gives its SHA-256 and its address.
  private static final String SEND =
      """
      async ([megabytes, seed]) => {
        const length = megabytes * 1024 * 1024;
        const bytes = new Uint8Array(length);
        const words = new Uint32Array(bytes.buffer);
        let x = seed;
        for (let i = 0; i < words.length; i++) words[i] = x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
        const head = new DataView(bytes.buffer);
        [...'RIFF'].forEach((c, i) => bytes[i] = c.charCodeAt(0));
        head.setUint32(4, length - 8, true);
        [...'WAVEfmt '].forEach((c, i) => bytes[8 + i] = c.charCodeAt(0));
        head.setUint32(16, 16, true); head.setUint16(20, 1, true); head.setUint16(22, 1, true);
        head.setUint32(24, 44100, true); head.setUint32(28, 88200, true);
        head.setUint16(32, 2, true); head.setUint16(34, 16, true);
        [...'data'].forEach((c, i) => bytes[36 + i] = c.charCodeAt(0));
        head.setUint32(40, length - 44, true);
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const token = document.querySelector('input[name=csrf]').value;
        const address = await new Promise((done, failed) => {
          const upload = new tus.Upload(new Blob([bytes]), {
            endpoint: '/c/after-six/uploads',
            headers: {'X-Form-Token': token},
            metadata: {filename: 'noise.wav', filetype: 'audio/wav'},
            retryDelays: Array(400).fill(300),
            onShouldRetry: () => true,
            onError: failed,
            onSuccess: () => done(upload.url),
          });
          upload.start();
        });
        const taken = await fetch(address + '/file', {method: 'POST', headers: {'X-Form-Token': token}});
        const hex = [...hash].map(b => b.toString(16).padStart(2, '0')).join('');
        return [hex, (await taken.json()).file];
      }
      """;

  /// @param sent SHA-256 of the file in the browser
  /// @param stored SHA-256 of the original that staff load down
  /// @param breaks how often the line broke, the kill included
  record Sent(String sent, String stored, int breaks) {}

  private UploadRun() {}

  static Sent run(Path data, int megabytes, int disconnects) throws IOException {
    int port = PortalProcess.freePort();
    Browser officer = setUp(data, port);
    var portal = new AtomicReference<>(start(data, port));
    Map<Long, Runnable> breaks = new HashMap<>();
    Random random = new Random();
    long bytes = megabytes * 1024L * 1024L;
    while (breaks.size() < disconnects) {
      breaks.put((long) (bytes * (0.02 + 0.95 * random.nextDouble())), () -> {});
    }
    breaks.put(
        bytes / 2,
        () -> {
          portal.get().kill();
          Thread.ofPlatform().start(() -> portal.set(start(data, port)));
        });
    try (BrokenLine line = BrokenLine.to(port, breaks);
        Chrome chrome = Chrome.over(line.url())) {
      Page page = chrome.person(window -> window.setBypassCSP(true));
      page.navigate(FORM);
      page.addScriptTag(new Page.AddScriptTagOptions().setContent(client()));
      List<?> sent = (List<?>) page.evaluate(SEND, List.of(megabytes, random.nextInt()));
      URI direct = portal.get().url();
      String file = (String) sent.get(1);
      tell(Chrome.goOn(page, new Browser(HttpClient.newHttpClient(), direct)), file);
      byte[] stored = officer.get("/desk/c/after-six/media/" + file).bytes();
      return new Sent((String) sent.get(0), sha256(stored), line.broken());
    } finally {
      portal.get().close();
    }
  }

  /// Opens a consultation there; its officer stays signed in.
  static Browser setUp(Path data, int port) {
    try (Portal portal = Portal.start(Map.of("data", data.toString()), false)) {
      // The process has the machine's clock.
      portal.time().forward(Duration.between(portal.time().instant(), Instant.now()));
      portal.setUp();
      Browser officer =
          new Browser(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port));
      portal.officer().cookies().forEach(officer::cookie);
      return officer;
    }
  }

  static PortalProcess start(Path data, int port) {
    return PortalProcess.start(data, port, "serve");
  }

  /// Keeps the file, as the form does once its file has arrived.
  static void tell(Browser teller, String file) {
    ScreenForm form = teller.get(FORM).form();
    Screen thanks =
        teller.post(
            FORM,
            Map.of(
                "csrf", form.value("csrf"),
                "act", form.value("act"),
                "file-id", file,
                "others", "no",
                "use", "unnamed",
                "tell", "code",
                "under18", "no"));
    if (!thanks.path().contains("/thanks/")) {
      throw new AssertionError("not told: " + thanks.errors());
    }
  }

  /// tus-js-client 4.3.1 from npm, as it is published for browsers; its licence lies beside it.
  private static String client() {
    try (var in = UploadRun.class.getResourceAsStream("/upload/tus-js-client-4.3.1.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
