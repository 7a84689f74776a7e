package org.folkmoot.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// By what a list can be narrowed down, with `record/narrow.mustache`: links, each with how many
/// there are.
///
/// @param fit how many fit in all, in a sentence; null where the list is whole
/// @param patience why there are no numbers now, or null
public record Narrowing(List<Group> groups, @Nullable String fit, @Nullable String patience) {

  public Narrowing {
    groups = List.copyOf(groups);
  }

  /// While the index is being put in order.
  public static Narrowing waiting(String wait) {
    return new Narrowing(List.of(), null, wait);
  }

  public boolean hasGroups() {
    return !groups.isEmpty();
  }

  /// What is chosen now, to be taken off without opening the rest.
  public List<Choice> taken() {
    return groups.stream()
        .flatMap(group -> group.choices().stream())
        .filter(Choice::chosen)
        .toList();
  }

  public boolean hasTaken() {
    return !taken().isEmpty();
  }

  /// What can be chosen of one kind.
  public record Group(String groupName, List<Choice> choices) {
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /// @param href narrows down by it, or takes it off where it is chosen
  public record Choice(String choiceName, String count, String href, boolean chosen) {}
}
