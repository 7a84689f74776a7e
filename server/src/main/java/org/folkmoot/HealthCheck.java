package org.folkmoot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks the portal of this machine whether it can work: exit 0 if so, 1 if not. The container image
/// has no other program that could.
public final class HealthCheck {

  private HealthCheck() {}

  public static void main(String[] arguments) throws InterruptedException {
    String port = System.getenv().getOrDefault("FOLKMOOT_PORT", "8080");
    boolean ready = isShown(URI.create("http://127.0.0.1:" + port + "/health/ready"));
    System.exit(ready ? 0 : 1);
  }

  /// Whether the portal answers 200 at this address within two seconds.
  static boolean isShown(URI address) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
