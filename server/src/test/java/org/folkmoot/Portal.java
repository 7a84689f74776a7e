package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Role;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.record.RecordRoom;

/// A whole portal, started as `serve` starts it, on a free port over an empty directory that is
/// removed at the end. Tests meet it as people do, over HTTP.
public final class Portal implements AutoCloseable {

  /// The consultation that [#setUp] opens.
  public static final String AFTER_SIX = "after-six";

  private final Path directory;
  private final boolean removes;
  private final Map<String, String> settings;
  private final boolean demo;
  private final MutableTime time = new MutableTime();
  private final HttpClient client = HttpClient.newHttpClient();
  private App app;
  private Browser officer;

  private Portal(Path directory, boolean removes, Map<String, String> settings, boolean demo) {
    this.directory = directory;
    this.removes = removes;
    this.settings = new HashMap<>(settings);
    this.settings.putIfAbsent("port", "0");
    this.settings.putIfAbsent("data", directory.toString());
    this.demo = demo;
    this.app = App.start(Settings.from(this.settings), time, demo);
  }

  /// An empty portal that nobody has set up.
  public static Portal start() {
    return start(Map.of(), false);
  }

  /// @param settings keys without prefix, for example `admin_token`
  public static Portal start(Map<String, String> settings, boolean demo) {
    try {
      return new Portal(Files.createTempDirectory("folkmoot-portal"), true, settings, demo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the portal and starts it again on what it has stored.
  public Portal restart() {
    app.close();
    app = App.start(Settings.from(settings), time, demo);
    return this;
  }

  public App app() {
    return app;
  }

  /// What the portal holds, for looking at what came of what a test did over HTTP.
  public RecordRoom record() {
    return app.record();
  }

  public MeetingService meetings() {
    return app.meetings();
  }

  public MutableTime time() {
    return time;
  }

  public URI url() {
    return URI.create(app.url());
  }

  /// Somebody's browser, new and without cookies.
  public Browser browser() {
    return new Browser(client, url());
  }

  /// A resident who has read the first page, so that the browser has its device name.
  public Browser resident() {
    Browser resident = browser();
    resident.get("/");
    return resident;
  }

  /// Sets the portal up and opens the consultation [#AFTER_SIX] with every way in.
  public Portal setUp() {
    app.consultations()
        .name(
            new Council(
                "Wrenmouth Council",
                "GB",
                java.time.ZoneId.of("Europe/London"),
                "01632 960555",
                "",
                ""));
    app.consultations()
        .save(
            new Consultation(
                AFTER_SIX,
                "wrenmouth",
                "After six",
                "How should people get home after six?",
                "The last bus leaves at 18:10.",
                Consultation.Chosen.OPTIONS,
                List.of(
                    new Consultation.Option("later-buses", "Later buses"),
                    new Consultation.Option("shared-taxis", "Shared taxis")),
                "The money there is.",
                "Times, routes and fares.",
                Consultation.Promise.INVOLVE,
                LocalDate.of(2027, 10, 25),
                LocalDate.of(2027, 11, 30),
                "The full council",
                LocalDate.of(2027, 12, 14),
                Set.of(Consultation.Way.values()),
                List.of("Saltmarsh", "Quayside", "Hill Top"),
                List.of("en", "pl"),
                Consultation.State.DRAFT));
    app.consultations().open(AFTER_SIX, "Amina");
    officer = invite(Role.ADMIN, Role.OFFICER);
    return this;
  }

  /// Closes the consultation that [#setUp] opened.
  public Portal closeForInput() {
    app.consultations().close(AFTER_SIX, "Amina");
    return this;
  }

  /// The officer who set the portal up, signed in.
  public Browser officer() {
    if (officer == null) {
      throw new IllegalStateException("setUp() first");
    }
    return officer;
  }

  /// A new member of staff with these roles, signed in.
  public Browser invite(Role... roles) {
    Browser who = resident();
    String secret = app.people().invite("Amina", Set.of(roles), "");
    who.cookie(Cookies.SESSION, app.people().accept(secret, "").orElseThrow());
    return who;
  }

  @Override
  public void close() {
    app.close();
    client.close();
    if (removes) {
      remove(directory);
    }
  }

  private static void remove(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
