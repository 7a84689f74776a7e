package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of threats names tests, and they are there.
class ThreatsTest {

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");

  @Test
  void every_threat_names_a_test_that_is_there() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/threats.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| Who might"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(15);
    List<String> missing = new ArrayList<>();
    for (String row : rows) {
      List<MatchResult> named = NAMED.matcher(row).results().toList();
      if (named.isEmpty()) {
        missing.add(row);
      }
      for (MatchResult test : named) {
        if (!isThere(test.group(1), test.group(2))) {
          missing.add(test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(String name, String method) throws IOException {
    for (String tests : List.of("src/test/java", "../sms/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(tests))) {
        for (Path file : files.filter(f -> f.endsWith(name + ".java")).toList()) {
          if (Files.readString(file).contains("void " + method + "(")) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
