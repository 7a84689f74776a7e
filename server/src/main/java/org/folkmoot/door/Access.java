package org.folkmoot.door;

import java.util.List;

/// Who may use a route. The door checks it before the room is called.
public sealed interface Access {

  /// Anyone, with a form token on every POST.
  record Everyone() implements Access {}

  /// Staff with one of the roles, by cookie on pages and by bearer token under `/api/v1`. Where the
  /// path names no consultation, who works for one alone stays outside unless `ofOneToo`.
  record Staff(List<Role> roles, boolean ofOneToo) implements Access {
    public Staff {
      roles = List.copyOf(roles);
    }

    public Staff(List<Role> roles) {
      this(roles, false);
    }

    /// True if this visitor, as the door found them for the path, may come in.
    boolean admits(Visitor visitor, boolean namesConsultation) {
      return visitor.is(roles.toArray(Role[]::new))
          && (namesConsultation || ofOneToo || visitor.scope().isEmpty());
    }
  }

  /// Machines that prove themselves in the request (a webhook's signature); no form token.
  record Signed() implements Access {}

  /// Anyone, under `/api/v1`: a receipt code is the proof; no form token.
  record OpenApi() implements Access {}

  /// Anyone, by a script on a page of ours that sends more than a form can: bytes in pieces. The
  /// form token comes in the header [Script#TOKEN_HEADER], since the body is no form.
  record Script() implements Access {
    /// By its lower-case name.
    public static final String TOKEN_HEADER = "x-form-token";
  }

  static Access everyone() {
    return new Everyone();
  }

  static Access staff(Role... roles) {
    return new Staff(List.of(roles));
  }

  static Access signed() {
    return new Signed();
  }

  static Access script() {
    return new Script();
  }

  static Access openApi() {
    return new OpenApi();
  }
}
