package org.folkmoot.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// What is left of place, device and people in safe copies, as exiftool reads them: a reader that
/// we did not write. Where there is none the test is skipped, unless the system property
/// `folkmoot.exiftool` is `required`.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class MetadataByAnotherTest {
  private static final Path EXIFTOOL = Path.of("/usr/bin/exiftool");

  /// Names of tags that tell where, with what, or by whom.
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(gps|location|latitude|longitude|serial|author|artist|creator$|owner|byline"
              + "|copyright(?!flag)|make$|model$|software|title|comment|xmp|iptc|camera).*");

  private static final List<String> RECORDINGS =
      List.of(
          "tagged.mp3",
          "tagged.m4a",
          "tagged.opus",
          "tagged.ogg",
          "tagged.wav",
          "sound.webm",
          "tagged.mp4",
          "position-track.mov",
          "tagged.webm",
          "photo.webp",
          "drawing.gif");

  @TempDir static Path folder;

  @BeforeAll
  static void exiftoolIsThere() {
    boolean there = Files.isExecutable(EXIFTOOL);
    if (!there && System.getProperty("folkmoot.exiftool", "").equals("required")) {
      throw new AssertionError("There is no exiftool on this machine, and it is required.");
    }
    Assumptions.assumeTrue(there, "There is no exiftool on this machine: skipped.");
  }

  @Test
  void no_safe_copy_tells_where_with_what_or_by_whom() throws Exception {
    var originals = new LinkedHashMap<String, byte[]>();
    for (var name : RECORDINGS) {
      originals.put(name, MediaFiles.fixture(name));
    }
    originals.put("photo.jpg", MediaFiles.photoWithPlace());
    originals.put("drawing.png", MediaFiles.drawingWithAuthor());
    var before = Files.createDirectory(folder.resolve("before"));
    var after = Files.createDirectory(folder.resolve("after"));
    try (var examiner = new MediaExaminer(folder.resolve("work"), MediaExaminer.Limits.USUAL)) {
      for (var original : originals.entrySet()) {
        var file = Files.write(before.resolve(original.getKey()), original.getValue());
        var found =
            examiner.examine(
                file, after.resolve(original.getKey()), EnumSet.allOf(MediaKind.class));
        assertThat(found).as(original.getKey()).isInstanceOf(Examination.Examined.class);
      }
    }

    assertThat(telling(before)).as("the premise: they told").hasSizeGreaterThan(8);
    assertThat(telling(after)).isEmpty();
  }

  /// Every tag of every file in a folder that tells too much, by file.
  static Map<String, List<String>> telling(Path folder) throws IOException {
    var process =
        new ProcessBuilder(
                EXIFTOOL.toString(), "-json", "-a", "-u", "-ee", "-G1", folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new ObjectMapper().readTree(process.getInputStream());
    var found = new LinkedHashMap<String, List<String>>();
    for (JsonNode file : said) {
      var tags = new ArrayList<String>();
      file.properties()
          .forEach(tag -> {
            var value = tag.getValue().asText();
            var name = tag.getKey();
            var ours = name.startsWith("System:") || name.startsWith("ExifTool:");
            var empty = value.isBlank() || value.equals("0") || value.equals("-");
            if (!ours && !empty && tells(name, value)) {
              tags.add(name + "=" + value);
            }
          });
      if (!tags.isEmpty()) {
        found.put(file.path("SourceFile").asText().replaceFirst(".*/", ""), tags);
      }
    }
    assertThat(said.size()).isPositive();
    return found;
  }

  private static boolean tells(String name, String value) {
    return TELLING.matcher(name).matches() || value.contains("Secret") || value.contains("52.95");
  }
}
