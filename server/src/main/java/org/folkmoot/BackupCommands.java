package org.folkmoot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.folkmoot.archive.BackupService;
import org.folkmoot.archive.RestoreService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A whole portal into one file, and back.
final class BackupCommands {

  private BackupCommands() {}

  @Command(
      name = "backup",
      description = {
        "Copies the whole portal, media included, into one file.",
        "The master key is not in it: keep a copy of the key, apart from the file. What people said"
            + " is in it, readable: keep it safe. With a MongoDB it works while portals run; with"
            + " the embedded store when no portal holds it."
      },
      mixinStandardHelpOptions = true)
  static final class Backup implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A new file, for example portal.zip")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      try (OpenStore open = OpenStore.existing();
          Progress progress = new Progress("documents")) {
        open.keys();
        var service = new BackupService(open.store(), open.time());
        BackupService.Made made = NewFile.write(file, out -> service.write(out, progress::at));
        System.out.printf(
            Locale.ROOT,
            "%s: %d documents, %d bytes. The master key %s is not in it: keep a copy apart.%n",
            file,
            made.documents(),
            Files.size(file),
            open.settings().masterKeyFile());
        return 0;
      }
    }
  }

  @Command(
      name = "restore",
      description = {
        "Puts a backup into an empty store.",
        "The master key of the portal it was made of must be in place. What was erased since is"
            + " erased again: whatever the store's own list, the backup's or --erased names."
      },
      mixinStandardHelpOptions = true)
  static final class Restore implements Callable<Integer> {

    @Option(
        names = "--erased",
        paramLabel = "LIST",
        description = "Ids of contributions erased since the backup, one to a line.")
    @Nullable Path erased;

    @Parameters(paramLabel = "FILE", description = "What `backup` made")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      if (!Files.isRegularFile(file)) {
        throw new OpenStore.FailedException("there is no file " + file);
      }
      List<String> ids =
          erased == null
              ? List.of()
              : Files.readAllLines(erased).stream()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .toList();
      Settings settings;
      long documents;
      try (OpenStore open = OpenStore.any();
          Progress progress = new Progress("documents")) {
        settings = open.settings();
        documents =
            new RestoreService(open.store())
                .copy(file, settings.masterKeyFile(), ids, progress::at);
      }
      App.finishRestore(settings, Main.TIME);
      System.out.printf(Locale.ROOT, "%s: %d documents restored.%n", file, documents);
      return 0;
    }
  }
}
