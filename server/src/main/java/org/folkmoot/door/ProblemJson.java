package org.folkmoot.door;

import java.util.LinkedHashMap;
import java.util.Map;

/// Problems for machines: RFC 9457 problem details.
final class ProblemJson {

  private static final String TYPE = "application/problem+json";

  private ProblemJson() {}

  static Answer answer(Problem problem, String path) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:folkmoot:problem:" + problem.slug());
    body.put("title", problem.slug().replace('-', ' '));
    body.put("status", problem.status());
    if (!problem.detail().isEmpty()) {
      body.put("detail", problem.detail());
    }
    if (!path.contains("/r/") && !path.startsWith("/find") && !path.contains("/receipts/")) {
      body.put("instance", path);
    }
    return Answer.bytes(problem.status(), TYPE, Json.bytes(body));
  }

  static Answer failed(String incident) {
    return Answer.bytes(
        500,
        TYPE,
        Json.bytes(
            Map.of(
                "type",
                "urn:folkmoot:problem:failed",
                "title",
                "something failed on our side",
                "status",
                500,
                "incident",
                incident)));
  }
}
