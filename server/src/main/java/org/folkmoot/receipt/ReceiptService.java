package org.folkmoot.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.Proof;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Outcomes;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordCheck;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voices;
import org.folkmoot.record.Withdrawals;
import org.folkmoot.web.Words;

/// What a contributor can do with a code. Thread-safe.
public final class ReceiptService {

  private final RecordService record;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Vault vault;
  private final Outcomes outcomes;
  private final Ledger ledger;
  private final RecordCheck check;
  private final Reasons reasons;
  private final ViewLog views;

  ReceiptService(
      RecordRoom room,
      ConsultationService consultations,
      ThemeService themes,
      Vault vault,
      Outcomes outcomes,
      Reasons reasons) {
    this.record = room.service();
    this.reading = room.reading();
    this.ledger = room.ledger();
    this.check = room.check();
    this.consultations = consultations;
    this.themes = themes;
    this.vault = vault;
    this.outcomes = outcomes;
    this.reasons = reasons;
    this.views = room.views();
  }

  /// The contribution behind what somebody typed as a code.
  public Optional<Contribution> find(String typed) {
    return ReceiptCode.parse(typed).flatMap(reading::byReceipt);
  }

  /// Notes that somebody who works here opens a receipt; of everybody else nothing is kept.
  void opens(Visitor visitor, Contribution c) {
    if (visitor.isStaff()) {
      views.note(visitor.name(), ViewLog.What.RECEIPT, c.consultation(), c.id(), "");
    }
  }

  /// True on the device that sent it.
  public boolean isOwnDevice(Contribution contribution, String device) {
    return !device.isEmpty()
        && !contribution.participant().isEmpty()
        && contribution.participant().equals(record.pseudonym(contribution.consultation(), device));
  }

  /// The path of the long link, which opens the words.
  public String longPath(Contribution contribution) {
    return path(contribution) + "/" + record.linkKey(contribution.receipt());
  }

  public boolean isKey(Contribution contribution, String key) {
    return MessageDigest.isEqual(
        record.linkKey(contribution.receipt()).getBytes(StandardCharsets.UTF_8),
        key.getBytes(StandardCharsets.UTF_8));
  }

  /// What was done with it, oldest first.
  public List<Ledger.Entry> history(Contribution contribution) {
    return reading.history(contribution.id());
  }

  /// Whether it is still as the log says, and the log as it was signed.
  boolean isAsLogged(Contribution c) {
    return check.isAsTold(c.id())
        && ledger.isWhole(c.consultation(), c.id())
        && proof(c).map(Proof::holds).orElse(true);
  }

  /// That its first entry is in the log; none for an instant after the portal starts.
  Optional<Proof> proof(Contribution c) {
    return ledger.proof(c.consultation(), c.seq());
  }

  /// What that entry's leaf is made of.
  Optional<Ledger.Line> line(Contribution c) {
    return ledger.line(c.consultation(), c.seq());
  }

  /// Names of the themes it is grouped under.
  public List<String> themes(Contribution contribution) {
    return themes.names(contribution.consultation(), Set.copyOf(contribution.themes()));
  }

  /// What was decided about it; nothing while it is held, declined or taken back.
  public List<Outcomes.Line> outcomes(Contribution contribution) {
    return contribution.status() == Status.CLEARED ? outcomes.of(contribution) : List.of();
  }

  /// What typing two words can lead to.
  enum Tried {
    OPEN,
    NOT_TWO,
    WRONG
  }

  /// Whether two words that somebody remembers open the words.
  Tried tryWords(Contribution contribution, String first, String second) {
    if (letters(first) < 4 || letters(second) < 4 || first.equalsIgnoreCase(second)) {
      return Tried.NOT_TWO;
    }
    boolean both =
        !contribution.status().isGone()
            && reading.says(contribution, first)
            && reading.says(contribution, second);
    return both ? Tried.OPEN : Tried.WRONG;
  }

  /// False for what has no words, such as marks.
  boolean canTryWords(Contribution contribution) {
    return reading.hasWords(contribution);
  }

  /// Changes how it is used, as its contributor now wants it.
  ///
  /// @return false if the name to quote it under may mean danger, so that it is set apart
  boolean changeUse(Contribution c, UseForm.Wanted wanted, String language) {
    var given = Consent.Given.SCREEN;
    var consent =
        new Consent(
            Consent.CURRENT_WORDING, language, given, "", wanted.scopes(), wanted.quoteAs());
    record.changeUse(c.id(), consent, wanted.tell(), reference(c, wanted), Act.CONTRIBUTOR);
    return !record.isWorrying(wanted.quoteAs());
  }

  /// Takes away what somebody with the code alone no longer wants.
  void allowLess(Contribution c, UseForm.Wanted wanted) {
    Set<Consent.Scope> taken = EnumSet.allOf(Consent.Scope.class);
    taken.removeAll(wanted.scopes().allowed());
    boolean silent = wanted.tell() == Contribution.Tell.CODE;
    record.allowLess(c.id(), taken, silent, Consent.Asked.CODE, Act.CONTRIBUTOR, "");
  }

