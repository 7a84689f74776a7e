package org.folkmoot.web.part;

import java.util.List;

/// The small drawing of one way in. It says nothing that the words beside it do not say.
///
/// @param name one of [#NAMES]
public record Drawing(String name) {
  public static final List<String> NAMES =
      List.of("panel", "statement", "forum", "story", "text", "jury", "meeting", "kit", "letter");

  public Drawing {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no drawing " + name);
    }
  }

  public boolean panel() {
    return name.equals("panel");
  }

  public boolean statement() {
    return name.equals("statement");
  }

  public boolean forum() {
    return name.equals("forum");
  }

  public boolean story() {
    return name.equals("story");
  }

  public boolean text() {
    return name.equals("text");
  }

  public boolean jury() {
    return name.equals("jury");
  }

  public boolean meeting() {
    return name.equals("meeting");
  }

  public boolean kit() {
    return name.equals("kit");
  }

  public boolean letter() {
    return name.equals("letter");
  }
}
