package org.folkmoot.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.door.Door;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Keys;
import org.folkmoot.store.TokenKey;

/// Who works here and how they get in. Thread-safe.
public final class PeopleService implements Door.Visitors {

  /// How long a browser stays signed in.
  public static final Duration SESSION = Duration.ofDays(14);

  private static final Duration INVITATION = Duration.ofDays(14);
  private static final String SET_UP = "set-up";

  /// Name of the log of who works here, beside the logs of consultations.
  public static final String LOG = "portal";

  private final PeopleRepository people;
  private final Keys keys;
  private final Ledger ledger;
  private final InstantSource time;
  private final String adminToken;
  private final SecureRandom random = new SecureRandom();

  /// @param adminToken a bearer token with every right; empty for none
  public PeopleService(
      PeopleRepository people, Keys keys, Ledger ledger, InstantSource time, String adminToken) {
    this.people = people;
    this.keys = keys;
    this.ledger = ledger;
    this.time = time;
    this.adminToken = adminToken;
  }

  /// A new set-up link's secret while nobody works here yet; earlier ones stop working.
  public Optional<String> setUpSecret() {
    if (!people.isEmpty()) {
      return Optional.empty();
    }
    people.withdrawInvitations(SET_UP);
    Staff first = new Staff(SET_UP, "", EnumSet.of(Role.ADMIN, Role.OFFICER), "");
    return Optional.of(invite(first));
  }

  /// Makes a one-time link's secret for someone to become staff. Good for 14 days.
  ///
  /// @param by who invites, for the log
  public String invite(String name, Set<Role> roles, String scope, String by) {
    Staff who = new Staff(newSecret(12), name, roles, scope);
    log(who, "invited", by);
    return invite(who);
  }

  /// A new one-time link's secret for someone who works here already; earlier ones stop working.
  public Optional<String> inviteAgain(String id) {
    return people
        .find(id)
        .map(who -> {
          people.withdrawInvitations(id);
          return invite(who);
        });
  }

  private String invite(Staff who) {
    String secret = newSecret(24);
    people.invite(hash(secret), who, time.instant().plus(INVITATION));
    return secret;
  }

  /// Who an invitation is for, without using it.
  public Optional<Staff> invited(String secret) {
    return people
        .invited(hash(secret), time.instant())
        .filter(who -> !who.id().equals(SET_UP) || people.isEmpty());
  }

  /// Uses an invitation once and signs its holder in.
  ///
  /// @return the session cookie's value, or empty if the link was used or is too old
  public Optional<String> accept(String secret, String name) {
    Optional<Staff> who = invited(secret);
    if (who.isEmpty() || !people.useInvitation(hash(secret))) {
      return Optional.empty();
    }
    Staff invited = who.get();
    String id = invited.id().equals(SET_UP) ? newSecret(12) : invited.id();
    String called = name.isBlank() ? invited.name() : name.strip();
    Staff staff = new Staff(id, called, invited.roles(), invited.scope());
    people.save(staff);
    log(staff, "signed in first", called);
    return Optional.of(startSession(staff));
  }

  /// The first officer is the safety lead as well, until another is named.
  public void alsoSafetyLead(String session) {
    people
        .bySession(hash(session), time.instant())
        .ifPresent(who -> {
          Set<Role> roles = EnumSet.copyOf(who.roles());
          roles.add(Role.SAFEGUARDING);
          Staff lead = new Staff(who.id(), who.name(), roles, who.scope());
          people.save(lead);
          log(lead, "safety lead", who.name());
        });
  }

  /// Signs in with a token made on the server with the master key: the way back for whoever lost
  /// every link. What is set apart stays with the safety lead, even from an admin's token.
  ///
  /// @return the session cookie's value, or empty if the token is none of ours
  public Optional<String> signInWithToken(String token) {
    return byToken(token)
        .filter(Visitor::isStaff)
        .map(visitor -> {
          Set<Role> roles = EnumSet.copyOf(visitor.roles());
          if (roles.contains(Role.ADMIN)) {
            roles.remove(Role.SAFEGUARDING);
          }
          Staff staff = new Staff(visitor.id(), visitor.name(), roles, "");
          log(staff, "signed in with a token", visitor.name());
          return signIn(staff);
        });
  }

