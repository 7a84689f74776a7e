package org.folkmoot.people;

import java.util.Set;
import org.folkmoot.door.Role;

/// A member of staff.
///
/// @param scope slug of the one consultation they work for; empty for all
public record Staff(String id, String name, Set<Role> roles, String scope) {
  public Staff {
    roles = Set.copyOf(roles);
  }
}
