package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.folkmoot.App;
import org.folkmoot.Settings;
import org.folkmoot.record.Channel;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a portal that is loading the sample; the next start finishes it.
class SampleKillIT {

  @TempDir Path data;

  @Test
  void a_half_loaded_sample_is_finished_by_the_next_start() throws Exception {
    killWhileLoading();
    try (Store store = Store.embedded(data.resolve("store"))) {
      assertThat(store.claims().holder("sample:wrenmouth:day")).as("had begun").isPresent();
      assertThat(store.claims().holder("sample:wrenmouth")).as("had finished").isEmpty();
    }

    try (App app =
        App.start(
            Settings.from(
                Map.of("port", "0", "admin_token", "every-right", "data", data.toString())),
            InstantSource.system(),
            true)) {
      Map<Channel, Long> heard = app.record().reading().heard("after-six");
      assertThat(heard.values().stream().mapToLong(n -> n).sum()).isEqualTo(183);
      assertThat(
              app.record().reading().heard("waiting-places").values().stream()
                  .mapToLong(n -> n)
                  .sum())
          .isEqualTo(75);
      for (String slug : Demo.CONSULTATIONS) {
        List<Instant> at =
            app.record().ledger().after(slug, 0, 5_000).stream()
                .map(entry -> entry.act().at())
                .toList();
        assertThat(at).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(app.record().ledger().verify(slug).wrong()).isEmpty();
      }
    }
  }

  /// The files of stories are examined while the rest is loaded: when the first is there, loading
  /// is under way.
  private void killWhileLoading() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.folkmoot.Main",
            "serve",
            "--demo");
    builder.environment().put("FOLKMOOT_DATA", data.toString());
    builder.environment().put("FOLKMOOT_PORT", "0");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      while (!isExamining()) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
      }
      assertThat(process.waitFor(700, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private boolean isExamining() throws IOException {
    Path work = data.resolve("examiner");
    if (!Files.isDirectory(work)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(work, "upload-*")) {
      return files.iterator().hasNext();
    }
  }
}
