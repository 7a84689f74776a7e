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
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      System.exit(status == 200 ? 0 : 1);
    } catch (IOException e) {
      System.exit(1);
    }
  }
}
