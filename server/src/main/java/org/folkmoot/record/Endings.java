package org.folkmoot.record;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.Document;
import org.folkmoot.ledger.Act;

/// What is done to a contribution because the time for keeping something of it is over. Each act
/// names the rule, can be repeated, and leaves alone what is held or gone. Thread-safe.
public final class Endings {

  /// The detail of an act that names the rule it was done by.
  private static final String RULE = "rule";

  private final PendingActs acts;
  private final Withdrawals withdrawals;
  private final HoldList holds;

  Endings(PendingActs acts, Withdrawals withdrawals, HoldList holds) {
    this.holds = holds;
    this.acts = acts;
    this.withdrawals = withdrawals;
  }

  /// Whether an act was done by a rule and by nobody's wish.
  public static boolean isByRule(Act act) {
    return act.details().containsKey(RULE);
  }

  /// Erases it as if it were taken back for good; its number, door and dates stay.
  ///
  /// @param still asked of it as it stands then: what is allowed meanwhile is kept
  public void eraseWords(String id, String by, String rule, Predicate<Contribution> still) {
    try {
      withdrawals.byRule(id, by, Map.of(RULE, rule), still);
    } catch (ContributionGoneException e) {
      ended(id, e);
    }
  }

  /// Erases its files; its words stay.
  public void eraseFiles(String id, String by, String rule) {
    try {
      List<String> files =
          acts.must(id).contribution().media().stream().map(Media::id).sorted().toList();
      acts.change(
          id,
          by,
          Act.Kind.FILES_ERASED,
          "",
          Map.of(RULE, rule, PendingActs.FILES, String.join(" ", files)),
          c ->
              isHeld(c)
                      || files.isEmpty()
                      || !c.media().stream().map(Media::id).sorted().toList().equals(files)
                  ? new Document()
                  : new Document("media", List.of()));
      withdrawals.noteErased();
    } catch (ContributionGoneException e) {
      ended(id, e);
    }
  }

  /// Takes out how its sender can be reached. That it may be told by its code stays.
  public void forgetContact(String id, String by, String rule, String contact) {
    try {
      acts.change(
          id,
          by,
          Act.Kind.CONTACT_FORGOTTEN,
          "",
          Map.of(RULE, rule),
          c ->
              isHeld(c) || !c.contact().equals(contact)
                  ? new Document()
                  : new Document("contact", "").append("tell", Contribution.Tell.CODE.name()));
    } catch (ContributionGoneException e) {
      ended(id, e);
    }
  }

  private boolean isHeld(Contribution c) {
    return c.status() == Status.HELD || holds.isOn(c.id());
  }

  /// Its contributor was quicker.
  private static void ended(String id, ContributionGoneException e) {
    System.getLogger(Endings.class.getName())
        .log(System.Logger.Level.DEBUG, "event=ending.gone id=" + id, e);
  }
}
