package org.folkmoot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The portal as a process of its own, so that it can be killed: started from the jar where the
/// build has made it, else from the classes.
final class PortalProcess implements AutoCloseable {

  static final String TEXT_TOKEN = "test-auth-token";
  static final String TEXT_NUMBER = "+447700900999";

  private final Process process;
  private final URI url;
  private final String ready;

  private PortalProcess(Process process, URI url, String ready) {
    this.process = process;
    this.url = url;
    this.ready = ready;
  }

  /// Starts over a directory on a port, by the line that the README gives, and waits until it
  /// listens.
  static PortalProcess start(Path data, int port, String... command) {
    return start(data, port, rehearsed(), command);
  }

  /// What the build's rehearsal left beside the jar, where it has been made.
  static List<String> rehearsed() {
    Path cache = Path.of(System.getProperty("folkmoot.jar", "")).resolveSibling("folkmoot.aot");
    return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  /// The same compiled quickly rather than well, for one that does not live long.
  static List<String> brief() {
    return Stream.concat(rehearsed().stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();
  }

  /// How it is started by the plain line with these options for the JVM.
  static ProcessBuilder line(Path data, int port, List<String> options, String... command) {
    List<String> line = new ArrayList<>(signalsAsUsual());
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-Xms48m", "-Xmx256m"));
    line.addAll(options);
    String jar = System.getProperty("folkmoot.jar", "");
    if (jar.isEmpty()) {
      line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
      line.add(System.getProperty("java.class.path"));
      line.add("org.folkmoot.Main");
    } else {
      line.addAll(List.of("-jar", jar));
    }
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("FOLKMOOT_TRUSTED_PROXY", "127.0.0.1");
    // What it sends reaches nobody, or who a test says.
    builder
        .environment()
        .put("FOLKMOOT_TWILIO_API_URL", System.getProperty("sms.api", "http://127.0.0.1:9"));
    builder
        .environment()
        .putAll(
            Map.of(
                "FOLKMOOT_DATA",
                data.toString(),
                "FOLKMOOT_PORT",
                Integer.toString(port),
                "FOLKMOOT_ADMIN_TOKEN",
                "every-right",
                "FOLKMOOT_SMS",
                "twilio",
                "FOLKMOOT_SMS_PATIENCE_MS",
                System.getProperty("sms.patience", "60000"),
                "FOLKMOOT_TWILIO_ACCOUNT_SID",
                "ACtest",
                "FOLKMOOT_TWILIO_AUTH_TOKEN",
                TEXT_TOKEN,
                "FOLKMOOT_TWILIO_NUMBER",
                TEXT_NUMBER));
    return builder;
  }

  /// The same by the plain line with these options for the JVM.
  static PortalProcess start(Path data, int port, List<String> options, String... command) {
    return start(line(data, port, options, command), port);
  }

  /// The same by a line of one's own.
  static PortalProcess start(ProcessBuilder line, int port) {
    try {
      Process process = line.start();
      var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String said = out.readLine(); said != null; said = out.readLine()) {
        if (said.startsWith("Folkmoot ready at http://")) {
          return new PortalProcess(process, URI.create("http://127.0.0.1:" + port), said);
        }
      }
      throw new IllegalStateException("the portal ended with " + process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return url;
  }

  /// The line it printed when it listened.
  String ready() {
    return ready;
  }

  /// Processor time it has used, user and system, in seconds; Linux only.
  double processorSeconds() {
    return processorSeconds(process.pid());
  }

  /// Of any process; 0 for one that is gone.
  ///
  /// Fields 14 and 15 of `/proc/PID/stat`, in hundredths of a second: proc(5).
  static double processorSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / 100.0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// Memory it holds now; Linux only.
  double residentMegabytes() {
    try (Stream<String> status =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      String line = status.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Kills it as `kill -9` does and waits until it is gone.
  void kill() {
    process.destroyForcibly();
    await();
  }

  /// Asks it to end as SIGTERM does.
  ///
  /// @return its exit code, or -1 if it still runs after ten seconds
  int end() {
    process.destroy();
    return exitCode();
  }

  /// The same with SIGINT, as Ctrl-C does.
  int interrupt() {
    run(List.of("kill", "-INT", Long.toString(process.pid())));
    return exitCode();
  }

  /// Whoever starts tests in the background has Ctrl-C ignored, and so would every process below;
  /// this begins a command line that has it back.
  private static List<String> signalsAsUsual() {
    List<String> prefix = List.of("env", "--default-signal=INT");
    return run(Stream.concat(prefix.stream(), Stream.of("true")).toList()) == 0
        ? prefix
        : List.of();
  }

  private static int run(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int exitCode() {
    try {
      return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void await() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
