package org.folkmoot.people;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.mail.MailService;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.web.part.Choices;

/// The people, put together: made once, where the rooms are wired.
public final class PeopleRoom {

  /// What these pages tell and ask of the rest of the portal.
  ///
  /// @param questions what somebody can work for alone: slug and title
  /// @param council its name, for letters
  /// @param portal the public address, for links
  /// @param zone of the council, for dates
  public record Around(
      Supplier<List<Choices.Option>> questions,
      Supplier<String> council,
      Supplier<String> portal,
      Supplier<ZoneId> zone) {}

  private final PeopleService service;
  private final Vault vault;
  private final SignInService signIns;
  private final StaffService staff;
  private final Tries tries;
  private final PassService passes;

  private PeopleRoom(
      PeopleService service,
      Vault vault,
      SignInService signIns,
      StaffService staff,
      Tries tries,
      PassService passes) {
    this.service = service;
    this.vault = vault;
    this.signIns = signIns;
    this.staff = staff;
    this.tries = tries;
    this.passes = passes;
  }

  /// @param adminToken a bearer token with every right; empty for none
  /// @param needsFactor whether staff must prove a second thing at sign-in
  /// @param inFull makes a phone number, written as at home, an E.164 one
  public static PeopleRoom in(
      Store store,
      Keys keys,
      Ledger ledger,
      MailService mail,
      InstantSource time,
      String adminToken,
      boolean needsFactor,
      UnaryOperator<String> inFull) {
    var people = new PeopleRepository(store);
    var vault = new Vault(store, keys, inFull);
    var log = new StaffLog(ledger, time);
    var sessions = new SessionService(new SessionRepository(store), keys, time);
    var tries = new Tries(store, keys, time);
    var factor = new SecondFactor(new FactorRepository(store, keys), tries, time);
    var signIns =
        new SignInService(
            people,
            new SignInRepository(store, keys),
            sessions,
            factor,
            vault,
            mail,
            keys,
            time,
            needsFactor);
    return new PeopleRoom(
        new PeopleService(people, sessions, signIns, vault, keys, log, time, adminToken),
        vault,
        signIns,
        new StaffService(people, sessions, signIns, factor, vault, log),
        tries,
        new PassService(store, keys, log, time));
  }

  public PeopleService service() {
    return service;
  }

  public Vault vault() {
    return vault;
  }

  /// Passes for volunteers.
  public PassService passes() {
    return passes;
  }

  /// Forgets what is over. Called now and then.
  public void forgetOld() {
    service.forgetOld();
    passes.forgetOld();
  }

  /// Its pages.
  public RouteTable.Routes routes(Around around) {
    return into ->
        into.with(
            new SignInRoutes(service, signIns, tries, around),
            new SecondFactorRoutes(signIns, service, around.council()),
            new StaffRoutes(service, staff, signIns, around),
            new RoleRoutes(staff, around),
            new MeRoutes(staff, service, around));
  }
}
