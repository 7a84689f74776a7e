package org.folkmoot.record;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRepository.Stored;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Everything that adds to the record or changes it. Each act is in the ledger before it is
/// acknowledged; each can be repeated; what a crash leaves half done, [#sweep] finishes from the
/// stored data alone. Thread-safe.
public final class RecordService {

  /// The detail of an act by which something came in that needs no look any more.
  public static final String CHECKED_BEFORE = "checked";

  private final RecordRepository contributions;
  private final EqualityRepository equality;
  private final PendingActs acts;
  private final Withdrawals withdrawals;
  private final LegalHolds holds;
  private final Rulings rulings;
  private final Endings endings;
  private final ReceiptCodes codes;
  private final Keys keys;
  private final SafeguardingWords safeguarding;
  private final InstantSource time;
  private final AtomicReference<ClearingRule> rule = new AtomicReference<>(_ -> Optional.empty());

  RecordService(
      RecordRepository contributions,
      EqualityRepository equality,
      Ledger ledger,
      Store store,
      Keys keys,
      SafeguardingWords safeguarding,
      InstantSource time) {
    this.contributions = contributions;
    this.equality = equality;
    this.acts = new PendingActs(contributions, equality, ledger, keys, time);
    var list = new HoldList(store);
    this.withdrawals = new Withdrawals(contributions, acts, ledger, list, store, keys, time);
    this.holds = new LegalHolds(list, acts, ledger, withdrawals, time);
    this.rulings = new Rulings(acts, ledger, safeguarding::match);
    this.endings = new Endings(acts, withdrawals, list);
    this.codes = new ReceiptCodes(store.claims(), keys);
    this.keys = keys;
    this.safeguarding = safeguarding;
    this.time = time;
  }

  /// Hooks in what must follow when a contribution is taken back; only where the rooms are wired.
  public void follow(Lineage derived) {
    acts.follow(derived);
  }

  /// What was made from a contribution in other rooms, and goes or changes with it.
  public List<Lineage.Derived> derivedFrom(String id) {
    return find(id).map(acts::derivedFrom).orElse(List.of());
  }

  /// What may be read before anybody has looked at it; only where the rooms are wired.
  public void clearBy(ClearingRule clearing) {
    rule.set(clearing);
  }

  /// Adds a contribution and answers once it is durable and in the ledger. The same act again gives
  /// the same answer and adds nothing.
  ///
  /// @throws InvalidContributionException if it says nothing or is too long
  public Added add(NewContribution draft) {
    Contribution contribution = contribution(draft);
    Act act =
        acts.act(
            "add:" + contribution.id(),
            contribution.status() == Status.HELD ? Act.Kind.HELD : Act.Kind.RECEIVED,
            contribution.id(),
            draft.enteredBy.isEmpty() ? Act.CONTRIBUTOR : draft.enteredBy,
            "",
            received(contribution));
    equality.save(contribution, draft.equality);
    boolean inserted = contributions.insert(contribution, act);
    var stored =
        inserted
            ? new RecordRepository.Stored(contribution, Optional.of(act))
            : acts.must(contribution.id());
    Contribution kept = stored.contribution();
    if (!inserted && draft.receipt.isEmpty()) {
      codes.back(contribution.receipt(), kept);
    }
    long seq = acts.settle(stored);
    if (kept.status() == Status.RECEIVED && kept.version() == 1) {
      rule.get().clears(kept).ifPresent(name -> rulings.clearByRule(kept.id(), name));
    }
    return kept.status() == Status.HELD
        ? new Added.Held(kept.id(), kept.receipt(), seq, !inserted)
        : new Added.Kept(kept.id(), kept.receipt(), seq, !inserted);
  }

  private Map<String, String> received(Contribution c) {
    Map<String, String> details = new HashMap<>(ConsentHistory.details(c.consent()));
    details.put("channel", c.channel().name());
    details.put(RecordCheck.STATE, RecordCheck.state(keys, c));
    if (c.status() == Status.CLEARED) {
      details.put(CHECKED_BEFORE, "yes");
    }
    return details;
  }

  /// Sets the marks of one heading on a participant's slip, for example agree, not sure or disagree
  /// under one statement: `group` is `statement:s1`, `choice` is `agree`. Marking again replaces.
  /// The slip is made by [#add] with the first mark.
  public void mark(String id, String group, String choice, int count, String by) {
    acts.change(id, by, Act.Kind.MARKED, "", c -> RecordChanges.marked(c, group, choice, count));
  }

  /// Checks a contribution: from here on it may be read as far as its consent goes.
  public void check(String id, String by) {
    acts.change(id, by, Act.Kind.CHECKED, "", RecordService::checked);
  }

