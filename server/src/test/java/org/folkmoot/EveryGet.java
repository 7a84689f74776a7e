package org.folkmoot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.door.Role;
import org.folkmoot.door.Route;
import org.folkmoot.forum.LiveClient;
import org.folkmoot.people.PeopleService;
import org.folkmoot.store.TokenKey;

/// Reads everything there is to read: every GET route of the routes table, with the real ids it
/// takes, and the live history, as one reader after another. A route that takes something this
/// class was not told fails the walk.
final class EveryGet {

  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");
  private static final String LIVE = "/live/{session}";

  /// What one reader was answered.
  ///
  /// @param route the pattern of the routes table; empty for what is not of one
  record Seen(String reader, String route, String address, int status, String body) {
    boolean holds(String words) {
      return body.contains(words);
    }
  }

  private record Reader(String name, Browser pages, Optional<Browser> api) {}

  private final Portal portal;
  private final List<Reader> readers = new ArrayList<>();
  private final Map<String, Set<String>> known = new LinkedHashMap<>();
  private final Set<String> besides = new LinkedHashSet<>();

  EveryGet(Portal portal) {
    this.portal = portal;
  }

  /// What the made-up town's pages take, voices, files and receipts aside.
  static EveryGet ofTheTown(Portal portal) {
    return new EveryGet(portal)
        .knows("consultation", "after-six")
        .knows("request", "none")
        .knows("prompt", "none")
        .knows("rule", "words", "files", "numbers", "views")
        .knows("hold", "none")
        .knows("level", "0", "entries")
        .knows("n", "000")
        .knows("x", "000.p")
        .knows("width", "1")
        .knows("size", "1")
        .knows("initiative", "wrenmouth")
        .knows("item", "task-4-1")
        .knows("stage", "4")
        .knows("indicator", "seats")
        .knows("invitation", "safe-waiting-places")
        .knows("answer", "9MY-1MV2-K4T")
        .knows("meeting", "saltmarsh-hall")
        .knows("person", "demo-officer")
        .knows("code", "9MY1-MV2K")
        .knows("sheet", "rules.png")
        .knows("upload", "upl_none")
        .knows("rendition", "w480", "waveform")
        .knows("session", "after-six-live")
        .knows("topic", "a-bus-you-book")
        .knows("secret", "used-up")
        .knows("who", "resident")
        .knows("thread", "SMS-0001", "SMS-0002", "SMS-0003", "SMS-0004", "SMS-0005");
  }

  /// Somebody without an account.
  EveryGet reader(String name, Browser browser) {
    readers.add(new Reader(name, browser, Optional.empty()));
    return this;
  }

  /// Somebody who works here, on pages and by token.
  EveryGet reader(Role role, Browser browser) {
    Browser api = portal.browser().header("Authorization", "Bearer " + token(portal, role));
    readers.add(new Reader(role.name(), browser, Optional.of(api)));
    return this;
  }

  static String token(Portal portal, Role role) {
    return PeopleService.token(
        TokenKey.of(portal.data().resolve("master-key.json")),
        role,
        portal.time().instant().plus(Duration.ofDays(1)));
  }

  /// Values that a `{name}` of a route takes; `receipt/key` stands for both, one after the other.
  EveryGet knows(String name, String... values) {
    known.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(List.of(values));
    return this;
  }

  /// Addresses that no route alone gives: searches, filters.
  EveryGet besides(String... addresses) {
    besides.addAll(List.of(addresses));
    return this;
  }

  /// Everything, as everybody.
  List<Seen> walk() {
    List<Seen> seen = new ArrayList<>();
    Map<String, String> addresses = new LinkedHashMap<>();
    besides.forEach(address -> addresses.put(address, ""));
    for (Route route : portal.app().routes().all()) {
      if (route.method().equals("GET") && !route.pattern().startsWith(LIVE)) {
        addresses(route.pattern()).forEach(address -> addresses.put(address, route.pattern()));
      }
    }
    for (Reader reader : readers) {
      for (String address : addresses.keySet()) {
        Browser browser =
            address.startsWith("/api/") ? reader.api().orElse(reader.pages()) : reader.pages();
        Screen screen = browser.look(address);
        if (screen.status() == 429 || screen.status() >= 500) {
          throw new AssertionError(reader.name() + " got " + screen.status() + " at " + address);
        }
        seen.add(
            new Seen(
                reader.name(), addresses.get(address), address, screen.status(), screen.html()));
      }
      for (String session : known.getOrDefault("session", Set.of())) {
        live(reader, session, seen);
      }
      // Past the window of every limit that counts what one browser reads.
      portal.time().forward(Duration.ofMinutes(2));
    }
    return seen;
  }

  /// A pattern with every combination of the values its parts take.
  private Set<String> addresses(String pattern) {
    String both = "{receipt}/{key}";
    Matcher part = PART.matcher(pattern);
    boolean pair = pattern.contains(both);
    if (!pair && !part.find()) {
      return Set.of(pattern);
    }
    String name = pair ? "receipt/key" : part.group(1);
    Set<String> values = known.get(name);
    if (values == null) {
      throw new AssertionError("nobody said what {" + name + "} of " + pattern + " can be");
    }
    return values.stream()
        .flatMap(
            value -> addresses(pattern.replace(pair ? both : "{" + name + "}", value)).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The history of a live session from its first event, as the socket and the stream send it.
  private void live(Reader reader, String session, List<Seen> seen) {
    String path = "/live/" + session;
    try (var client = LiveClient.with(portal.url(), path, "Cookie", cookies(reader)).join(0)) {
      int last = client.next("joined").path("seq").asInt();
      seen.add(
          new Seen(reader.name(), LIVE, "socket " + path, 200, client.events(last).toString()));
      seen.add(
          new Seen(
              reader.name(), LIVE + "/events", "stream " + path, 200, stream(reader, path, last)));
    }
  }

  private String stream(Reader reader, String path, int last) {
    URI address = portal.url().resolve(path + "/events?after=0");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Cookie", cookies(reader))
            .timeout(Duration.ofSeconds(20))
            .build();
    var body = new StringBuilder();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        boolean caughtUp = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          body.append(line).append('\n');
          caughtUp |= line.equals("id: " + last);
          if (caughtUp && line.isEmpty()) {
            break;
          }
        }
      }
      client.shutdownNow();
      return body.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String cookies(Reader reader) {
    return reader.pages().cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
