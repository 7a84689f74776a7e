package org.folkmoot.door;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is read at most once while one request is answered: the council's name and clock, a
/// consultation, which every row of a list asks for. Away from a request, and on other threads that
/// a request begins, everything is read each time. Whoever writes a thing forgets it here.
public final class ReadOnce {

  private static final ScopedValue<Map<String, Object>> READ = ScopedValue.newInstance();

  private ReadOnce() {}

  /// Does the work of one request, or of something that comes another way, as a text does.
  public static <T> T during(Supplier<T> request) {
    return ScopedValue.where(READ, new HashMap<>()).call(request::get);
  }

  /// What was read under this name before, else what is read now.
  ///
  /// @param name the same for the same thing, as `consultation:after-six`
  @SuppressWarnings("unchecked")
  public static <T> T of(String name, Supplier<T> read) {
    if (!READ.isBound()) {
      return read.get();
    }
    @Nullable Object before = READ.get().get(name);
    if (before != null) {
      return (T) before;
    }
    T now = read.get();
    READ.get().put(name, now);
    return now;
  }

  /// The thing of this name has changed.
  public static void forget(String name) {
    if (READ.isBound()) {
      READ.get().remove(name);
    }
  }
}
