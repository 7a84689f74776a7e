package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every Java file is formatted as google-java-format does it. To mend: run its `Main` with `-i` on
/// the files this names.
final class FormatTest {

  @Test
  void every_java_file_is_formatted() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--dry-run"));
    for (String module : List.of("web", "sms", "server")) {
      arguments.addAll(javaFiles(Path.of("..", module, "src")));
    }
    assertThat(arguments).as("files found").hasSizeGreaterThan(100);
    var unformatted = new StringWriter();
    var faults = new StringWriter();

    new Main(
            new PrintWriter(unformatted, true),
            new PrintWriter(faults, true),
            InputStream.nullInputStream())
        .format(arguments.toArray(String[]::new));

    assertThat(unformatted.toString().lines()).isEmpty();
    assertThat(faults.toString()).isEmpty();
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).toList();
    }
  }
}
