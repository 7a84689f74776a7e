package org.folkmoot.initiative;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.initiative.Offer.Delivered;
import org.folkmoot.initiative.Offer.State;
import org.folkmoot.initiative.Offer.Step;
import org.folkmoot.initiative.Offer.Unit;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.Vault;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.store.Claims;

/// What organisations answer to invitations. Thread-safe.
public final class OfferService {

  private static final String PURPOSE = "initiative offer";

  /// An answer as it is sent.
  ///
  /// @param act makes sending twice one answer
  public record Draft(
      String act,
      String invitation,
      String organisation,
      boolean named,
      String words,
      String language,
      int pledged,
      Unit unit,
      Vault.Contact contact) {}

  private final InitiativeRepository offers;
  private final Ledger ledger;
  private final Vault vault;
  private final Claims claims;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  OfferService(
      InitiativeRepository offers, Ledger ledger, Vault vault, Claims claims, InstantSource time) {
    this.offers = offers;
    this.ledger = ledger;
    this.vault = vault;
    this.claims = claims;
    this.time = time;
  }

  /// The answers to an initiative's invitations, first come first.
  public List<Offer> all(String initiative) {
    return offers.offers(initiative).stream()
        .sorted(Comparator.comparing(Offer::cameOn).thenComparing(Offer::code))
        .toList();
  }

  public Optional<Offer> find(String initiative, String typed) {
    return ReceiptCode.parse(typed)
        .flatMap(code -> offers.offer(code.value()))
        .map(InitiativeRepository.At::value)
        .filter(offer -> offer.initiative().equals(initiative));
  }

  /// Keeps an answer; it is on no public page before somebody has answered it.
  public Offer send(String initiative, Draft draft, LocalDate on) {
    String claim = "offer:" + initiative + ":" + draft.act();
    String code = claims.take(claim, ReceiptCode.random(random).value());
    Offer offer =
        new Offer(
            code,
            initiative,
            draft.invitation(),
            draft.organisation(),
            draft.named(),
            draft.words(),
            draft.language(),
            draft.pledged(),
            draft.unit(),
            vault.keep(draft.contact(), PURPOSE + ":" + code),
            on,
            List.of(new Step(State.SUBMITTED, on, "")),
            List.of());
    offers.insert(
        offer,
        InitiativeLog.of(initiative),
        log(offer, 0, Act.CONTRIBUTOR)
            .add(Act.Kind.HELP_OFFERED, subject(offer), "", details(offer, State.SUBMITTED)));
    return offer;
  }

  /// How the organisation can be reached, for staff.
  Optional<Vault.Contact> contact(Offer offer) {
    return offer.contact().isEmpty() ? Optional.empty() : vault.open(offer.contact());
  }

  /// Answers an organisation, with a reason; through one state or several.
  ///
  /// @param delivered what it has delivered in a quarter, where that is told
  /// @return why it cannot be, as a word key; empty if it was done
  public Optional<String> answer(
      Offer asked,
      List<State> way,
      String why,
      Optional<Delivered> delivered,
      LocalDate on,
      String by) {
    if (why.isBlank()) {
      return Optional.of("desk.initiative.why-missing");
    }
    var read = read(asked);
    InitiativeLog log = log(asked, read.version(), by);
    Offer changed = read.value();
    for (State to : way) {
      if (changed.isGone() || !changed.state().next().contains(to)) {
        return Optional.of("desk.initiative.state-missing");
      }
      changed = changed.with(new Step(to, on, why));
      log.add(Act.Kind.HELP_ANSWERED, subject(asked), why, details(asked, to));
    }
    if (delivered.isPresent()) {
      changed = changed.with(delivered.get());
    }
    write(read, changed, log.acts());
    return Optional.empty();
  }

  /// Takes an answer back: what it said and whose it was are removed; the code still says so.
  public void takeBack(Offer asked, LocalDate on) {
    var read = read(asked);
    if (read.value().isGone()) {
      return;
    }
    Act act =
        log(asked, read.version(), Act.CONTRIBUTOR)
            .add(Act.Kind.TAKEN_BACK, subject(asked), "", details(asked, State.ENDED_EARLY));
    String contact = read.value().contact();
    write(read, read.value().erased(on), List.of(act));
    vault.forget(contact);
    ledger.erase(InitiativeLog.of(asked.initiative()), subject(asked));
  }

  private InitiativeRepository.At<Offer> read(Offer offer) {
    return offers
        .offer(offer.code())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private void write(InitiativeRepository.At<Offer> read, Offer changed, List<Act> acts) {
    if (!offers.change(read, changed, InitiativeLog.of(changed.initiative()), acts)) {
      throw new ProblemException(new Problem.Conflict(""));
    }
  }

  private InitiativeLog log(Offer offer, long version, String by) {
    return new InitiativeLog(subject(offer), version, time, by);
  }

  private static Map<String, String> details(Offer offer, State to) {
    return Map.of("invitation", offer.invitation(), "to", to.name().toLowerCase(Locale.ROOT));
  }

  static String subject(Offer offer) {
    return InitiativeLog.subject(offer.initiative(), "answer-" + offer.code());
  }
}
