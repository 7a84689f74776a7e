package org.folkmoot.media;

/// How far the work is on what is made of a file; the words for staff stand in the bundles under
/// [#key].
public enum Making {
  WAITING("desk.story.making-waiting"),
  RUNNING("desk.story.making-running"),
  DONE("desk.story.making-done"),
  /// There is nothing on this machine that could.
  ABSENT("desk.story.making-absent"),
  FAILED("desk.story.making-failed");

  private final String key;

  Making(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  static Making of(RenditionJob.State state) {
    return switch (state) {
      case WAITING -> WAITING;
      case RUNNING -> RUNNING;
      case DONE -> DONE;
      case ABSENT -> ABSENT;
      case FAILED -> FAILED;
    };
  }
}
