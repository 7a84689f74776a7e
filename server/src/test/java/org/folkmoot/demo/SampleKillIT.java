package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.App;
import org.folkmoot.KilledTown;
import org.folkmoot.Settings;
import org.folkmoot.record.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A portal was killed that was loading the sample; the next start has finished it.
class SampleKillIT {

  @TempDir Path data;

  @Test
  void a_half_loaded_sample_is_finished_by_the_next_start() {
    KilledTown.copyTo(data);
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
}
