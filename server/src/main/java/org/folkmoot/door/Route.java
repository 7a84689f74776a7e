package org.folkmoot.door;

/// One line of the routes table.
///
/// @param method `GET`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`; HEAD is answered by GET's
///   route
/// @param pattern path with `{name}` for one part, for example `/c/{consultation}/panel`
/// @param maxFileBytes largest file a form of this route may carry; 0 where none is taken
public record Route(
    String method, String pattern, Access access, Limit limit, long maxFileBytes, Handler handler) {

  /// What a room does with an ask.
  @FunctionalInterface
  public interface Handler {
    Answer handle(Ask ask) throws Exception;
  }

  boolean isApi() {
    return pattern.startsWith("/api/");
  }
}
