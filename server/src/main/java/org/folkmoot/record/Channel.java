package org.folkmoot.record;

import java.util.Locale;

/// The door a contribution came in by. Names are those of the API.
public enum Channel {
  PANEL(Mode.DIGITAL_FIRST),
  OPEN_SURVEY(Mode.DIGITAL_FIRST),
  STATEMENT(Mode.DIGITAL_FIRST),
  FORUM(Mode.DIGITAL_FIRST),
  LIVE_SESSION(Mode.DIGITAL_FIRST),
  STORY(Mode.DIGITAL_FIRST),
  SMS(Mode.DIGITAL_FIRST),
  PHONE(Mode.DIGITAL_FIRST),
  PUBLIC_MEETING(Mode.FACE_TO_FACE),
  COMMENT_CARD(Mode.FACE_TO_FACE),
  DOT_VOTE(Mode.FACE_TO_FACE),
  PARTNER_KIT(Mode.FACE_TO_FACE),
  JURY(Mode.FACE_TO_FACE),
  WRITTEN_SUBMISSION(Mode.OTHER);

  /// Digital-first and face-to-face are split in every list, export and report.
  public enum Mode {
    DIGITAL_FIRST,
    FACE_TO_FACE,
    OTHER;

    public String wordKey() {
      return "record.mode." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Mode mode;

  Channel(Mode mode) {
    this.mode = mode;
  }

  public Mode mode() {
    return mode;
  }

  /// Key of the door's name on screen, for example `record.channel.comment_card`.
  public String wordKey() {
    return "record.channel." + name().toLowerCase(Locale.ROOT);
  }
}
