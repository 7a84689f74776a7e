package org.folkmoot.door;

/// Names of our cookies, all of them needed for what the person asked for; none follows anyone.
public final class Cookies {

  /// Random name of this browser, so that words open again on the device that sent them.
  public static final String DEVICE = "fm_device";

  /// Staff session.
  public static final String SESSION = "fm_session";

  public static final String LANGUAGE = "fm_lang";
  public static final String FLASH = "fm_flash";

  private Cookies() {}
}
