package org.folkmoot.rights;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.calling.CallingService;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.PeopleService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.rights.RightsRequest.Approval;
import org.folkmoot.rights.RightsRequest.Outcome;
import org.folkmoot.rights.RightsRequest.What;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.Dialling;
import org.folkmoot.texting.TextingService;

/// Finds everything about a person, hands it over and deletes it. Thread-safe.
public final class RightsService {

  private final RightsRepository requests;
  private final RecordService record;
  private final RecordReading reading;
  private final Ledger ledger;
  private final ViewLog views;
  private final ConsultationService consultations;
  private final TextingService texting;
  private final CallingService calls;
  private final PeopleService people;
  private final Vault vault;
  private final InstantSource time;

  RightsService(
      RightsRepository requests,
      RecordRoom room,
      ConsultationService consultations,
      TextingService texting,
      CallingService calls,
      PeopleService people,
      Vault vault,
      InstantSource time) {
    this.requests = requests;
    this.record = room.service();
    this.reading = room.reading();
    this.ledger = room.ledger();
    this.views = room.views();
    this.consultations = consultations;
    this.texting = texting;
    this.calls = calls;
    this.people = people;
    this.vault = vault;
    this.time = time;
  }

  /// Looks for a person by phone number, e-mail address or the code of something they said, and
  /// opens a request.
  ///
  /// @return none if there is nothing about such a person
  Optional<RightsRequest> open(String typed, String identity, String by) {
    Set<String> contacts = new LinkedHashSet<>();
    Map<String, Contribution> found = new LinkedHashMap<>();
    ReceiptCode.parse(typed).flatMap(reading::byReceipt).ifPresent(c -> found.put(c.id(), c));
    if (typed.contains("@")) {
      contacts.add(vault.reference(Vault.email(typed)));
    } else if (found.isEmpty()) {
      number(typed)
          .ifPresent(number -> {
            contacts.add(vault.reference(Vault.phone(number.e164())));
            contacts.add(texting.reference(number));
            texting.sentBy(number).forEach(c -> found.put(c.id(), c));
            contacts.add(calls.waitsAs(number));
            calls.saidBy(number).forEach(c -> found.put(c.id(), c));
          });
    }
    contacts.forEach(contact -> reading.byContact(contact).forEach(c -> found.put(c.id(), c)));
    for (Contribution c : List.copyOf(found.values())) {
      if (!c.contact().isEmpty()) {
        contacts.add(c.contact());
      }
      reading.everythingBy(c.participant()).forEach(same -> found.put(same.id(), same));
    }
    if (found.isEmpty() && contacts.stream().noneMatch(this::isKept)) {
      views.note(by, ViewLog.What.RIGHTS_LOOKED_FOR, "", "", "");
      return Optional.empty();
    }
    var request =
        new RightsRequest(
            UUID.randomUUID().toString(),
            by,
            time.instant(),
            identity,
            List.copyOf(contacts),
            List.copyOf(found.keySet()),
            List.of(),
            null,
            List.of());
    requests.save(request);
    views.note(by, ViewLog.What.RIGHTS_LOOKED_FOR, "", request.id(), "");
    log(request, Act.Kind.RIGHTS_OPENED, by, "");
    return Optional.of(request);
  }

  private boolean isKept(String contact) {
    return vault.open(contact).isPresent();
  }

  private Optional<PhoneNumber> number(String typed) {
    return Dialling.full(typed, consultations.council().country());
  }

  List<RightsRequest> all() {
    return requests.all();
  }

  /// What is known of who looked at what, newest first.
  ///
  /// @param before number to go on before; 0 for the newest
  ViewLog.Found views(long before, int limit) {
    return views.newest(before, limit);
  }

  /// The code of a contribution.
  Optional<String> code(String contribution) {
    return record.find(contribution).map(c -> c.receipt().printed());
  }

  /// Notes that a request is looked at.
  void looks(RightsRequest request, String by) {
    views.note(by, ViewLog.What.RIGHTS_REQUEST, "", request.id(), "");
  }

