package org.folkmoot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import org.folkmoot.door.Role;
import org.folkmoot.people.PeopleService;
import org.folkmoot.store.TokenKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line. Exit 0: done; 1: failed, with one clear line on stderr; 2: wrong usage.
@Command(
    name = "folkmoot",
    description = "One place where a council hears people, and one record of what they said.",
    mixinStandardHelpOptions = true,
    version = "Folkmoot 0.1.0",
    subcommands = {
      Main.Serve.class,
      Main.TokenCommand.class,
      KeysCommand.class,
      VerifyCommand.class,
      BackupCommands.Backup.class,
      BackupCommands.Restore.class,
      ExportCommands.Export.class,
      ExportCommands.Import.class
    })
public final class Main implements Callable<Integer> {

  /// To the millisecond, which is as fine as the store and HTML can say it.
  static final InstantSource TIME = Clock.tickMillis(ZoneOffset.UTC);

  public static void main(String[] arguments) {
    configureLog();
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      HeadStart.give();
    }
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, _, _) -> {
      System.err.println("folkmoot: " + plain(e));
      return 1;
    });
    System.exit(line.execute(arguments));
  }

  /// Reads our own logging configuration, unless whoever starts us names another.
  private static void configureLog() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream ours = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(ours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return 2;
  }

  /// Ends this process when another ends.
  private static void endWith(ProcessHandle parent) {
    Thread.ofVirtual()
        .start(() -> {
          parent.onExit().join();
          System.exit(0);
        });
  }

  private static String plain(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  @Command(name = "serve", description = "Starts the portal.", mixinStandardHelpOptions = true)
  static final class Serve implements Callable<Integer> {

    @Option(names = "--demo", description = "Load the sample initiative, with one-press sign-in.")
    boolean demo;

    @Option(
        names = "--with-parent",
        hidden = true,
        description = "End when the process that started this one ends.")
    boolean withParent;

    @Option(
        names = "--rehearse",
        description = "Show the front page once and end, so that Java can learn how to start fast.")
    boolean rehearse;

    @Override
    public Integer call() throws InterruptedException {
      App app = App.start(Settings.load(), TIME, demo);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    app.close();
                    // Ended as asked: without this the JVM answers 143 to SIGTERM.
                    Runtime.getRuntime().halt(0);
                  },
                  "end"));
      if (withParent) {
        ProcessHandle.current().parent().ifPresent(Main::endWith);
      }
      long millis =
          System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      System.out.printf(
          Locale.ROOT, "Folkmoot ready at %s in %.1f s%n", app.url(), millis / 1000.0);
      if (!app.demoWord().isEmpty()) {
        System.out.println("Word for the demonstration: " + app.demoWord());
      }
      app.setUpLink().ifPresent(link -> System.out.println("Set up at " + link));
      if (rehearse) {
        return HealthCheck.isShown(app.localUrl()) ? 0 : 1;
      }
      new CountDownLatch(1).await();
      return 0;
    }
  }

  @Command(
      name = "token",
      description = "Prints an API token for a role, good for 30 days.",
      mixinStandardHelpOptions = true)
  static final class TokenCommand implements Callable<Integer> {

    @Option(
        names = "--role",
        required = true,
        description =
            "admin, officer, councillor, moderator, analyst, facilitator, host, sortition,"
                + " safeguarding or dpo")
    String role = "";

    @Override
    public Integer call() {
      Role wanted;
      try {
        wanted = Role.valueOf(role.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        System.err.println("folkmoot: --role is none of the roles; see --help");
        return 2;
      }
      Settings settings = Settings.load();
      System.out.println(token(settings, wanted));
      return 0;
    }

    private static String token(Settings settings, Role role) {
      var until = TIME.instant().plus(Duration.ofDays(30));
      return PeopleService.token(TokenKey.of(settings.masterKeyFile()), role, until);
    }
  }
}
