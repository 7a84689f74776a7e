package org.folkmoot.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Cookies;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/// The protocol, request by request. Source: <https://tus.io/protocols/resumable-upload>
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class UploadTest {
  private static final String UPLOADS = "/c/after-six/uploads";
  private static final String BYTES = "application/offset+octet-stream";
  private static final byte[] NOTHING = new byte[0];

  private Portal portal;

  @BeforeAll
  void open() {
    portal = Portal.start().setUp();
  }

  @AfterAll
  void close() {
    portal.close();
  }

  @Test
  void a_file_in_three_pieces_is_one_file_of_a_story() {
    byte[] sound = MediaFiles.fixture("tagged.mp3");
    Browser sender = sender();
    String upload = begin(sender, sound.length);
    assertThat(arrived(sender, upload)).isZero();

    int third = sound.length / 3;
    assertThat(send(sender, upload, 0, part(sound, 0, third)).header("Upload-Offset"))
        .isEqualTo(String.valueOf(third));
    assertThat(send(sender, upload, third, part(sound, third, 2 * third)).status()).isEqualTo(204);
    assertThat(arrived(sender, upload)).isEqualTo(2 * third);
    assertThat(taken(sender, upload).status()).as("not all is there").isEqualTo(409);
    assertThat(send(sender, upload, 2 * third, part(sound, 2 * third, sound.length)).status())
        .isEqualTo(204);

    JsonNode file = json(taken(sender, upload));
    assertThat(file.path("kind").asText()).isEqualTo("SOUND");
    assertThat(file.path("said").asText()).contains("bridge – home.mp3");
    assertThat(json(taken(sender, upload))).as("asked again").isEqualTo(file);
    String id = file.path("file").asText();
    assertThat(tell(sender, id).path()).contains("/thanks/");
    assertThat(portal.officer().get("/desk/c/after-six/media/" + id).bytes()).isEqualTo(sound);
    assertThat(taken(sender, upload).status()).as("it is a story's now").isEqualTo(409);
  }

  @Test
  void what_came_before_the_line_broke_is_there() throws IOException {
    byte[] whole = new byte[900_000];
    Arrays.fill(whole, (byte) 7);
    Browser sender = sender();
    String upload = begin(sender, whole.length);

    breakOff(sender, upload, whole, 600_000);

    long arrived = arrived(sender, upload);
    for (int look = 0; arrived < 600_000 && look < 600; look++) {
      arrived = arrived(sender, upload);
    }
    assertThat(arrived).isEqualTo(600_000);
    assertThat(send(sender, upload, 600_000, part(whole, 600_000, 900_000)).status())
        .isEqualTo(204);
    assertThat(json(taken(sender, upload)).path("said").asText()).contains("cannot take this kind");
    assertThat(state(sender, upload).status()).as("what is refused is gone").isEqualTo(410);
  }

  /// Sends the beginning of a PATCH and drops the connection.
  private void breakOff(Browser sender, String upload, byte[] whole, int after) throws IOException {
    String head =
        "PATCH %s HTTP/1.1\r\nHost: %s\r\nCookie: %s=%s\r\nTus-Resumable: 1.0.0\r\n"
                .formatted(
                    upload,
                    portal.url().getAuthority(),
                    Cookies.DEVICE,
                    sender.cookie(Cookies.DEVICE))
            + "X-Form-Token: %s\r\nContent-Type: %s\r\nUpload-Offset: 0\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                    sender.get("/c/after-six/stories/new").form().value("csrf"),
                    BYTES,
                    whole.length);
    try (Socket line = new Socket(portal.url().getHost(), portal.url().getPort());
        OutputStream out = line.getOutputStream()) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(whole, 0, after);
      out.flush();
    }
  }

  @Test
  void bytes_that_begin_elsewhere_or_go_on_too_long_are_refused() {
    Browser sender = sender();
    String upload = begin(sender, 10);
    assertThat(send(sender, upload, 5, new byte[5]).status()).isEqualTo(409);
    assertThat(send(sender, upload, 0, new byte[11]).status()).isEqualTo(413);
    assertThat(send(sender, upload, 0, new byte[10]).status()).isEqualTo(204);
    assertThat(send(sender, upload, 0, new byte[10]).status()).as("sent twice").isEqualTo(409);
    assertThat(sender.send("PATCH", upload, "text/plain", new byte[1]).status()).isEqualTo(415);
  }

  @Test
  void bytes_that_are_not_what_their_checksum_says_are_not_kept() throws Exception {
    byte[] bytes = "No way home.".getBytes(StandardCharsets.UTF_8);
    Browser sender = sender();
    String upload = begin(sender, bytes.length);

    sender.header("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(new byte[20]));
    assertThat(send(sender, upload, 0, bytes).status()).isEqualTo(460);
    sender.header("Upload-Checksum", "crc32 AAAAAA==");
    assertThat(send(sender, upload, 0, bytes).status()).isEqualTo(400);
    assertThat(arrived(sender, upload)).isZero();

    byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(bytes);
    sender.header("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(sha1));
    assertThat(send(sender, upload, 0, bytes).status()).isEqualTo(204);
    assertThat(json(taken(sender, upload)).path("kind").asText()).isEqualTo("DOCUMENT");
  }

  @Test
  void nobody_else_and_no_other_site_goes_on_with_it() {
    Browser sender = sender();
    String upload = begin(sender, 10);

    assertThat(state(sender(), upload).status()).as("another browser").isEqualTo(404);
    assertThat(sender().send("DELETE", upload, BYTES, NOTHING).status()).isEqualTo(404);
    sender.header("X-Form-Token", "");
    assertThat(send(sender, upload, 0, new byte[10]).status()).as("no token").isEqualTo(403);
    Browser led = sender().header("Origin", "https://elsewhere.example");
    assertThat(led.send("POST", UPLOADS, BYTES, NOTHING).status()).isEqualTo(403);
    Screen asked = led.send("OPTIONS", UPLOADS, BYTES, NOTHING);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(asked.header("Tus-Extension")).isEqualTo("creation,expiration,checksum,termination");
    assertThat(asked.header("Tus-Max-Size")).isEqualTo(String.valueOf(200 * 1024 * 1024));
  }

  @Test
  void a_given_up_upload_is_gone_and_an_old_one_is_swept() {
    Browser sender = sender();
    String upload = begin(sender, 10);
    assertThat(sender.send("DELETE", upload, BYTES, NOTHING).status()).isEqualTo(204);
    assertThat(state(sender, upload).status()).isEqualTo(410);

    String old = begin(sender, 10);
    assertThat(state(sender, old).header("Upload-Expires")).endsWith("GMT");
    portal.time().forward(Duration.ofDays(2).plusSeconds(1));
    assertThat(state(sender, old).status()).isEqualTo(410);
  }

  @Test
  void too_large_too_many_and_too_new_are_said() {
    Browser sender = sender();
    assertThat(wish(sender, 200 * 1024 * 1024 + 1).status()).isEqualTo(413);
    for (int i = 0; i < 3; i++) {
      begin(sender, 10);
    }
    Screen fourth = wish(sender, 10);
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(json(fourth).path("said").asText()).contains("on their way already");
    Screen newer = sender().header("Tus-Resumable", "2.0.0").send("POST", UPLOADS, BYTES, NOTHING);
    assertThat(newer.status()).isEqualTo(412);
    assertThat(newer.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @Test
  void a_machine_sends_by_token_and_names_the_consultation() {
    Browser machine =
        portal
            .browser()
            .header("Authorization", "Bearer a-token-for-tests")
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", "12")
            .header("Upload-Metadata", "filename " + base64("a.txt"));
    String all = "/api/v1/uploads";
    assertThat(machine.send("POST", all, BYTES, NOTHING).status()).isEqualTo(400);
    machine.header("Upload-Metadata", "consultation " + base64("after-six"));
    String upload = machine.send("POST", all, BYTES, NOTHING).header("Location");
    assertThat(upload).startsWith(all);
    assertThat(send(machine, upload, 0, "No way home.".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(204);
    assertThat(json(taken(machine, upload)).path("kind").asText()).isEqualTo("DOCUMENT");
    assertThat(portal.browser().send("POST", all, BYTES, NOTHING).status()).isEqualTo(401);
  }

  /// Somebody who has the page open on which stories are told.
  private Browser sender() {
    Browser browser = portal.resident();
    ScreenForm form = browser.get("/c/after-six/stories/new").form();
    return browser.header("Tus-Resumable", "1.0.0").header("X-Form-Token", form.value("csrf"));
  }

  private static Screen wish(Browser sender, long length) {
    return sender
        .header("Upload-Length", String.valueOf(length))
        .header("Upload-Metadata", "filename " + base64("C:\\my\\bridge – home.mp3"))
        .send("POST", UPLOADS, BYTES, NOTHING);
  }

  private static String begin(Browser sender, long length) {
    Screen begun = wish(sender, length);
    assertThat(begun.status()).as(begun.html()).isEqualTo(201);
    return begun.header("Location");
  }

  private static Screen state(Browser sender, String upload) {
    return sender.send("HEAD", upload, BYTES, NOTHING);
  }

  private static long arrived(Browser sender, String upload) {
    Screen state = state(sender, upload);
    assertThat(state.status()).isEqualTo(200);
    return Long.parseLong(state.header("Upload-Offset"));
  }

  private static Screen send(Browser sender, String upload, long offset, byte[] bytes) {
    return sender
        .header("Upload-Offset", String.valueOf(offset))
        .send("PATCH", upload, BYTES, bytes);
  }

  private static Screen taken(Browser sender, String upload) {
    return sender.send("POST", upload + "/file", BYTES, NOTHING);
  }

  private static Screen tell(Browser sender, String file) {
    ScreenForm form = sender.get("/c/after-six/stories/new").form();
    var fields =
        new HashMap<>(Map.of("file-id", file, "others", "no", "use", "unnamed", "tell", "code"));
    fields.put("under18", "no");
    fields.put("csrf", form.value("csrf"));
    fields.put("act", form.value("act"));
    return sender.post("/c/after-six/stories/new", fields);
  }

  private static byte[] part(byte[] whole, int from, int to) {
    return Arrays.copyOfRange(whole, from, to);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(Screen screen) {
    try {
      return new ObjectMapper().readTree(screen.bytes());
    } catch (IOException e) {
      throw new AssertionError(screen.toString(), e);
    }
  }
}
