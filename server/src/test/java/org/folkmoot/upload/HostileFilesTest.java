package org.folkmoot.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that mean harm, sent to a portal as a story's file: each is refused with a sentence or
/// made harmless, and the portal goes on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class HostileFilesTest {
  private static final String FORM = "/c/after-six/stories/new";
  private static final String BYTES = "application/offset+octet-stream";

  /// What a safe copy may be served as: nothing that a browser runs.
  private static final Set<String> PASSIVE =
      Set.of("image/jpeg", "image/png", "audio/mpeg", "video/mp4", "text/plain", "text/vtt");

  @TempDir Path folder;

  private Portal portal;

  @BeforeAll
  void open() {
    portal = Portal.start().setUp();
  }

  @AfterAll
  void close() {
    portal.close();
  }

  @AfterEach
  void the_portal_is_alive_and_takes_a_harmless_file() throws Exception {
    assertThat(portal.browser().get("/health/ready").status()).isEqualTo(200);
    served(send("home.png", MediaFiles.picture(20, 10, "png")), "image/png");
  }

  @Test
  void a_document_that_unpacks_to_a_hundred_megabytes() throws Exception {
    refusedOrRead(
        send("letter.docx", Files.readAllBytes(MediaFiles.hugeDocx(folder.resolve("h"), 100))));
  }

  @Test
  void a_zip_in_a_zip_in_a_zip() throws Exception {
    refused(send("letter.docx", MediaFiles.zipBomb()));
  }

  @Test
  void a_document_whose_entities_multiply() throws Exception {
    refused(send("letter.docx", MediaFiles.docxWithEntities()));
  }

  @Test
  void a_photo_that_is_a_page_with_a_script_as_well() throws Exception {
    String id = send("photo.html", MediaFiles.photoThatIsAPage()).path("file").asText();

    Screen shown = served(id, "image/jpeg");
    assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
        "GIF89a/*<script>*/=1;alert(1)//",
        "MZ\u0000\u0003 this program cannot be run",
        "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd",
        ""
      })
  void what_a_browser_or_a_player_would_run(String content) throws Exception {
    refusedOrRead(send("photo.jpg", content.getBytes(UTF_8)));
  }

  @Test
  void a_video_that_ends_too_early() throws Exception {
    byte[] whole = MediaFiles.fixture("tagged.mp4");
    refusedOrRead(send("walk.mp4", Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  void a_file_whose_name_says_another_kind() throws Exception {
    served(send("letter.pdf", MediaFiles.picture(31, 10, "png")), "image/png");
    refused(send("photo.jpg", "MZ\u0000\u0001".getBytes(UTF_8)));
  }

  @Test
  void a_picture_of_a_billion_pixels() throws Exception {
    refused(send("map.png", MediaFiles.pngOfSize(40_000, 40_000)));
  }

  @Test
  void a_letter_of_fifty_thousand_pages() throws Exception {
    refusedOrRead(send("letter.pdf", MediaFiles.manyPages(50_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd.png",
        "C:\\windows\\system32\\a.png",
        "bell\u0007\u0000zero\r\nSet-Cookie: a=b.png",
        "photo\u202Egnp.exe",
        "\"><script>alert(1)</script>.png",
        "\ud83d\ude00\u200b\ufeff.png"
      })
  void names_that_lead_elsewhere(String name) throws Exception {
    byte[] picture = MediaFiles.picture(41, name.length(), "png");
    JsonNode file = send(name, picture);

    assertThat(file.path("name").asText()).doesNotContainPattern("[/\\\\\\p{Cntrl}\u202e\u200b]");
    String id = file.path("file").asText();
    tell(id);
    Screen original = portal.officer().get("/desk/c/after-six/media/" + id);
    assertThat(original.bytes()).isEqualTo(picture);
    assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(original.header("Content-Disposition"))
        .matches("attachment; filename=\"[A-Za-z0-9.-]+\"");
    Screen desk = portal.officer().get("/desk/c/after-six/stories/" + story());
    assertThat(desk.page().select("main script")).isEmpty();
  }

  @Test
  void the_death_of_whoever_reads_files() throws Exception {
    send("home.png", MediaFiles.picture(20, 10, "png"));
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("ExaminerChild"))
        .forEach(ProcessHandle::destroyForcibly);
    served(send("home.png", MediaFiles.picture(20, 10, "png")), "image/png");
  }

  private void refused(JsonNode answer) {
    assertThat(answer.has("file")).as(answer.toString()).isFalse();
    assertThat(answer.path("said").asText()).endsWith(".").doesNotContain("Exception");
  }

  /// Either refused, or nothing but its words or its picture are left of it.
  private void refusedOrRead(JsonNode answer) {
    if (!answer.has("file")) {
      refused(answer);
    } else if (answer.path("kind").asText().equals("DOCUMENT")) {
      assertThat(portal.resident().get(media(answer)).status()).isEqualTo(404);
      assertThat(portal.officer().get(media(answer)).status()).isEqualTo(404);
    } else {
      served(answer, null);
    }
  }

  private Screen served(JsonNode answer, String type) {
    assertThat(answer.has("file")).as(answer.toString()).isTrue();
    return served(answer.path("file").asText(), type);
  }

  /// What people get of it, once it is part of a story.
  private Screen served(String id, String type) {
    tell(id);
    Screen shown = portal.officer().get("/c/after-six/media/" + id);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(PASSIVE).contains(shown.header("Content-Type"));
    if (type != null) {
      assertThat(shown.header("Content-Type")).isEqualTo(type);
    }
    assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(shown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(shown.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    return shown;
  }

  private static String media(JsonNode answer) {
    return "/c/after-six/media/" + answer.path("file").asText();
  }

  private String story() {
    return portal
        .officer()
        .get("/desk/c/after-six/stories")
        .page()
        .select("main td a, main th a")
        .first()
        .attr("href")
        .replaceFirst(".*/", "");
  }

  private JsonNode send(String name, byte[] bytes) throws IOException {
    Browser sender = portal.resident();
    // Each sends a few files only; the limit for one browser is not what is tried here.
    String token = sender.get(FORM).form().value("csrf");
    String encoded = Base64.getEncoder().encodeToString(name.getBytes(UTF_8));
    sender
        .header("Tus-Resumable", "1.0.0")
        .header("X-Form-Token", token)
        .header("Upload-Length", String.valueOf(bytes.length))
        .header("Upload-Metadata", "filename " + encoded)
        .header("Upload-Offset", "0");
    Screen begun = sender.send("POST", "/c/after-six/uploads", BYTES, new byte[0]);
    assertThat(begun.status()).as(begun.html()).isEqualTo(201);
    String upload = begun.header("Location");
    if (bytes.length > 0) {
      assertThat(sender.send("PATCH", upload, BYTES, bytes).status()).isEqualTo(204);
    }
    Screen taken = sender.send("POST", upload + "/file", BYTES, new byte[0]);
    assertThat(taken.status()).isIn(200, 422);
    return new ObjectMapper().readTree(taken.bytes());
  }

  private void tell(String file) {
    Browser teller = portal.resident();
    ScreenForm form = teller.get(FORM).form();
    var fields =
        new HashMap<>(Map.of("file-id", file, "others", "no", "use", "unnamed", "tell", "code"));
    fields.put("under18", "no");
    fields.put("csrf", form.value("csrf"));
    fields.put("act", form.value("act"));
    assertThat(teller.post(FORM, fields).path()).contains("/thanks/");
  }
}
