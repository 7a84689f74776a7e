package org.folkmoot;

import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.FileKeys;
import org.folkmoot.store.Keys;
import org.folkmoot.store.VaultKeys;
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

  @Command(
      name = "rotate",
      description = {
        "Makes new keys for the contact vault and for files, and a new one that signs logs.",
        "The old ones stay, to open what they shut and to check what they signed. A portal that"
            + " runs beside this uses the new ones from its next start."
      },
      mixinStandardHelpOptions = true)
  int rotate() {
    try (OpenStore open = OpenStore.existing()) {
      Keys keys = open.keys();
      int vault = new VaultKeys(open.store(), keys).rotate();
      new FileKeys(open.store(), keys).rotate();
      RecordRoom.in(open.store(), keys, open.time()).ledger().checkpoints().rotate();
      System.out.println(
          "Made vault key "
              + vault
              + ", a new key for files and a new signing key. The old ones stay for reading.");
      return 0;
    }
  }
}