  Optional<RightsRequest> find(String id) {
    return requests.find(id);
  }

  /// What they said, as it stands now.
  List<Contribution> contributions(RightsRequest request) {
    Map<String, Contribution> found = record.find(request.contributions());
    return request.contributions().stream().filter(found::containsKey).map(found::get).toList();
  }

  /// Everything about them, for them; that it was handed over is noted.
  Export export(RightsRequest request, String by) {
    log(request, Act.Kind.RIGHTS_EXPORTED, by, "");
    views.note(by, ViewLog.What.RIGHTS_HANDED_OVER, "", request.id(), "");
    return new Export(
        request.contacts().stream()
            .flatMap(contact -> vault.open(contact).stream())
            .map(Vault.Contact::address)
            .distinct()
            .toList(),
        contributions(request).stream()
            .map(c -> new Export.Said(c, reading.history(c.id())))
            .toList());
  }

  /// What would become of one contribution.
  What plan(Contribution c) {
    if (c.status() == Status.HELD || record.withdrawals().isKeptForLead(c.id())) {
      return What.HELD;
    }
    return record.holds().isOn(c.id()) && (!c.status().isGone() || record.holds().isKept(c.id()))
        ? What.ON_HOLD
        : c.status().isGone() ? What.GONE_BEFORE : What.DELETED;
  }

  boolean mayApprove(RightsRequest request, String who) {
    return request.mayApprove(who, others(who), time.instant());
  }

  private long others(String who) {
    return people.all().stream()
        .filter(staff -> staff.roles().contains(Role.DPO) || staff.roles().contains(Role.ADMIN))
        .filter(staff -> !staff.name().equals(who))
        .count();
  }

  /// Approves deleting; the second approval deletes.
  ///
  /// @return the request as it is now
  RightsRequest approve(RightsRequest request, String who) {
    if (!mayApprove(request, who)) {
      return request;
    }
    boolean alone = request.approvals().stream().anyMatch(a -> a.by().equals(who));
    List<Approval> approvals = new ArrayList<>(request.approvals());
    approvals.add(new Approval(who, time.instant(), alone));
    RightsRequest approved = with(request, approvals, null, List.of());
    requests.save(approved);
    log(approved, Act.Kind.RIGHTS_APPROVED, who, alone ? "alone" : "");
    return approvals.size() < 2 ? approved : delete(approved, who);
  }

  /// Finishes what a crash cut off after the second approval.
  public void finish() {
    requests.open().stream()
        .filter(r -> r.approvals().size() > 1)
        .forEach(r -> delete(r, r.approvals().getLast().by()));
  }

  private RightsRequest delete(RightsRequest request, String who) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Contribution c : contributions(request)) {
      What what = plan(c);
      if (what != What.HELD) {
        record.takeBack(c.id(), who, "");
      }
      outcomes.add(new Outcome(c.id(), what));
    }
    boolean held =
        outcomes.stream().anyMatch(o -> o.what() == What.HELD || o.what() == What.ON_HOLD);
    for (String contact : request.contacts()) {
      texting.forget(contact);
      calls.forget(contact);
      if (!held) {
        vault.forget(contact);
      }
    }
    RightsRequest done = with(request, request.approvals(), time.instant(), outcomes);
    requests.save(done);
    log(done, Act.Kind.RIGHTS_DONE, who, "");
    return done;
  }

  private static RightsRequest with(
      RightsRequest r,
      List<Approval> approvals,
      @org.jspecify.annotations.Nullable Instant doneAt,
      List<Outcome> outcomes) {
    return new RightsRequest(
        r.id(),
        r.openedBy(),
        r.openedAt(),
        r.identity(),
        r.contacts(),
        r.contributions(),
        approvals,
        doneAt,
        outcomes);
  }

  private void log(RightsRequest request, Act.Kind kind, String by, String why) {
    Instant now = time.instant();
    String act = request.id() + ":" + kind.name() + ":" + now;
    ledger.append(PeopleService.LOG, new Act(act, kind, request.id(), now, by, why, Map.of()));
  }
}
