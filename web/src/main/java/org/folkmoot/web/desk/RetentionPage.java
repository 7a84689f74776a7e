package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// How long things are kept: each rule, and what is done without one.
public record RetentionPage(String title, String rightsHref, List<Rule> rules, List<String> always)
    implements Page {

  public RetentionPage {
    rules = List.copyOf(rules);
    always = List.copyOf(always);
  }

  /// One rule.
  ///
  /// @param dry what it would do today
  /// @param next when it would do more; null if nothing waits
  public record Rule(
      String href,
      String name,
      String sentence,
      String standing,
      String dry,
      @Nullable String next,
      boolean on) {}

  @Override
  public String template() {
    return "desk/retention.mustache";
  }
}
