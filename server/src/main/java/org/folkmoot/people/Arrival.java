package org.folkmoot.people;

import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;

/// How far somebody has come in who proved one thing: in, or asked for the second.
public sealed interface Arrival {

  /// @param session the cookie's value
  /// @param next the page they wanted
  record In(String session, String next) implements Arrival {}

  /// @param half the value of the cookie that remembers the first proof for some minutes
  /// @param isSetUp whether there is a second factor, or it is set up now
  record Halfway(String half, boolean isSetUp) implements Arrival {}

  /// Sends the browser on, with the cookie it needs there. A session that this browser had before
  /// must have been ended.
  default Answer answer() {
    return switch (this) {
      case In in ->
          Answer.seeOther(in.next())
              .cookie(Cookies.SESSION, in.session(), PeopleService.SESSION.toSeconds())
              .cookie(Cookies.SIGN_IN, "", 0);
      case Halfway halfway ->
          Answer.seeOther(halfway.isSetUp() ? SecondFactorRoutes.CODE : SecondFactorRoutes.SET_UP)
              .cookie(Cookies.SIGN_IN, halfway.half(), SignInService.HALFWAY.toSeconds());
    };
  }

  /// What is known of a browser that comes in.
  ///
  /// @param before its session cookie until now; it ends
  record From(String family, String before) {
    static From of(Ask ask) {
      return new From(Session.family(ask.header("user-agent")), ask.cookie(Cookies.SESSION));
    }
  }

  /// The browser that asks.
  static From from(Ask ask) {
    return From.of(ask);
  }
}