  /// Makes somebody staff without a link: the people of the demo.
  public void keep(Staff staff) {
    people.save(staff);
  }

  /// Makes a member of staff at once and signs them in: the demo's one-press sign-in.
  public String signIn(Staff staff) {
    people.save(staff);
    return startSession(staff);
  }

  public void signOut(String session) {
    people.endSession(hash(session));
  }

  public List<Staff> all() {
    return people.all();
  }

  /// Takes someone's roles and sessions away at once.
  public void remove(String id, String by) {
    people.find(id).ifPresent(who -> log(who, "removed", by));
    people.remove(id);
  }

  /// True once somebody is named who reads what is set apart.
  public boolean hasSafeguardingLead() {
    return people.all().stream().anyMatch(s -> s.roles().contains(Role.SAFEGUARDING));
  }

  @Override
  public Optional<Visitor> bySession(String cookie) {
    return people
        .bySession(hash(cookie), time.instant())
        .map(s -> new Visitor(s.id(), s.name(), s.roles(), "", Set.of(), s.scope()));
  }

  /// Tokens are `role.expiry.signature` or `session:{id}.participant.expiry.signature`, signed with
  /// a key derived from the master key, so they work on every node and need no table.
  @Override
  public Optional<Visitor> byToken(String bearer) {
    if (!adminToken.isEmpty() && MessageDigest.isEqual(bytes(adminToken), bytes(bearer))) {
      return Optional.of(Visitor.withToken("admin", EnumSet.allOf(Role.class)));
    }
    int dot = bearer.lastIndexOf('.');
    if (dot < 0 || !isSigned(bearer.substring(0, dot), bearer.substring(dot + 1))) {
      return Optional.empty();
    }
    List<String> parts = List.of(bearer.substring(0, dot).split("\\.", -1));
    if (parts.size() != 3 || isPast(parts.get(2))) {
      return Optional.empty();
    }
    if (parts.getFirst().startsWith("session:")) {
      String session = parts.getFirst().substring("session:".length());
      return Optional.of(
          new Visitor("", "", Set.of(), "participant:" + parts.get(1), Set.of(session)));
    }
    Role role = Role.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
    Set<Role> roles = role == Role.ADMIN ? EnumSet.allOf(Role.class) : EnumSet.of(role);
    return Optional.of(Visitor.withToken(parts.get(1), new HashSet<>(roles)));
  }

  /// A bearer token for a role, good for so long.
  public static String token(TokenKey keys, Role role, Instant until) {
    String name = role.name().toLowerCase(Locale.ROOT);
    return sign(keys, name + "." + name + "." + until.getEpochSecond());
  }

  /// A bearer token for one participant of one live session.
  public String sessionToken(String session, String participant, Instant until) {
    return sign(
        keys.tokens(), "session:" + session + "." + participant + "." + until.getEpochSecond());
  }

  private static String sign(TokenKey keys, String claims) {
    return claims + "." + keys.sign(claims);
  }

  private boolean isSigned(String claims, String signature) {
    return MessageDigest.isEqual(bytes(keys.tokens().sign(claims)), bytes(signature));
  }

  private boolean isPast(String epochSeconds) {
    return Long.parseLong(epochSeconds) < time.instant().getEpochSecond();
  }

  private void log(Staff who, String what, String by) {
    ledger.append(
        LOG,
        new Act(
            "staff:" + who.id() + ":" + newSecret(6),
            Act.Kind.STAFF_CHANGED,
            who.id(),
            time.instant(),
            by,
            "",
            Map.of(
                "what",
                what,
                "roles",
                who.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))));
  }

  private String startSession(Staff staff) {
    String session = newSecret(32);
    people.startSession(hash(session), staff.id(), time.instant().plus(SESSION));
    return session;
  }

  private String hash(String secret) {
    return keys.mac("session", secret);
  }

  private String newSecret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
