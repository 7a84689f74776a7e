package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.calling.CallingService;
import org.folkmoot.door.Role;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.sms.simulator.SimulatedCalls;
import org.folkmoot.texting.SendingService;
import org.folkmoot.texting.TextingService;

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

  private Portal(
      Path directory, boolean removes, Map<String, String> settings, boolean demo, Duration later) {
    this.directory = directory;
    this.removes = removes;
    this.settings = new HashMap<>(settings);
    this.settings.putIfAbsent("port", "0");
    // Tests read answers where the telephone does; a busy machine must not send them round.
    this.settings.putIfAbsent("sms_patience_ms", "60000");
    // Recordings are turned into others only where a test looks at what comes of it.
    this.settings.putIfAbsent("ffmpeg", "");
    this.settings.putIfAbsent("admin_token", "a-token-for-tests");
    this.settings.putIfAbsent("data", directory.toString());
    this.demo = demo;
    time.forward(later);
    this.app = App.start(Settings.from(this.settings), time, demo);
  }

  /// An empty portal that nobody has set up.
  public static Portal start() {
    return start(Map.of(), false);
  }

  /// @param settings keys without prefix, for example `admin_token`
  public static Portal start(Map<String, String> settings, boolean demo) {
    try {
      Path directory = Files.createTempDirectory("folkmoot-portal");
      if (demo && !settings.containsKey("data")) {
        LoadedTown.copyTo(directory);
      }
      return new Portal(directory, true, settings, demo, demo ? LoadedTown.LATER : Duration.ZERO);
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

  /// A portal over what another may have stored, whose clock is this much on; the files stay.
  static Portal over(Path directory, Duration later, Map<String, String> settings) {
    return new Portal(directory, false, settings, false, later);
  }

  /// Where it keeps its data.
  public Path data() {
    return directory;
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

  /// Texting, for what it does by itself now and then.
  public TextingService texting() {
    return app.texting();
  }

  /// Texts out, for one that a test sends.
  public SendingService sending() {
    return app.sending();
  }

  /// Calls, for what they do by themselves now and then.
  public CallingService calling() {
    return app.calling();
  }

  /// The exchange to call from.
  public SimulatedCalls exchange() {
    return app.exchange().orElseThrow();
  }

  public MutableTime time() {
    return time;
  }

  public URI url() {
    return URI.create(app.url());
  }

  /// Somebody's browser, new and without cookies, and their phone beside it.
  public Browser browser() {
    return new Browser(client, url(), new AuthenticatorApp(time));
  }

  /// Somebody's browser on another machine: as far as the portal sees, it is at this address.
  ///
  /// @param local one of 127.0.0.0/8
  Browser from(String local) {
    try {
      return new Browser(
          HttpClient.newBuilder().localAddress(InetAddress.getByName(local)).build(), url());
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A browser that reaches the portal by another address than the public one.
  Browser at(String address) {
    return new Browser(client, URI.create(address));
  }

  /// A resident who has read the first page, so that the browser has its device name.
  public Browser resident() {
    Browser resident = browser();
    resident.get("/");
    return resident;
  }

  /// Somebody of the demo's town, signed in by its own door.
  ///
  /// @param who `officer`, `facilitator`, `councillor`, `safety` or `resident`
  public Browser as(String who) {
    Browser browser = resident();
    browser.get("/demo/as/" + who).form("/demo/as/" + who).submit();
    return browser;
  }

  /// Sets the portal up as an officer does, and opens the consultation [#AFTER_SIX] with every way
  /// in. The officer, Amina, is the safety lead as well only until a test names another.
  public Portal setUp() {
    Browser amina = resident();
    String link = app.setUpLink().orElseThrow();
    Screen desk = fill(amina.get(link).form(), time).submit();
    if (!desk.path().equals("/desk/c/" + AFTER_SIX)) {
      throw new AssertionError("set-up failed: " + desk.errors() + desk);
    }
    officer = amina;
    invite("Ruth Ellery", "", Role.SAFEGUARDING);
    Screen open = amina.get("/desk/c/" + AFTER_SIX).form("Open it").submit();
    if (!open.notice().contains("It is open")) {
      throw new AssertionError("not open: " + open);
    }
    return this;
  }

  /// Closes the consultation that [#setUp] opened.
  public Portal closeForInput() {
    officer().get("/desk/c/" + AFTER_SIX).form("Close it").submit();
    return this;
  }

  /// Fills in the set-up form with a town, its question and every way in.
  static ScreenForm fill(ScreenForm form, MutableTime time) {
    LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    form.set("your-name", "Amina Rahman")
        .set("council-name", "Wrenmouth Council")
        .set("country", "GB")
        .set("council-phone", "01632 960555")
        .set("council-address", "Town Hall\nQuay Street\nWrenmouth WM1 1AA")
        .set("title", "After six")
        .set("question", "How should people get home after six?")
        .set("about", "The last bus leaves at 18:10. Many people work later.")
        .set("chosen", "options")
        .set("options", "Later buses\nShared taxis\nSafer walking routes")
        .set("fixed", "The money: 240,000 a year.")
        .set("can-change", "Times, routes and fares.")
        .set("promise", "involve")
        .set("opens-on", today.toString())
        .set("closes-on", today.plusDays(29).toString())
        .set("decided-by", "The full council")
        .set("decides-on", today.plusDays(43).toString())
        .set("areas", "Saltmarsh\nQuayside\nHill Top")
        .tick("languages", "pl");
    form.choices("way-home").forEach(way -> form.tick("way-home", way));
    form.choices("way-person").forEach(way -> form.tick("way-person", way));
    return form;
  }

  /// The officer who set the portal up, signed in; where time has gone on too far, once more.
  public Browser officer() {
    if (officer == null && demo) {
      officer = resident();
    }
    if (officer == null) {
      throw new IllegalStateException("setUp() first");
    }
    if (officer.get("/desk").status() == 401) {
      officer.get("/sign-in/key").form().set("key", settings.get("admin_token")).submit();
    }
    return officer;
  }

  /// A new member of staff with these roles, signed in through an invitation link.
  public Browser invite(Role... roles) {
    return invite("Colleague", "", roles);
  }

  /// The same with a name, and for one consultation alone if its slug is not empty.
  public Browser invite(String name, String scope, Role... roles) {
    ScreenForm form = officer().get("/desk/people").form("Make a link").set("name", name);
    for (Role role : roles) {
      form.tick("roles", role.name().toLowerCase(Locale.ROOT));
    }
    Screen made = (scope.isEmpty() ? form : form.set("scope", scope)).submit();
    Browser who = resident();
    Screen desk = who.get(made.page().select("main code").text()).form().submit();
    if (!desk.path().equals("/desk")) {
      throw new AssertionError("not signed in: " + desk);
    }
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

  static void remove(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