  /// Whether something more can be said to it: while its question hears people.
  boolean canAdd(Contribution c) {
    return !c.status().isGone()
        && c.voices() instanceof Voices.One
        && consultations.find(c.consultation()).filter(consultations::isHearing).isPresent();
  }

  /// Something more from the same contributor, with a code of its own, linked to the first and
  /// allowed as the first is now; no file comes with it.
  Added add(Contribution c, String words, String act, String language) {
    Consent.Scopes now = c.consent().scopes();
    var scopes =
        new Consent.Scopes(
            now.quoted(), now.named(), now.published(), false, now.contact(), now.keep());
    return record.add(
        NewContribution.to(c.consultation(), Channel.OPEN_SURVEY)
            .act("add:" + c.id() + ":" + act)
            .source(Source.addingTo(c.id()))
            .text(words, language)
            .place(c.place())
            .under18(c.under18())
            .participant(c.participant())
            .tell(c.tell(), c.contact())
            .consent(
                new Consent(
                    Consent.CURRENT_WORDING,
                    language,
                    Consent.Given.SCREEN,
                    "",
                    scopes,
                    c.consent().name())));
  }

  /// What was added to it, or what it adds to.
  List<Contribution> linked(Contribution c) {
    List<Contribution> linked = new ArrayList<>();
    c.source().addsTo().flatMap(record::find).ifPresent(linked::add);
    linked.addAll(reading.addedTo(c));
    return linked;
  }

  boolean isQuoted(Contribution contribution) {
    return outcomes.isQuoted(contribution);
  }

  /// Takes it back for its contributor; what is gone already stays so.
  ///
  /// @param own whether we know that it is theirs, more than by the code
  /// @param crowded many such wishes have come from there
  public Withdrawals.Outcome takeBack(Contribution c, boolean own, boolean crowded) {
    if (own) {
      record.takeBack(c.id(), Act.CONTRIBUTOR, "");
      return Withdrawals.Outcome.TAKEN_BACK;
    }
    return record.withdrawals().byCode(c.id(), crowded);
  }

  /// What its contributor can change so that it may be shown; empty where nothing is known.
  String change(Contribution c, Words words) {
    return record
        .rulings()
        .last(c.id(), Act.Kind.DECLINED)
        .map(act -> act.details().getOrDefault(Rulings.REASON, ""))
        .map(reason -> reasons.change(c.consultation(), reason, words))
        .orElse("");
  }

  /// Where the second look stands that was asked for: the act that asked, or that answered.
  Optional<Act> secondLook(Contribution c) {
    return record.rulings().last(c.id(), Act.Kind.APPEALED, Act.Kind.UPHELD, Act.Kind.OVERTURNED);
  }

  /// Whether it can be written anew: it has words of its own, and neither it nor they are held.
  boolean canCorrect(Contribution c) {
    return c.isCorrectable();
  }

  /// Writes it anew; the first words stay as they were.
  ///
  /// @return false if the words may mean danger, so that it is set apart
  boolean correct(Contribution c, String text, String language) {
    return record.rulings().correct(c.id(), text, language, Act.CONTRIBUTOR);
  }

  /// Asks once for a second look.
  ///
  /// @return false if what is said to it may mean danger, so that it is set apart
  boolean appeal(Contribution c, String why) {
    return record.rulings().appeal(c.id(), why);
  }

  /// Until when it can be put back with the code.
  Optional<Instant> canBePutBack(Contribution c) {
    return record.withdrawals().canBePutBack(c);
  }

  /// False if it is too late.
  boolean putBack(Contribution c) {
    return record.withdrawals().putBack(c.id(), Act.CONTRIBUTOR);
  }

  /// Whether somebody's wish to take it back waits for a person.
  boolean isWished(Contribution c) {
    return record.withdrawals().wishes().isWished(c.id());
  }

  /// Whether a sealed copy is kept for the safeguarding lead, because it was held.
  boolean isKeptForLead(Contribution c) {
    return record.withdrawals().isKeptForLead(c.id());
  }

  /// Whether a sealed copy is kept under a legal hold, or would be.
  boolean isUnderHold(Contribution c) {
    return c.status().isGone() ? record.holds().isKept(c.id()) : record.holds().isOn(c.id());
  }

  private String reference(Contribution c, UseForm.Wanted wanted) {
    if (wanted.contact().isEmpty()) {
      return wanted.tell() == Contribution.Tell.CODE ? "" : c.contact();
    }
    return vault.keep(
        wanted.tell() == Contribution.Tell.PHONE
            ? Vault.phone(wanted.contact())
            : Vault.email(wanted.contact()));
  }

  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetter).count();
  }

  /// The path of a receipt.
  public static String path(Contribution contribution) {
    return "/r/" + contribution.receipt().value();
  }
}
