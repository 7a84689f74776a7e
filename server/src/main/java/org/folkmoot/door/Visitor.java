package org.folkmoot.door;

import java.util.Set;

/// Who is asking: a member of the public on some device, or a member of staff with roles.
///
/// @param id staff id, `token:…` for a bearer token, or empty for the public
/// @param name how staff are named in the log and on the desk; empty for the public
/// @param roles what staff may do; empty for the public
/// @param device random name of the browser, kept in a cookie; empty for machines
/// @param sessions live sessions a join token opens; empty for everyone else
/// @param scope the one consultation that staff work for; empty for all
public record Visitor(
    String id, String name, Set<Role> roles, String device, Set<String> sessions, String scope) {

  public Visitor {
    roles = Set.copyOf(roles);
    sessions = Set.copyOf(sessions);
  }

  public Visitor(String id, String name, Set<Role> roles, String device, Set<String> sessions) {
    this(id, name, roles, device, sessions, "");
  }

  /// A member of the public on a device.
  public static Visitor onDevice(String device) {
    return new Visitor("", "", Set.of(), device, Set.of());
  }

  /// A caller whose bearer token carries roles.
  public static Visitor withToken(String id, Set<Role> roles) {
    return new Visitor("token:" + id, id, roles, "", Set.of());
  }

  public Visitor on(String newDevice) {
    return new Visitor(id, name, roles, newDevice, sessions, scope);
  }

  /// The same on the pages of one consultation: staff who work for another have no roles there.
  public Visitor within(String consultation) {
    return scope.isEmpty() || scope.equals(consultation)
        ? this
        : new Visitor(id, name, Set.of(), device, sessions, scope);
  }

  public boolean isStaff() {
    return !roles.isEmpty();
  }

  /// True if the visitor holds one of the roles. An admin holds every role but safeguarding.
  public boolean is(Role... any) {
    for (Role role : any) {
      if (roles.contains(role) || (role != Role.SAFEGUARDING && roles.contains(Role.ADMIN))) {
        return true;
      }
    }
    return false;
  }
}
