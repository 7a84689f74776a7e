package org.folkmoot.initiative;

/// One of the things every initiative goes by.
///
/// @param id in addresses and the log, for example `task-4-3`; never changes
/// @param group what it stands under: number of a stage, name of a challenge; empty for none
public record Item(String id, ItemKind kind, String group) {

  /// Key of its words.
  public String wordKey() {
    return "initiative." + id;
  }

  /// A stage's task as people number it, "4.3"; else empty.
  public String number() {
    return kind == ItemKind.TASK ? id.substring("task-".length()).replace('-', '.') : "";
  }
}
