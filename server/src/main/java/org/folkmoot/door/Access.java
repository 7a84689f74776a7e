package org.folkmoot.door;

import java.util.List;

/// Who may use a route. The door checks it before the room is called.
public sealed interface Access {

  /// Anyone, with a form token on every POST.
  record Everyone() implements Access {}

  /// Staff with one of the roles, by cookie on pages and by bearer token under `/api/v1`.
  record Staff(List<Role> roles) implements Access {
    public Staff {
      roles = List.copyOf(roles);
    }
  }

  /// Machines that prove themselves in the request (a webhook's signature); no form token.
  record Signed() implements Access {}

  /// Anyone, under `/api/v1`: a receipt code is the proof; no form token.
  record OpenApi() implements Access {}

  static Access everyone() {
    return new Everyone();
  }

  static Access staff(Role... roles) {
    return new Staff(List.of(roles));
  }

  static Access signed() {
    return new Signed();
  }

  static Access openApi() {
    return new OpenApi();
  }
}
