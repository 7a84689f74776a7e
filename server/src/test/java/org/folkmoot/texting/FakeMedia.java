package org.folkmoot.texting;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Pictures as Twilio keeps them: its API asks for our credentials and redirects to a store, which
/// must not see them. Thread-safe.
public final class FakeMedia {

  private static final String STORE = "/store/";

  private final String url;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger named = new AtomicInteger();
  private volatile int failures;
  private volatile Optional<String> leadsTo = Optional.empty();

  FakeMedia(String url) {
    this.url = url;
  }

  /// Keeps a file, and names it as it stands in a webhook.
  public String keep(byte[] file) {
    int number = named.incrementAndGet();
    String name = String.format(Locale.ROOT, "ME%032x", number);
    files.put(name, file);
    return url
        + String.format(
            Locale.ROOT, "/2010-04-01/Accounts/ACtest/Messages/MM%032x/Media/%s", number, name);
  }

  public boolean has(String address) {
    return files.containsKey(name(address));
  }

  /// How it was asked, in order: method, what for, whether as us.
  public List<String> asked(String address) {
    return asked.stream().filter(line -> line.contains(name(address))).toList();
  }

  /// It is out of order for so many questions.
  public void failing(int times) {
    failures = times;
  }

  /// It redirects there from now on; empty for its own store.
  void leadsTo(Optional<String> where) {
    leadsTo = where;
  }

  boolean isAsked(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.contains("/Media/") || path.startsWith(STORE);
  }

  synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = name(path);
    boolean asUs = exchange.getRequestHeaders().getFirst("Authorization") != null;
    boolean store = path.startsWith(STORE);
    String where = store ? "store" : "api";
    asked.add(
        exchange.getRequestMethod() + " " + where + " " + name + (asUs ? " as us" : " as nobody"));
    byte[] body = new byte[0];
    int status = 404;
    if (failures > 0) {
      failures--;
      status = 503;
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      status = files.remove(name) == null ? 404 : 204;
    } else if (store && files.containsKey(name)) {
      status = asUs ? 400 : 200;
      body = files.get(name);
    } else if (files.containsKey(name)) {
      status = asUs ? 307 : 401;
      exchange.getResponseHeaders().set("Location", leadsTo.orElse(url + STORE + name));
    }
    exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
    if (status == 200) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String name(String address) {
    return address.replaceFirst(".*/", "").replace(".json", "");
  }
}
