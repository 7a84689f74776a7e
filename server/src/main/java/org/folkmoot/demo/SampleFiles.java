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

/// The files of the sample town, on the class path under `samples/wrenmouth`.
final class SampleFiles {

  private static final String FOLDER = "samples/wrenmouth/";

  /// A file with lines of `name: value` above a line `---` and text below it.
  record Sheet(Map<String, String> head, String text) {
    String get(String name) {
      return head.getOrDefault(name, "");
    }
  }

  byte[] bytes(String file) {
    try (InputStream in = SampleFiles.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the sample file " + file + " is missing");
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

  List<Map<String, String>> rows(String file) {
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
        .sources(ConfigSources.classpath(FOLDER + file))
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
    return new Sheet(head, all.substring(line + 5).strip());
  }
}
