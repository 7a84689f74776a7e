package org.folkmoot.door;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// One line for each thing that was refused because of who asked, or that changed who may come in,
/// under the logger `security`. Ids and reasons alone: no name, address, code, cookie or link.
public final class SecurityLog {

  private static final Logger LOG = System.getLogger("security");
  private static final int LONGEST = 80;

  private SecurityLog() {}

  /// Something was refused.
  ///
  /// @param event for example `session.refused`
  /// @param about names and values by turns
  public static void refused(String event, String... about) {
    LOG.log(Level.WARNING, line(event, about));
  }

  /// Something was done that decides who may come in.
  public static void done(String event, String... about) {
    LOG.log(Level.INFO, line(event, about));
  }

  private static String line(String event, String... about) {
    var line = new StringBuilder("event=").append(event);
    for (int i = 0; i + 1 < about.length; i += 2) {
      line.append(' ').append(about[i]).append('=').append(clean(about[i + 1]));
    }
    return line.toString();
  }

  /// What comes from outside can end no line and begin no field of its own.
  private static String clean(String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    return cut.replaceAll("[^A-Za-z0-9:_./{}@-]", "_");
  }
}
