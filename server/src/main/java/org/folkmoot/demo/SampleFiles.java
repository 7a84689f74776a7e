package org.folkmoot.demo;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.door.CsvTable;

/// The files of one folder of the sample town, on the class path under `samples/wrenmouth`.
///
/// @param folder empty for the town's own, else with a slash at its end
record SampleFiles(String folder) {

  private static final String TOWN = "samples/wrenmouth/";

  /// A file with lines of `name: value` above a line `---` and text below it.
  ///
  /// @param about what stands below a line that begins with `===`; empty if there is none
  record Sheet(Map<String, String> head, String text, String about) {
    String get(String name) {
      return head.getOrDefault(name, "");
    }
  }

  /// One row of a table; its columns are named in small letters.
  record Row(Map<String, String> cells) {
    String get(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  byte[] bytes(String file) {
    String path = TOWN + folder + file;
    try (InputStream in = SampleFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the sample file " + path + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  List<String> lines(String file) {
    return text(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  List<Row> rows(String file) {
    return cells(file).stream().map(Row::new).toList();
  }

  /// The same, each row by column.
  List<Map<String, String>> cells(String file) {
    try {
      return CsvTable.read(bytes(file)).rows();
    } catch (CsvTable.UnreadableException e) {
      throw new IllegalStateException("the sample file " + file + " is no table", e);
    }
  }

  Config yaml(String file) {
    return Config.builder()
        .disableEnvironmentVariablesSource()
        .disableSystemPropertiesSource()
        .sources(ConfigSources.classpath(TOWN + folder + file))
        .build();
  }

  Sheet sheet(String file) {
    String all = text(file);
    int line = all.indexOf("\n---\n");
    Map<String, String> head = new LinkedHashMap<>();
    all.substring(0, line)
        .lines()
        .forEach(each -> {
          int colon = each.indexOf(':');
          head.put(each.substring(0, colon).strip(), each.substring(colon + 1).strip());
        });
    String below = all.substring(line + 5);
    int about = below.indexOf("\n===");
    return about < 0
        ? new Sheet(head, below.strip(), "")
        : new Sheet(
            head,
            below.substring(0, about).strip(),
            below.substring(below.indexOf('\n', about + 1)).strip());
  }
}
