package org.folkmoot.web;

import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks names up in records only, and refuses a name that none of them has.
///
/// Without this a misspelt name would render as nothing, and `{{lines}}` inside `{{#hint}}` would
/// be the hint's own `String.lines()`.
final class StrictObjects extends ReflectionObjectHandler {

  @Override
  protected @Nullable Wrapper findWrapper(
      int scopeIndex,
      Wrapper @Nullable [] wrappers,
      List<Guard> guards,
      @Nullable Object scope,
      String name) {
    if (!(scope instanceof Record)) {
      // The guard keeps this answer from being used where the scope is a record after all.
      guards.add(createClassGuard(scopeIndex, scope));
      return null;
    }
    return super.findWrapper(scopeIndex, wrappers, guards, scope, name);
  }

  @Override
  protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
    throw new MustacheException("no '" + name + "' in the view model");
  }
}
