package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser with a tus client that we did not write sends a recording over a line that breaks, to
/// a portal that is killed meanwhile. `-Pbench -Dbench=uploads` does it at full size.
final class UploadIT {

  @TempDir Path data;

  @Test
  void what_another_client_sends_over_a_line_that_breaks_arrives_whole() throws Exception {
    var sent = UploadRun.run(data, 20, 5);

    assertThat(sent.breaks()).isEqualTo(6);
    assertThat(sent.stored()).isEqualTo(sent.sent()).hasSize(64);
  }
}
