package org.folkmoot.door;

import java.time.Duration;

/// The one table of how often things may be asked. A hall full of people shares one address, so the
/// limit of an address is wide and the limit of one device is narrow; `0` means no limit there.
public enum Limit {
  PAGE(600, 12_000, 0, Duration.ofMinutes(1)),
  POST(60, 2_400, 0, Duration.ofMinutes(1)),
  SAY(40, 2_400, 0, Duration.ofMinutes(1)),
  /// Sockets and event streams of live sessions: after a restart a whole hall comes back at once.
  LIVE(120, 12_000, 0, Duration.ofMinutes(1)),
  UPLOAD(20, 400, 0, Duration.ofMinutes(10)),
  /// Pieces of files on their way, and questions how much has arrived.
  PIECE(1_200, 24_000, 0, Duration.ofMinutes(10)),
  SIGN_IN(10, 60, 3_000, Duration.ofMinutes(10)),
  /// Failed look-ups of a receipt or card code only; see [Limits#spend].
  CODE(20, 60, 20_000, Duration.ofMinutes(10)),
  /// Wrong words tried on one receipt, by whomever; see [Ask#spendOn].
  WORDS(10, 60, 0, Duration.ofHours(1)),
  /// Voices taken back with the code alone; more wait for a person, see [Ask#spendIfLeft].
  TAKE_BACK(10, 10, 0, Duration.ofHours(1)),
  /// Second looks asked for.
  APPEAL(5, 30, 0, Duration.ofHours(1)),
  API(0, 600_000, 0, Duration.ofMinutes(1)),
  WEBHOOK(0, 60_000, 0, Duration.ofMinutes(1));

  private final int perDevice;
  private final int perAddress;
  private final int inTotal;
  private final Duration window;

  Limit(int perDevice, int perAddress, int inTotal, Duration window) {
    this.perDevice = perDevice;
    this.perAddress = perAddress;
    this.inTotal = inTotal;
    this.window = window;
  }

  int perDevice() {
    return perDevice;
  }

  int perAddress() {
    return perAddress;
  }

  int inTotal() {
    return inTotal;
  }

  Duration window() {
    return window;
  }
}
