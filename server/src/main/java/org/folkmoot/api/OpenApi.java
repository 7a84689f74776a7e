package org.folkmoot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Json;
import org.folkmoot.door.Route;
import org.folkmoot.door.RouteTable;

/// The description of the API, as far as this portal serves it: OpenAPI 3.1. Immutable.
public final class OpenApi implements RouteTable.Routes {

  private static final String RESOURCE = "/api/openapi.json";

  @Override
  public void register(RouteTable table) {
    table.get("/api/v1/openapi.json", Access.openApi(), _ -> Answer.json(200, served(table.all())));
  }

  /// The description that is written down, of everything the API can have.
  public static ObjectNode written() {
    try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return (ObjectNode) Json.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is written down, less what no route serves.
  private static ObjectNode served(List<Route> routes) {
    ObjectNode written = written();
    ObjectNode paths = (ObjectNode) written.path("paths");
    for (String path : names(paths)) {
      ObjectNode methods = (ObjectNode) paths.path(path);
      for (String method : names(methods)) {
        if (routes.stream().noneMatch(route -> describes(path, method, route))) {
          methods.remove(method);
        }
      }
      if (methods.isEmpty()) {
        paths.remove(path);
      }
    }
    return written;
  }

  private static boolean describes(String path, String method, Route route) {
    return route.pattern().equals("/api/v1" + path)
        && route.method().equals(method.toUpperCase(Locale.ROOT));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
