package org.folkmoot;

import org.folkmoot.store.Keys;
import picocli.CommandLine.Command;

/// The portal's keys.
@Command(name = "keys", description = "The portal's keys.", mixinStandardHelpOptions = true)
final class KeysCommand {

  @Command(
      name = "make",
      description = "Makes the master key file if there is none yet.",
      mixinStandardHelpOptions = true)
  int make() {
    Settings settings = Settings.load();
    boolean made = Keys.make(settings.masterKeyFile());
    System.out.println((made ? "Made " : "There is already ") + settings.masterKeyFile());
    return 0;
  }
}
