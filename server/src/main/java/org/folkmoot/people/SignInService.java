package org.folkmoot.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.mail.Letter;
import org.folkmoot.mail.MailService;
import org.folkmoot.store.Keys;
import org.folkmoot.web.Words;

/// The way in: a link by e-mail, then the second factor, then a session. Thread-safe.
final class SignInService {

  /// How long a link by e-mail works.
  static final Duration LINK = Duration.ofMinutes(15);

  /// How long the first proof is remembered while the second is given.
  static final Duration HALFWAY = Duration.ofMinutes(15);

  /// How long a used link is still known for what it is.
  private static final Duration KEPT = Duration.ofDays(7);

  /// A second factor that was set up just now.
  ///
  /// @param recovery ten codes, shown once
  record SetUp(Arrival.In arrival, List<String> recovery) {}

  /// What came of a code.
  record Tried(SecondFactor.Tried outcome, Optional<Arrival.In> arrival) {}

  private final PeopleRepository people;
  private final SignInRepository signIns;
  private final SessionService sessions;
  private final SecondFactor factor;
  private final Vault vault;
  private final MailService mail;
  private final Keys keys;
  private final InstantSource time;
  private final boolean needsFactor;
  private final SecureRandom random = new SecureRandom();

  /// @param needsFactor whether staff must prove a second thing; not in the demo
  SignInService(
      PeopleRepository people,
      SignInRepository signIns,
      SessionService sessions,
      SecondFactor factor,
      Vault vault,
      MailService mail,
      Keys keys,
      InstantSource time,
      boolean needsFactor) {
    this.people = people;
    this.signIns = signIns;
    this.sessions = sessions;
    this.factor = factor;
    this.vault = vault;
    this.mail = mail;
    this.keys = keys;
    this.time = time;
    this.needsFactor = needsFactor;
  }

  /// Sends a link to whoever works here under this address; where nobody does, nothing, and whoever
  /// asked is not told which.
  ///
  /// @param portal the public address
  void sendLink(String address, Words words, String council, String portal) {
    Optional<Staff> who = people.byContact(nameOf(address));
    if (who.isEmpty()) {
      SecurityLog.refused("link.not-sent", "reason", "unknown");
      return;
    }
    String secret = newSecret(24);
    Instant until = time.instant().plus(LINK);
    signIns.saveLink(hash(secret), who.get().id(), until);
    SecurityLog.done("link.sent", "staff", who.get().id());
    mail.post(
        new Letter(
            "sign-in-" + newSecret(9),
            address,
            words.say("people.mail.link-subject", "council", council),
            words.say(
                "people.mail.link-text",
                "name",
                who.get().name(),
                "link",
                portal + "/sign-in/link/" + secret),
            Optional.of(until)));
  }

  /// A name for an address that says nothing of it.
  String nameOf(String address) {
    return vault.reference(Vault.email(address), Vault.STAFF);
  }

  /// Sends somebody the link that makes them staff.
  void sendInvitation(
      PeopleService.Invited invited, String address, String link, Words words, String council) {
    mail.post(
        new Letter(
            "invitation-" + newSecret(9),
            address,
            words.say("people.mail.invite-subject", "council", council),
            words.say("people.mail.invite-text", "name", invited.who().name(), "link", link),
            Optional.of(invited.until())));
  }

  boolean sendsMail() {
    return mail.sends();
  }

  /// Who a link is for, without using it.
  Optional<Staff> link(String secret) {
    String hash = hash(secret);
    Optional<Staff> who = signIns.link(hash, time.instant()).flatMap(people::find);
    if (who.isEmpty()) {
      SecurityLog.refused(
          "link.refused", "reason", signIns.knows(hash) ? "used-or-late" : "unknown");
    }
    return who;
  }

  /// Uses a link once.
  Optional<Arrival> useLink(String secret, String next, Arrival.From from) {
    Optional<Staff> who = link(secret);
    if (who.isEmpty()) {
      return Optional.empty();
    }
    if (!signIns.useLink(hash(secret))) {
      SecurityLog.refused("link.refused", "reason", "used-or-late");
      return Optional.empty();
    }
    return Optional.of(arrive(who.get(), next, from));
  }

  /// Lets somebody in who proved one thing, or asks for the second.
  Arrival arrive(Staff who, String next, Arrival.From from) {
    if (!needsFactor) {
      return in(who.id(), next, from);
    }
    String cookie = newSecret(32);
    var half = new SignInRepository.Half(who.id(), next, factor.newSecret());
    signIns.saveHalf(hash(cookie), half, time.instant().plus(HALFWAY));
    return new Arrival.Halfway(cookie, factor.isSetUp(who.id()));
  }

  /// A session at once, whatever was proved.
  Arrival.In in(String staff, String next, Arrival.From from) {
    if (!from.before().isEmpty()) {
      sessions.end(from.before());
    }
    return new Arrival.In(sessions.start(staff, from.family()), next);
  }

  Optional<SignInRepository.Half> half(String cookie) {
    return cookie.isEmpty() ? Optional.empty() : signIns.half(hash(cookie), time.instant());
  }

  boolean isSetUp(SignInRepository.Half half) {
    return factor.isSetUp(half.staff());
  }

  /// Sets the second factor up with the secret this sign-in was given; empty if the code is wrong.
  Optional<SetUp> setUp(String cookie, SignInRepository.Half half, String code, Arrival.From from) {
    if (factor.isSetUp(half.staff())) {
      return Optional.empty();
    }
    return factor
        .setUp(half.staff(), half.secret(), code)
        .filter(_ -> signIns.useHalf(hash(cookie)))
        .map(codes -> new SetUp(in(half.staff(), half.next(), from), codes));
  }

  Tried attempt(
      String cookie, SignInRepository.Half half, String typed, String address, Arrival.From from) {
    SecondFactor.Tried tried = factor.attempt(half.staff(), typed, address);
    boolean in = tried instanceof SecondFactor.Tried.Right && signIns.useHalf(hash(cookie));
    return new Tried(
        tried, in ? Optional.of(in(half.staff(), half.next(), from)) : Optional.empty());
  }

  /// Whatever is under way for somebody stops.
  void forget(String staff) {
    signIns.deleteLinks(staff);
    signIns.deleteHalves(staff);
  }

  void forgetLate() {
    signIns.forgetLate(time.instant().minus(KEPT));
  }

  private String hash(String secret) {
    return keys.mac("sign-in", secret);
  }

  private String newSecret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
