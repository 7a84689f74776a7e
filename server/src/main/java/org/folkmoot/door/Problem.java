package org.folkmoot.door;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Why a request is refused at the door. Rooms answer what they expect (a wrong field, a closed
/// consultation) with a page of their own; a problem is for the rest.
public sealed interface Problem {

  record NotFound() implements Problem {}

  record Gone() implements Problem {}

  record Forbidden() implements Problem {}

  record SignInNeeded() implements Problem {}

  record Conflict(String detail) implements Problem {}

  record TooMany(Duration pause) implements Problem {}

  record TooLarge(long maxBytes) implements Problem {}

  record Unsupported() implements Problem {}

  record MethodNotAllowed(List<String> allowed) implements Problem {
    public MethodNotAllowed {
      allowed = List.copyOf(allowed);
    }
  }

  /// @param detail one plain sentence, from a bundle or naming the field of an API call
  record Invalid(String detail) implements Problem {}

  /// A form token that is missing, foreign or too old.
  record FormExpired() implements Problem {}

  record Unavailable() implements Problem {}

  default int status() {
    return switch (this) {
      case NotFound _ -> 404;
      case Gone _ -> 410;
      case Forbidden _ -> 403;
      case SignInNeeded _ -> 401;
      case Conflict _ -> 409;
      case TooMany _ -> 429;
      case TooLarge _ -> 413;
      case Unsupported _ -> 415;
      case MethodNotAllowed _ -> 405;
      case Invalid _ -> 400;
      case FormExpired _ -> 403;
      case Unavailable _ -> 503;
    };
  }

  /// Last part of the problem's type URI and of its word keys, for example `not-found`.
  default String slug() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  default String detail() {
    return switch (this) {
      case Invalid invalid -> invalid.detail();
      case Conflict conflict -> conflict.detail();
      case NotFound _, Gone _, Forbidden _, SignInNeeded _, TooMany _, TooLarge _, Unsupported _ ->
          "";
      case MethodNotAllowed _, FormExpired _, Unavailable _ -> "";
    };
  }
}
