package org.folkmoot.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.SealedCopies.For;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Taking back. By those of whom we know that it is theirs it is for good. By those of whom we know
/// no more than that they have the code it hides at once just so, but for seven days a sealed copy
/// is kept, so that whoever has the code can put it back: a code may have been seen, guessed or
/// found. Then it is erased. More of it in one hour than people do waits for a person.
///
/// What is held when it is taken back hides at once like everything else, but somebody may be in
/// danger, and whoever took it back may be who they are in danger from: a sealed copy stays, with
/// its files, that the safeguarding lead alone opens, until they end the case. The same with what
/// is under a legal hold, until it is lifted. Thread-safe.
///
/// The copies are in [SealedCopies], the wishes that wait in [TakeBackWishes].
public final class Withdrawals {

  /// How long it can be undone.
  public static final Duration SECOND_THOUGHTS = Duration.ofDays(7);

  /// So many in one consultation within an hour need nobody.
  static final int AN_HOUR = 10;

  /// What came of the wish.
  public enum Outcome {
    TAKEN_BACK,
    WAITS
  }

  private final RecordRepository contributions;
  private final PendingActs acts;
  private final Ledger ledger;
  private final InstantSource time;
  private final HoldList holds;
  private final SealedCopies copies;
  private final TakeBackWishes wishes;
  private final AtomicBoolean erased = new AtomicBoolean();

  Withdrawals(
      RecordRepository contributions,
      PendingActs acts,
      Ledger ledger,
      HoldList holds,
      Store store,
      Keys keys,
      InstantSource time) {
    this.holds = holds;
    this.contributions = contributions;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.copies = new SealedCopies(contributions, store, keys, time);
    this.wishes = new TakeBackWishes(store);
  }

  /// For whom a copy must stay of what stands.
  private Set<For> whom(Contribution c) {
    Set<For> whom = EnumSet.noneOf(For.class);
    if (c.status() == Status.HELD) {
      whom.add(For.LEAD);
    }
    if (!c.status().isGone() && holds.isOn(c.id())) {
      whom.add(For.HOLD);
    }
    return whom;
  }

  /// Takes back for good, but for the copy of what is held.
  void forGood(String id, String by, String why) {
    while (!sealing(id, by, why, Optional.empty())) {
      if (unlessHeld(id, by, why, Map.of(), c -> copies.deleteStale(c.id()))) {
        goneForGood(id);
        return;
      }
    }
  }

  /// Takes back for good what a rule lets nobody keep any longer.
  ///
  /// @param still asked of it as it stands then
  void byRule(String id, String by, Map<String, String> rule, Predicate<Contribution> still) {
    var done = new AtomicBoolean();
    acts.change(
        id,
        by,
        Act.Kind.TAKEN_BACK,
        "",
        rule,
        c -> {
          done.set(!c.status().isGone() && whom(c).isEmpty() && still.test(c));
          if (!done.get()) {
            return new Document();
          }
          copies.deleteStale(c.id());
          return RecordChanges.takenBack(c);
        });
    if (done.get()) {
      goneForGood(id);
    }
  }

  /// Takes back and leaves no copy, whatever it was: what was erased before and came again.
  void withoutCopy(String id) {
    acts.change(
        id,
        Act.SYSTEM,
        Act.Kind.TAKEN_BACK,
        "",
        c -> c.status().isGone() ? new Document() : RecordChanges.takenBack(c));
    eraseNow(id, Act.SYSTEM);
    goneForGood(id);
  }

  /// The end of what is taken back for good: whoever holds it keeps their copy, nobody else does,
  /// and no wish waits for it any more.
  private void goneForGood(String id) {
    erased.set(true);
    if (isKeptForLead(id) || isKeptUnderHold(id)) {
      copies.undoNoMore(id);
    } else {
      eraseNow(id, Act.SYSTEM);
    }
    wishes.met(id);
  }

  /// Erases what a copy is kept of, if there is one. Due from now on, so that whatever comes
  /// between, its hour has come.
  private void eraseNow(String id, String by) {
    if (copies.dueNow(id)) {
      erase(id, by);
    }
  }

