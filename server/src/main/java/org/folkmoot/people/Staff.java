package org.folkmoot.people;

import java.util.Set;
import org.folkmoot.door.Role;

/// A member of staff.
///
/// @param scope slug of the one consultation they work for; empty for all
/// @param contact reference into the vault of the e-mail address that sign-in links go to; empty
///   for none
public record Staff(String id, String name, Set<Role> roles, String scope, String contact) {
  public Staff {
    roles = Set.copyOf(roles);
  }

  public Staff(String id, String name, Set<Role> roles, String scope) {
    this(id, name, roles, scope, "");
  }

  Staff with(Set<Role> newRoles, String newScope) {
    return new Staff(id, name, newRoles, newScope, contact);
  }

  Staff withContact(String reference) {
    return new Staff(id, name, roles, scope, reference);
  }

  /// True for whoever came in with a key made on the server: nobody was invited under this name.
  boolean isToken() {
    return id.startsWith("token:");
  }
}
