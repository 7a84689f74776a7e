package org.folkmoot.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Every route of the portal, filled by the rooms at start, then only read. The tests walk it.
///
/// Matching is by whole path parts; a fixed part beats a `{name}`.
public final class RouteTable {

  /// A room hands its routes over with this.
  public interface Routes {
    void register(RouteTable table);
  }

  /// The route that serves a path, with the values of its `{name}` parts.
  record Match(Route route, Map<String, String> values) {}

  private final List<Route> routes = new ArrayList<>();

  /// The parts of each route's pattern, in the same order: they are wanted with every request.
  private final List<List<String>> patterns = new ArrayList<>();

  public RouteTable with(Routes... rooms) {
    for (Routes room : rooms) {
      room.register(this);
    }
    return this;
  }

  /// A page or other thing to read.
  public void get(String pattern, Access access, Route.Handler handler) {
    add("GET", pattern, access, pattern.startsWith("/api/") ? Limit.API : Limit.PAGE, handler);
  }

  public void get(String pattern, Access access, Limit limit, Route.Handler handler) {
    add("GET", pattern, access, limit, handler);
  }

  public void post(String pattern, Access access, Limit limit, Route.Handler handler) {
    add("POST", pattern, access, limit, handler);
  }

  /// A form that may carry files of at most so many bytes each.
  public void upload(String pattern, Access access, long maxFileBytes, Route.Handler handler) {
    add(new Route("POST", pattern, access, Limit.UPLOAD, maxFileBytes, handler));
  }

  public void add(
      String method, String pattern, Access access, Limit limit, Route.Handler handler) {
    add(new Route(method, pattern, access, limit, 0, handler));
  }

  public void add(Route route) {
    for (Route other : routes) {
      if (other.method().equals(route.method()) && other.pattern().equals(route.pattern())) {
        throw new IllegalStateException("two routes for " + route.method() + " " + route.pattern());
      }
    }
    routes.add(route);
    patterns.add(List.of(route.pattern().substring(1).split("/", -1)));
  }

  /// True if there is such a page and the visitor may open it.
  public boolean opens(String pattern, Visitor visitor) {
    return routes.stream()
        .filter(route -> route.method().equals("GET") && route.pattern().equals(pattern))
        .anyMatch(route ->
            switch (route.access()) {
              case Access.Staff staff -> staff.admits(visitor, pattern.contains("{consultation}"));
              case Access.Everyone _, Access.Script _, Access.Signed _, Access.OpenApi _ -> true;
            });
  }

  public List<Route> all() {
    return List.copyOf(routes);
  }

  /// The best match for a method and a path, given as decoded parts.
  Optional<Match> match(String method, List<String> path) {
    Match best = null;
    int bestFixed = -1;
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      if (patterns.get(i).size() != path.size() || !route.method().equals(method)) {
        continue;
      }
      Map<String, String> values = new HashMap<>();
      int fixed = fixedParts(patterns.get(i), path, values);
      if (fixed > bestFixed) {
        best = new Match(route, Map.copyOf(values));
        bestFixed = fixed;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Methods that serve a path, for the answer to a wrong one.
  List<String> methods(List<String> path) {
    return IntStream.range(0, routes.size())
        .filter(i -> fixedParts(patterns.get(i), path, new HashMap<>()) >= 0)
        .mapToObj(i -> routes.get(i).method())
        .distinct()
        .sorted()
        .toList();
  }

  /// Counts fixed parts of a pattern that fits, or -1 if it does not fit.
  private static int fixedParts(
      List<String> pattern, List<String> path, Map<String, String> values) {
    if (pattern.size() != path.size()) {
      return -1;
    }
    int fixed = 0;
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      if (part.startsWith("{")) {
        if (path.get(i).isEmpty()) {
          return -1;
        }
        values.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (part.equals(path.get(i))) {
        fixed++;
      } else {
        return -1;
      }
    }
    return fixed;
  }
}