  /// Takes back what is not held.
  ///
  /// @param before done while it still stands; it may be done again
  /// @return false if it is held now
  private boolean unlessHeld(
      String id,
      String by,
      String why,
      Map<String, String> details,
      Consumer<Contribution> before) {
    var held = new AtomicBoolean();
    acts.change(
        id,
        by,
        Act.Kind.TAKEN_BACK,
        why,
        details,
        c -> {
          held.set(!whom(c).isEmpty());
          if (held.get() || c.status().isGone()) {
            return new Document();
          }
          before.accept(c);
          return RecordChanges.takenBack(c);
        });
    return !held.get();
  }

  /// Takes back what is held, with a copy for whoever holds it.
  ///
  /// @param until it can be put back
  /// @return false if it is not held
  private boolean sealing(String id, String by, String why, Optional<Instant> until) {
    if (whom(acts.must(id).contribution()).isEmpty()) {
      return false;
    }
    Map<String, String> details = new HashMap<>(Map.of(PendingActs.SEALED, "held"));
    until.ifPresent(at -> details.put(PendingActs.UNTIL, at.toString()));
    var held = new AtomicBoolean();
    acts.change(
        id,
        by,
        Act.Kind.TAKEN_BACK,
        why,
        details,
        c -> {
          Set<For> whom = whom(c);
          held.set(!whom.isEmpty());
          if (!held.get()) {
            return new Document();
          }
          Instant now = time.instant();
          copies.keepFor(whom, c, now, until.orElse(now));
          return RecordChanges.takenBack(c);
        });
    if (held.get()) {
      wishes.met(id);
    }
    return held.get();
  }

  /// What was taken back while it was held and the lead still has, newest first.
  public List<Voice> keptForLead(String consultation) {
    return copies.forLead(consultation).stream()
        .map(c -> RecordReading.voice(c, Reader.SAFEGUARDING))
        .toList();
  }

  /// One of them, opened.
  public Optional<Voice> openForLead(String id) {
    return copies.one(id, For.LEAD).map(c -> RecordReading.voice(c, Reader.SAFEGUARDING));
  }

  /// How the sender of one of them can be reached: a reference into the contact vault, or empty.
  public String contactForLead(String id) {
    return copies.one(id, For.LEAD).map(Contribution::contact).orElse("");
  }

  /// Whether a copy is kept until the lead ends the case.
  public boolean isKeptForLead(String id) {
    return copies.isKeptFor(id, For.LEAD);
  }

  /// The case is over: what was kept for it is erased.
  public void endCase(String id, String by) {
    over(id, For.LEAD, For.HOLD, by);
  }

  /// What was taken back under a legal hold and is kept for it.
  Optional<Contribution> underHold(String id) {
    return copies.one(id, For.HOLD);
  }

  /// Whether a copy is kept until a legal hold is lifted.
  public boolean isKeptUnderHold(String id) {
    return copies.isKeptFor(id, For.HOLD);
  }

  /// Contributions of which a copy is kept under a hold.
  List<String> keptUnderHold() {
    return copies.under(For.HOLD);
  }

  /// References into the contact vault of all senders whose words only a copy is left of, kept for
  /// the lead or under a hold.
  public Set<String> contactsKept() {
    return copies.contactsKept();
  }

  /// The hold is lifted: what was kept for it is erased.
  void endHold(String id, String by) {
    over(id, For.HOLD, For.LEAD, by);
  }

  /// Erases a copy, unless it is kept for the other as well.
  private void over(String id, For whom, For other, String by) {
    if (!copies.isKeptFor(id, whom)) {
      return;
    }
    if (copies.isKeptFor(id, other)) {
      copies.leave(id, whom);
    } else {
      eraseNow(id, by);
    }
  }

