package org.folkmoot.record;

import static java.util.stream.Collectors.groupingBy;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRepository.Change;
import org.folkmoot.record.RecordRepository.Stored;
import org.folkmoot.store.Keys;

/// The one rule by which the record changes: an act is written into the contribution together with
/// what it changes, then into the ledger, then it is settled. A crash in between leaves a pending
/// act, and whoever comes next, or [#sweep], finishes it from the stored data alone. Thread-safe.
final class PendingActs {

  private static final System.Logger LOG = System.getLogger(PendingActs.class.getName());
  private static final int AT_ONCE = 500;

  /// What can be done to something that is gone.
  private static final Set<Act.Kind> OF_THE_GONE =
      Set.of(Act.Kind.TAKEN_BACK, Act.Kind.PUT_BACK, Act.Kind.ERASED);

  /// The detail of taking back that says until when it can be undone; without it, it is for good.
  static final String UNTIL = "until";

  /// The detail of taking back that says that the lead keeps a sealed copy.
  static final String SEALED = "sealed";

  /// The detail of an act that names files.
  static final String FILES = "files";

  private final RecordRepository contributions;
  private final EqualityRepository equality;
  private final Ledger ledger;
  private final Keys keys;
  private final InstantSource time;
  private final List<Lineage> lineage = new CopyOnWriteArrayList<>();

  PendingActs(
      RecordRepository contributions,
      EqualityRepository equality,
      Ledger ledger,
      Keys keys,
      InstantSource time) {
    this.contributions = contributions;
    this.equality = equality;
    this.ledger = ledger;
    this.keys = keys;
    this.time = time;
  }

  void follow(Lineage derived) {
    lineage.add(derived);
  }

  List<Lineage.Derived> derivedFrom(Contribution contribution) {
    return lineage.stream().flatMap(made -> made.from(contribution).stream()).toList();
  }

  Act act(
      String id,
      Act.Kind kind,
      String subject,
      String by,
      String why,
      Map<String, String> details) {
    return new Act(id, kind, subject, time.instant(), by, why, details);
  }

  /// Changes a contribution by what `change` makes of it as it stands; an empty answer changes
  /// nothing. Asked again when somebody else was quicker.
  ///
  /// @throws ContributionGoneException if there is none or it was taken back
  void change(
      String id, String by, Act.Kind kind, String why, Function<Contribution, Document> change) {
    change(id, by, kind, why, Map.of(), change);
  }

  /// The same with more to say in the ledger.
  void change(
      String id,
      String by,
      Act.Kind kind,
      String why,
      Map<String, String> details,
      Function<Contribution, Document> change) {
    while (true) {
      Stored stored = must(id);
      if (stored.pendingAct().isPresent()) {
        settle(stored);
        continue;
      }
      Contribution contribution = stored.contribution();
      if (contribution.status().isGone() && !OF_THE_GONE.contains(kind)) {
        throw new ContributionGoneException();
      }
      Document set = change.apply(contribution);
      if (set.isEmpty()) {
        return;
      }
      Act act = act(contribution, set, kind, by, why, details);
      var changed = contributions.change(id, contribution.version(), set, act);
      if (changed.isPresent()) {
        settle(changed.get());
        return;
      }
    }
  }

  private Act act(
      Contribution before,
      Document set,
      Act.Kind kind,
      String by,
      String why,
      Map<String, String> details) {
    Contribution after = RecordCodec.changed(before, set);
    Map<String, String> more = new HashMap<>(details);
    more.put(RecordCheck.STATE, RecordCheck.state(keys, after));
    if (set.containsKey("consent") && !after.status().isGone()) {
      more.putAll(ConsentHistory.details(after.consent()));
    }
    return act(before.id() + ":" + (before.version() + 1), kind, before.id(), by, why, more);
  }

  /// The same for many: a few writes for all of them, in this order, instead of a few for each.
  /// Those that are gone are left as they are; where an act is under way or somebody else is
  /// quicker, that one is changed by itself. Not for taking back.
  void changeAll(
      Collection<String> ids, String by, Act.Kind kind, Function<Contribution, Document> change) {
    Map<String, Stored> found = new HashMap<>();
    contributions.find(ids).forEach(stored -> found.put(stored.contribution().id(), stored));
    List<Change> wanted = new ArrayList<>();
    Set<String> alone = new LinkedHashSet<>();
    for (String id : new LinkedHashSet<>(ids)) {
      Stored stored = found.get(id);
      if (stored == null || stored.contribution().status().isGone()) {
        continue;
      }
      Contribution contribution = stored.contribution();
      Document set = change.apply(contribution);
      if (stored.pendingAct().isPresent()) {
        alone.add(id);
      } else if (!set.isEmpty()) {
        wanted.add(new Change(contribution, set, act(contribution, set, kind, by, "", Map.of())));
      }
    }
    List<Change> begun = contributions.changeAll(wanted);
    begun.stream()
        .collect(groupingBy(c -> c.of().consultation()))
        .forEach((consultation, changes) ->
            ledger.append(consultation, changes.stream().map(Change::act).toList()));
    contributions.settled(begun);
    wanted.stream().filter(c -> !begun.contains(c)).forEach(c -> alone.add(c.of().id()));
    alone.forEach(id -> changeUnlessGone(id, by, kind, change));
  }

  private void changeUnlessGone(
      String id, String by, Act.Kind kind, Function<Contribution, Document> change) {
    try {
      change(id, by, kind, "", change);
    } catch (ContributionGoneException e) {
      LOG.log(Level.DEBUG, "event=record.gone id={0} act={1}", id, kind);
    }
  }

  /// Brings the pending act into the ledger, and what follows from it.
  ///
  /// @return the contribution's own place in the ledger
  long settle(Stored stored) {
    Optional<Act> pending = stored.pendingAct();
    Contribution contribution = stored.contribution();
    if (pending.isEmpty()) {
      return contribution.seq();
    }
    Act act = pending.get();
    long seq = ledger.append(contribution.consultation(), act);
    boolean isNew = contribution.seq() == 0;
    switch (act.kind()) {
      case TAKEN_BACK -> takenBack(contribution, act);
      case ERASED -> erase(contribution);
      case FILES_ERASED -> {
        List<String> files = List.of(act.details().getOrDefault(FILES, "").split(" "));
        lineage.forEach(derived -> derived.eraseFiles(contribution, files));
      }
      case PUT_BACK -> {
        equality.show(contribution);
        lineage.forEach(derived -> derived.giveBack(contribution));
      }
      default -> {}
    }
    contributions.settled(contribution.id(), act.id(), seq, isNew);
    return isNew ? seq : contribution.seq();
  }

  private void takenBack(Contribution contribution, Act act) {
    equality.hide(contribution);
    lineage.forEach(derived -> derived.forget(contribution));
    boolean undone = act.details().containsKey(UNTIL);
    if (act.details().containsKey(SEALED)) {
      if (!undone) {
        equality.forget(contribution);
      }
    } else if (!undone) {
      erase(contribution);
    }
  }

  private void erase(Contribution contribution) {
    contributions.noteErased(contribution.id(), time.instant());
    equality.forget(contribution);
    lineage.forEach(derived -> derived.erase(contribution));
    ledger.erase(contribution.consultation(), contribution.id());
  }

  /// Settles what has been pending for longer than this.
  int sweep(Duration olderThan) {
    List<Stored> left = contributions.unsettled(time.instant().minus(olderThan), AT_ONCE);
    left.forEach(this::settle);
    return left.size();
  }

  Stored must(String id) {
    return contributions.find(id).orElseThrow(ContributionGoneException::new);
  }
}
