package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// How to take part by text; also a sheet to print and pin up.
///
/// @param closed said instead of everything else while nobody is heard by text; null while people
///   are
/// @param how null exactly when `closed` is not
/// @param call how to take part by calling instead; null where nobody can
public record TextPage(
    String title, @Nullable EmptyState closed, @Nullable How how, @Nullable Call call)
    implements Page {

  /// How to call, what it costs, and the way that costs nothing.
  ///
  /// @param href opens the telephone's own dialling
  public record Call(String href, String number, String lead, List<String> steps) {
    public Call {
      steps = List.copyOf(steps);
    }
  }

  /// @param number as people dial it
  /// @param href opens the telephone's own texting, with the keyword written already
  /// @param costBeside what a text costs and what costs nothing, beside the number
  /// @param steps what happens, in order
  /// @param commands words that are always understood
  /// @param free ways to say the same that cost nothing
  public record How(
      String keyword,
      String number,
      String href,
      String sentence,
      String costBeside,
      List<String> steps,
      String cost,
      List<Way> free,
      List<Command> commands,
      PhoneScreen screen) {
    public How {
      steps = List.copyOf(steps);
      free = List.copyOf(free);
      commands = List.copyOf(commands);
    }
  }

  /// Another way to take part; null where there is nothing to open.
  public record Way(String label, @Nullable String href) {}

  /// A word people can text at any time, and what it does.
  public record Command(String word, String does) {}

  @Override
  public String template() {
    return "texting/text.mustache";
  }
}