  /// The same for many at once; those that are gone by now are left as they are.
  public void check(Collection<String> ids, String by) {
    acts.changeAll(ids, by, Act.Kind.CHECKED, RecordService::checked);
  }

  private static Document checked(Contribution c) {
    return c.status() == Status.CLEARED || c.isUnheard()
        ? new Document()
        : RecordChanges.status(c, Status.CLEARED, "");
  }

  /// Declines to show a contribution, with a reason that its sender is told.
  public void decline(String id, String by, String told) {
    decline(id, by, "", told);
  }

  /// The same with the reason's id in the table of reasons, to be counted by.
  public void decline(String id, String by, String reason, String told) {
    acts.change(
        id,
        by,
        Act.Kind.DECLINED,
        told,
        reason.isEmpty() ? Map.of() : Map.of(Rulings.REASON, reason),
        c -> RecordChanges.status(c, Status.REFUSED, told));
  }

  /// Sets a contribution apart for the safeguarding lead.
  public void hold(String id, String by) {
    acts.change(id, by, Act.Kind.HELD, "", c -> RecordChanges.status(c, Status.HELD, ""));
  }

  /// The safeguarding lead gives a held contribution back to be checked like any other.
  public void release(String id, String by, String reason) {
    acts.change(
        id,
        by,
        Act.Kind.RELEASED,
        reason,
        c ->
            c.status() == Status.HELD
                ? RecordChanges.status(c, Status.RECEIVED, "")
                : new Document());
  }

  /// Groups a contribution under exactly these themes.
  public void group(String id, Set<String> themes, String by) {
    acts.change(id, by, Act.Kind.GROUPED, "", c -> RecordChanges.grouped(c, themes));
  }

  /// The same for many at once, each under its own; those that are gone by now are left as they
  /// are.
  public void group(Map<String, Set<String>> themes, String by) {
    acts.changeAll(
        themes.keySet(),
        by,
        Act.Kind.GROUPED,
        c -> RecordChanges.grouped(c, themes.getOrDefault(c.id(), Set.of())));
  }

  /// Changes how a contribution may be used and how its contributor wants to be told, as they have
  /// answered anew; only where we know that it is theirs. `contact` is a reference into the contact
  /// vault, empty with [Contribution.Tell#CODE]. A name that may mean danger holds the
  /// contribution.
  public void changeUse(
      String id, Consent changed, Contribution.Tell tell, String contact, String by) {
    boolean worrying = isWorrying(changed.name());
    acts.change(
        id,
        by,
        worrying ? Act.Kind.HELD : Act.Kind.USE_CHANGED,
        "",
        c -> RecordChanges.used(c, changed, tell, contact, worrying));
  }

  /// Takes uses away, for anybody who may speak for the contributor; what was not taken away stays
  /// as it was given.
  ///
  /// @param silent nothing is told to them either, not even what is decided
  /// @param why who heard or read it; goes when the contribution is taken back
  public void allowLess(
      String id,
      Set<Consent.Scope> taken,
      boolean silent,
      Consent.Asked asked,
      String by,
      String why) {
    acts.change(
        id,
        by,
        Act.Kind.USE_CHANGED,
        why,
        Map.of(ConsentHistory.ASKED, asked.name()),
        c -> {
          Consent less =
              c.consent().withScopes(c.consent().scopes().without(taken), c.consent().name());
          return RecordChanges.used(
              c,
              less,
              silent ? Contribution.Tell.CODE : c.tell(),
              silent ? "" : c.contact(),
              false);
        });
  }

  /// Adds a translation, transcript or checked text; the original stays as it was. Words that may
  /// mean danger set the contribution apart in the same act. What the safeguarding lead has given
  /// back already is not set apart again for a translation or checked text of the same words.
  ///
  /// @return true if it is set apart now
  public boolean addText(String id, Contribution.DerivedText text, String by) {
    boolean worrying = isWorrying(text.text()) && !isReleased(acts.must(id).contribution(), text);
    acts.change(
        id,
        by,
        worrying ? Act.Kind.HELD : Act.Kind.TEXT_ADDED,
        "",
        c -> RecordChanges.with(c, text, worrying));
    return worrying;
  }

  /// Adds a file that arrives after what it belongs to, as what somebody said on the telephone
  /// does; adding it again adds nothing.
  ///
  /// @throws ContributionGoneException if there is nothing any more to add it to
  public void addFile(String id, Media file, String by) {
    acts.change(id, by, Act.Kind.FILE_ADDED, "", c -> RecordChanges.filed(c, file));
  }

