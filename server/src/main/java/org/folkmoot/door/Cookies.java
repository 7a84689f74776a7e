package org.folkmoot.door;

/// Names of our cookies, all of them needed for what the person asked for; none follows anyone.
public final class Cookies {

  /// Random name of this browser, so that words open again on the device that sent them.
  public static final String DEVICE = "fm_device";

  /// Staff session.
  public static final String SESSION = "fm_session";

  /// A sign-in that waits for its second factor.
  public static final String SIGN_IN = "fm_sign_in";

  /// Evening pass of a volunteer.
  public static final String PASS = "fm_pass";

  public static final String LANGUAGE = "fm_lang";
  public static final String FLASH = "fm_flash";

  private Cookies() {}
}
