package org.folkmoot.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Role;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.ledger.Ledger;

/// What those who work here may do, and how they come in: given and taken with a reason, written
/// into the log of the portal. Somebody always looks after it. Thread-safe.
final class StaffService {

  private final PeopleRepository people;
  private final SessionService sessions;
  private final SignInService signIns;
  private final SecondFactor factor;
  private final Vault vault;
  private final StaffLog log;

  StaffService(
      PeopleRepository people,
      SessionService sessions,
      SignInService signIns,
      SecondFactor factor,
      Vault vault,
      StaffLog log) {
    this.people = people;
    this.sessions = sessions;
    this.signIns = signIns;
    this.factor = factor;
    this.vault = vault;
    this.log = log;
  }

  List<Staff> all() {
    return people.all();
  }

  Optional<Staff> find(String id) {
    return people.find(id);
  }

  /// What came of changing what somebody may do.
  enum Changed {
    DONE,
    NOTHING_NEW,
    /// Nobody else looks after the portal.
    LAST_ADMIN
  }

  /// Gives somebody these roles instead of those they have. It holds from their next page on.
  ///
  /// @param why for the log
  Changed change(Staff who, Set<Role> roles, String scope, String why, String by) {
    if (roles.equals(who.roles()) && scope.equals(who.scope())) {
      return Changed.NOTHING_NEW;
    }
    if (leavesNoAdmin(who, roles, scope)) {
      return Changed.LAST_ADMIN;
    }
    Staff changed = who.with(roles, scope);
    people.save(changed);
    if (!hasAdmin()) {
      // Two admins took it from each other at the same moment.
      people.save(who);
      return Changed.LAST_ADMIN;
    }
    log.add(changed, "roles", by, why);
    SecurityLog.done("roles.changed", "staff", who.id());
    return Changed.DONE;
  }

  /// Takes someone's roles and sessions away at once.
  Changed remove(String id, String by, String why) {
    Optional<Staff> who = people.find(id);
    if (who.isEmpty()) {
      return Changed.NOTHING_NEW;
    }
    if (leavesNoAdmin(who.get(), Set.of(), "")) {
      return Changed.LAST_ADMIN;
    }
    people.remove(id);
    if (!hasAdmin() && who.get().roles().contains(Role.ADMIN)) {
      people.save(who.get());
      return Changed.LAST_ADMIN;
    }
    sessions.endAll(id, by);
    signIns.forget(id);
    factor.forget(id);
    forgetContact(who.get());
    log.add(who.get(), "removed", by, why);
    return Changed.DONE;
  }

  private boolean leavesNoAdmin(Staff who, Set<Role> roles, String scope) {
    boolean stays = roles.contains(Role.ADMIN) && scope.isEmpty();
    return isAdmin(who)
        && !stays
        && people.all().stream().noneMatch(o -> isAdmin(o) && !o.id().equals(who.id()));
  }

  private boolean hasAdmin() {
    return people.all().stream().anyMatch(StaffService::isAdmin);
  }

  private static boolean isAdmin(Staff who) {
    return who.roles().contains(Role.ADMIN) && who.scope().isEmpty() && !who.isToken();
  }

  /// The next sign-in sets the second factor up anew: for whoever lost telephone and codes.
  void resetFactor(Staff who, String by, String why) {
    factor.forget(who.id());
    sessions.endAll(who.id(), by);
    signIns.forget(who.id());
    log.add(who, "second factor reset", by, why);
    SecurityLog.done("factor.reset", "staff", who.id());
  }

  /// Sign-in links go to this address from now on; empty for no address.
  void setAddress(Staff who, String address, String by) {
    String reference = address.isEmpty() ? "" : vault.keep(Vault.email(address), Vault.STAFF);
    if (!reference.equals(who.contact())) {
      people.setContact(who.id(), reference);
      forgetContact(who);
      log.add(who, address.isEmpty() ? "address removed" : "address changed", by, "");
    }
  }

  private void forgetContact(Staff who) {
    if (!who.contact().isEmpty() && people.byContact(who.contact()).isEmpty()) {
      vault.forget(who.contact());
    }
  }

  /// The address their sign-in links go to; empty for none.
  String address(Staff who) {
    return who.contact().isEmpty()
        ? ""
        : vault.open(who.contact()).map(Vault.Contact::address).orElse("");
  }

  /// Entries of the log about one person, oldest first.
  List<Ledger.Entry> entries(Staff who) {
    return log.about(who);
  }

  SessionService sessions() {
    return sessions;
  }

  SecondFactor factor() {
    return factor;
  }
}
