package org.folkmoot.web.part;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A small drawing: of one door, the same wherever that door is named, or of something a question
/// is about. It says nothing that the words beside it do not say.
///
/// @param name one of [#NAMES]
public record Drawing(String name) {

  /// The one table: each door, as the API names it, and the drawing that is its own.
  private static final Map<String, String> OF_DOOR =
      Map.ofEntries(
          Map.entry("PANEL", "panel"),
          Map.entry("OPEN_SURVEY", "survey"),
          Map.entry("STATEMENT", "statement"),
          Map.entry("FORUM", "forum"),
          Map.entry("LIVE_SESSION", "live"),
          Map.entry("STORY", "story"),
          Map.entry("SMS", "text"),
          Map.entry("PHONE", "phone"),
          Map.entry("PUBLIC_MEETING", "meeting"),
          Map.entry("COMMENT_CARD", "card"),
          Map.entry("DOT_VOTE", "dots"),
          Map.entry("PARTNER_KIT", "kit"),
          Map.entry("JURY", "jury"),
          Map.entry("WRITTEN_SUBMISSION", "letter"));

  /// What a question that is easy to read may show besides.
  private static final List<String> OF_THINGS =
      List.of("bus", "calendar", "first", "locked", "money", "night", "person", "question", "stop");

  public static final List<String> NAMES =
      Stream.concat(OF_DOOR.values().stream(), OF_THINGS.stream()).sorted().toList();

  public Drawing {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no drawing " + name);
    }
  }

  /// The drawing of a door.
  ///
  /// @param door name of a channel or a way in, for example `COMMENT_CARD`
  public static Drawing ofDoor(String door) {
    return new Drawing(OF_DOOR.getOrDefault(door, door));
  }

  public boolean panel() {
    return name.equals("panel");
  }

  public boolean survey() {
    return name.equals("survey");
  }

  public boolean statement() {
    return name.equals("statement");
  }

  public boolean forum() {
    return name.equals("forum");
  }

  public boolean live() {
    return name.equals("live");
  }

  public boolean story() {
    return name.equals("story");
  }

  public boolean text() {
    return name.equals("text");
  }

  public boolean phone() {
    return name.equals("phone");
  }

  public boolean meeting() {
    return name.equals("meeting");
  }

  public boolean card() {
    return name.equals("card");
  }

  public boolean dots() {
    return name.equals("dots");
  }

  public boolean kit() {
    return name.equals("kit");
  }

  public boolean jury() {
    return name.equals("jury");
  }

  public boolean letter() {
    return name.equals("letter");
  }

  public boolean bus() {
    return name.equals("bus");
  }

  public boolean stop() {
    return name.equals("stop");
  }

  public boolean night() {
    return name.equals("night");
  }

  public boolean money() {
    return name.equals("money");
  }

  public boolean first() {
    return name.equals("first");
  }

  public boolean locked() {
    return name.equals("locked");
  }

  public boolean calendar() {
    return name.equals("calendar");
  }

  public boolean person() {
    return name.equals("person");
  }

  public boolean question() {
    return name.equals("question");
  }
}