  /// Notes whether the other people in these files agree that they are shown; what is noted holds
  /// at once.
  public void noteOthers(String id, Set<String> files, Others others, String by) {
    boolean worrying = isWorrying(others.who());
    acts.change(
        id,
        by,
        worrying ? Act.Kind.HELD : Act.Kind.OTHERS_NOTED,
        others.who(),
        Map.of("others", others.state().name(), PendingActs.FILES, String.join(" ", files)),
        c -> RecordChanges.others(c, files, others, worrying));
  }

  /// Whether words may mean danger. Contributions are looked through here; rooms ask for words that
  /// no contribution is made of.
  public boolean isWorrying(String words) {
    return safeguarding.match(words);
  }

  private boolean isReleased(Contribution c, Contribution.DerivedText text) {
    return !text.kind().equals("TRANSCRIPT")
        && c.status() != Status.HELD
        && isWorrying(RecordCodec.everyWord(c));
  }

  /// Takes a contribution back for somebody of whom we know that it is theirs: gone at once, then
  /// in the ledger, then everything derived from it follows. Channel, themes and number stay, so
  /// that figures can say "1 taken back".
  public void takeBack(String id, String by, String reason) {
    withdrawals.forGood(id, by, reason);
  }

  /// Takes back what was erased before and came again from a copy of the store: nothing of it is
  /// kept, for nobody.
  public void eraseAgain(String id) {
    withdrawals.withoutCopy(id);
  }

  /// Taking back by those of whom we know only that they have the code.
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  /// Deciding what is shown, and what a contributor can say to it.
  public Rulings rulings() {
    return rulings;
  }

  /// What must not be lost for now.
  public LegalHolds holds() {
    return holds;
  }

  /// What is done to a contribution because the time for keeping something of it is over.
  public Endings endings() {
    return endings;
  }

  /// Reserves a code for a printed card, so that whoever enters it later finds it free. The act
  /// under which the card must be added is [#cardAct].
  public ReceiptCode reserveCard(String consultation) {
    return codes.reserve(
        code -> NewContribution.idOf(consultation, Channel.COMMENT_CARD, cardAct(code)));
  }

  public static String cardAct(ReceiptCode code) {
    return "card:" + code.value();
  }

  /// The secret part of a receipt's long link, which opens the words; nobody can make it from the
  /// code.
  public String linkKey(ReceiptCode code) {
    return codes.linkKey(code);
  }

  /// Finishes acts that a crash left between document and ledger. Called at start and now and then.
  public int sweep(Duration olderThan) {
    return acts.sweep(olderThan);
  }

  /// The name a device or phone has within one consultation; nobody can go back from it.
  public String pseudonym(String consultation, String deviceOrPhone) {
    return deviceOrPhone.isEmpty()
        ? ""
        : keys.mac("participant", consultation + "|" + deviceOrPhone);
  }

  /// The whole contribution, for hooks and rooms that act for its contributor. Views use
  /// [RecordReading].
  public Optional<Contribution> find(String id) {
    return contributions.find(id).map(Stored::contribution).filter(c -> c.seq() > 0);
  }

  /// The same for several, by id; what is not there is left out.
  public Map<String, Contribution> find(Collection<String> ids) {
    Map<String, Contribution> found = new HashMap<>();
    contributions.find(ids).stream()
        .map(Stored::contribution)
        .filter(c -> c.seq() > 0)
        .forEach(c -> found.put(c.id(), c));
    return found;
  }

  private Contribution contribution(NewContribution draft) {
    if (draft.text.length() > NewContribution.MAX_TEXT) {
      throw new InvalidContributionException(InvalidContributionException.Why.TOO_LONG);
    }
    if (draft.text.isBlank()
        && draft.answers.isEmpty()
        && draft.media.isEmpty()
        && draft.marks.isEmpty()) {
      throw new InvalidContributionException(InvalidContributionException.Why.EMPTY);
    }
    var now = time.instant();
    String act = draft.act.isEmpty() ? "new:" + UUID.randomUUID() : draft.act;
    String id = NewContribution.idOf(draft.consultation, draft.channel, act);
    var heard = draft.heardAt;
    Contribution plain =
        new Contribution(
            id,
            codes.of(draft, id),
            draft.consultation,
            draft.channel,
            draft.captureKind,
            draft.voices,
            draft.source,
            draft.title,
            draft.text,
            draft.language,
            draft.answers,
            draft.media,
            draft.contentNote,
            draft.place,
            draft.under18,
            draft.participant,
            draft.contact,
            draft.tell,
            draft.enteredBy,
            heard == null ? now : heard,
            now,
            draft.consent,
            draft.checked ? Status.CLEARED : Status.RECEIVED,
            "",
            List.of(),
            draft.marks,
            List.of(),
            0,
            1);
    return isWorrying(RecordCodec.everyWord(plain)) ? plain.held() : plain;
  }
}
