package org.folkmoot.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.door.Door;
import org.folkmoot.door.Role;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.door.Visitor;
import org.folkmoot.store.Keys;
import org.folkmoot.store.TokenKey;

/// Who works here and how they get in. Thread-safe.
public final class PeopleService implements Door.Visitors {

  /// How long a browser stays signed in.
  public static final Duration SESSION = Session.LONGEST;

  private static final Duration INVITATION = Duration.ofDays(14);
  private static final String SET_UP = "set-up";

  /// Name of the log of who works here, beside the logs of consultations.
  public static final String LOG = "portal";

  private final PeopleRepository people;
  private final SessionService sessions;
  private final SignInService signIns;
  private final Vault vault;
  private final Keys keys;
  private final StaffLog log;
  private final InstantSource time;
  private final String adminToken;
  private final SecureRandom random = new SecureRandom();

  /// @param adminToken a bearer token with every right; empty for none
  PeopleService(
      PeopleRepository people,
      SessionService sessions,
      SignInService signIns,
      Vault vault,
      Keys keys,
      StaffLog log,
      InstantSource time,
      String adminToken) {
    this.people = people;
    this.sessions = sessions;
    this.signIns = signIns;
    this.vault = vault;
    this.keys = keys;
    this.log = log;
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
  /// @param address the e-mail address their sign-in links will go to; empty for none
  /// @param by who invites, for the log
  public Invited invite(String name, Set<Role> roles, String scope, String address, String by) {
    String contact = address.isEmpty() ? "" : vault.keep(Vault.email(address), Vault.STAFF);
    Staff who = new Staff(newSecret(12), name, roles, scope, contact);
    log.add(who, "invited", by, "");
    return new Invited(who, invite(who), time.instant().plus(INVITATION));
  }

  /// An invitation that was made just now.
  ///
  /// @param secret the end of its link
  public record Invited(Staff who, String secret, Instant until) {}

  /// True if somebody who works here has this address.
  boolean isTaken(String address) {
    return people.byContact(vault.reference(Vault.email(address), Vault.STAFF)).isPresent();
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

  /// Uses an invitation once and lets its holder in, as far as one proof does.
  ///
  /// @param next the page to go to
  /// @return empty if the link was used or is too old
  public Optional<Arrival> accept(String secret, String name, String next, Arrival.From from) {
    Optional<Staff> who = invited(secret);
    if (who.isEmpty() || !people.useInvitation(hash(secret))) {
      SecurityLog.refused("invitation.refused", "reason", "used-or-late");
      return Optional.empty();
    }
    Staff invited = who.get();
    String id = invited.id().equals(SET_UP) ? newSecret(12) : invited.id();
    String called = name.isBlank() ? invited.name() : name.strip();
    Staff staff =
        people
            .find(id)
            .orElse(new Staff(id, called, invited.roles(), invited.scope(), invited.contact()));
    people.save(staff);
    log.add(staff, "signed in first", called, "");
    return Optional.of(signIns.arrive(staff, next, from));
  }

  /// The first officer is the safety lead as well, until another is named.
  ///
  /// @param name of the one person who works here so far
  public void alsoSafetyLead(String name) {
    people.all().stream()
        .filter(who -> who.name().equals(name.strip()))
        .findFirst()
        .ifPresent(who -> {
          Set<Role> roles = EnumSet.copyOf(who.roles());
          roles.add(Role.SAFEGUARDING);
          Staff lead = who.with(roles, who.scope());
          people.save(lead);
          log.add(lead, "safety lead", who.name(), "");
        });
  }

  /// Signs in with a token made on the server with the master key: the way back for whoever lost
  /// every link or the second factor. What is set apart stays with the safety lead, even from an
  /// admin's token.
  ///
  /// @return empty if the token is none of ours
  Optional<Arrival.In> signInWithToken(String token, String next, Arrival.From from) {
    return byToken(token)
        .filter(Visitor::isStaff)
        .map(visitor -> {
          Set<Role> roles = EnumSet.copyOf(visitor.roles());
          if (roles.contains(Role.ADMIN)) {
            roles.remove(Role.SAFEGUARDING);
          }
          Staff staff = new Staff(visitor.id(), visitor.name(), roles, "");
          log.add(staff, "signed in with a token", visitor.name(), "");
          return signIn(staff, next, from);
        });
  }

  /// Makes somebody staff without a link: the people of the demo.
  public void keep(Staff staff) {
    people.save(staff);
  }

  /// Makes a member of staff at once and signs them in: the demo's one-press sign-in.
  public Arrival.In signIn(Staff staff, String next, Arrival.From from) {
    people.save(staff);
    return signIns.in(staff.id(), next, from);
  }

  public void signOut(String session) {
    sessions.end(session);
  }

  public List<Staff> all() {
    return people.all();
  }

  Optional<Staff> find(String id) {
    return people.find(id);
  }

  /// Forgets what is over. Called now and then.
  void forgetOld() {
    sessions.forgetOld();
    signIns.forgetLate();
  }

  /// True once somebody is named who reads what is set apart.
  public boolean hasSafeguardingLead() {
    return people.all().stream().anyMatch(s -> s.roles().contains(Role.SAFEGUARDING));
  }

  @Override
  public Optional<Visitor> bySession(String cookie) {
    return sessions.open(cookie).flatMap(this::visitor);
  }

  /// The same for who is in already and listens on: asking does not keep their session open.
  public Optional<Visitor> byOpenSession(String cookie) {
    return sessions.stillOpen(cookie).flatMap(this::visitor);
  }

  private Optional<Visitor> visitor(Session session) {
    return people
        .find(session.staff())
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
    return Optional.of(Visitor.withToken(parts.get(1), EnumSet.of(role)));
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

  private String hash(String secret) {
    return keys.mac("invitation", secret);
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