  /// Takes back for whoever has the code. What is gone already stays so.
  ///
  /// @param crowded there were many such wishes from where this one comes
  public Outcome byCode(String id, boolean crowded) {
    Contribution c = acts.must(id).contribution();
    if (c.status().isGone()) {
      return Outcome.TAKEN_BACK;
    }
    if (crowded || lastHour(c.consultation()) >= AN_HOUR) {
      wishes.keep(c, time.instant());
      return Outcome.WAITS;
    }
    hide(id, Act.CONTRIBUTOR, "");
    return Outcome.TAKEN_BACK;
  }

  private long lastHour(String consultation) {
    return copies.since(consultation, time.instant().minus(Duration.ofHours(1)));
  }

  /// The sealed copy first: a crash after it leaves a copy of something that still stands, which
  /// goes when its time has come.
  private void hide(String id, String by, String why) {
    Instant now = time.instant();
    Instant until = now.plus(SECOND_THOUGHTS);
    Map<String, String> details = Map.of(PendingActs.UNTIL, until.toString());
    while (!sealing(id, by, why, Optional.of(until))) {
      if (unlessHeld(id, by, why, details, c -> copies.keepUntil(c, now, until))) {
        wishes.met(id);
        return;
      }
    }
  }

  /// Whether an act of taking back cannot be undone.
  public static boolean isForGood(Act takenBack) {
    return !takenBack.details().containsKey(PendingActs.UNTIL);
  }

  /// Until when it can be put back; none if it cannot.
  public Optional<Instant> canBePutBack(Contribution c) {
    return c.status() != Status.WITHDRAWN
        ? Optional.empty()
        : copies.find(c.id()).map(SealedCopies.Copy::undoUntil).filter(time.instant()::isBefore);
  }

  /// Puts back what was taken back with the code alone, as it was; what stands already stays so,
  /// whoever pressed before the answer came.
  ///
  /// @return false if it is too late
  public boolean putBack(String id, String by) {
    Optional<SealedCopies.Copy> copy = copies.find(id);
    if (copy.isEmpty()) {
      return contributions.find(id).filter(s -> !s.contribution().status().isGone()).isPresent();
    }
    if (!time.instant().isBefore(copy.get().undoUntil())) {
      return false;
    }
    Document before = copies.opened(copy.get());
    acts.change(
        id,
        by,
        Act.Kind.PUT_BACK,
        "",
        c -> c.status() == Status.WITHDRAWN ? RecordChanges.putBack(before) : new Document());
    copies.delete(id);
    return true;
  }

  /// Those that wait for a person.
  public TakeBackWishes wishes() {
    return wishes;
  }

  /// A person has looked at a wish: it is done, or it is left standing for the reason given.
  public void answer(String id, boolean yes, String by, String why) {
    if (yes) {
      hide(id, by, why);
    } else {
      Contribution c = acts.must(id).contribution();
      ledger.append(
          c.consultation(),
          acts.act(
              "left:" + id + ":" + c.version(), Act.Kind.LEFT_STANDING, id, by, why, Map.of()));
      wishes.met(id);
    }
  }

  /// Erases what can no longer be put back.
  ///
  /// @return how many
  public int erase() {
    List<String> over = copies.due();
    over.forEach(id -> erase(id, Act.SYSTEM));
    return over.size();
  }

  private void erase(String id, String by) {
    Optional<Status> now = contributions.find(id).map(s -> s.contribution().status());
    if (now.filter(Status.WITHDRAWN::equals).isPresent()) {
      acts.change(
          id,
          by,
          Act.Kind.ERASED,
          "",
          _ -> isErased(id) ? new Document() : new Document("status", Status.WITHDRAWN.name()));
    }
    copies.delete(id);
    erased.set(true);
  }

  /// Asked of the log: the copy may outlive the act by a crash.
  private boolean isErased(String id) {
    return ledger.about(id).stream().anyMatch(entry -> entry.act().kind() == Act.Kind.ERASED);
  }

  /// Whether something was erased since this was asked last: then its traces want to leave the
  /// files as well.
  public boolean hasErased() {
    return erased.getAndSet(false);
  }

  void noteErased() {
    erased.set(true);
  }
}
