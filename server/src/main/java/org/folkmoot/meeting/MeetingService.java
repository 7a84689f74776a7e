package org.folkmoot.meeting;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.record.Voices;
import org.folkmoot.web.Words;

/// Sets meetings up and enters back what was said there. Thread-safe.
///
/// Paper is entered after the evening, so a consultation that has closed still takes it in; what
/// counts is that the evening itself lay between opening and closing, which a plan must.
public final class MeetingService {

  private final MeetingRepository meetings;
  private final ConsultationService consultations;
  private final RecordService record;
  private final RecordReading reading;
  private final Vault vault;
  private final InstantSource time;

  MeetingService(
      MeetingRepository meetings,
      ConsultationService consultations,
      RecordService record,
      RecordReading reading,
      Vault vault,
      InstantSource time) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.record = record;
    this.reading = reading;
    this.vault = vault;
    this.time = time;
  }

  /// Meetings of a consultation, the earliest first.
  public List<Meeting> meetings(String consultation) {
    return meetings.of(consultation).stream()
        .sorted(Comparator.comparing((Meeting m) -> m.plan().startsAt()).thenComparing(Meeting::id))
        .toList();
  }

  public Optional<Meeting> find(String id) {
    return meetings.find(id);
  }

  /// The meeting of this consultation, or "not found" at the door.
  public Meeting get(String consultation, String id) {
    return find(id)
        .filter(meeting -> meeting.consultation().equals(consultation))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// Sets a meeting up and makes its cards.
  ///
  /// @param wanted the id it should have; empty takes one from the title
  /// @param act id of this act; the same act again gives the meeting that it made
  public Meeting create(String consultation, String wanted, MeetingPlan plan, String act) {
    String base = wanted.isEmpty() ? slug(plan.title(), "meeting") : wanted;
    Meeting meeting =
        new Meeting(
            base,
            consultation,
            plan,
            withCards(consultation, List.of(), plan.cards()),
            Meeting.Attendance.none(),
            1,
            time.instant());
    for (int number = 1; ; number++) {
      String id = number == 1 ? base : base + "-" + number;
      Meeting named = withId(meeting, id);
      if (meetings.insert(named, act)) {
        return named;
      }
      Optional<Meeting> made = meetings.find(id).filter(m -> meetings.isMadeBy(m, act));
      if (made.isPresent()) {
        return made.get();
      }
    }
  }

  /// Changes the plan; cards that were made stay, and more are made if more are wanted. False if
  /// somebody else changed it since.
  public boolean change(Meeting meeting, MeetingPlan plan) {
    if (plan.equals(meeting.plan())) {
      return true;
    }
    return meetings.replacePlan(
        new Meeting(
            meeting.id(),
            meeting.consultation(),
            plan,
            withCards(meeting.consultation(), meeting.cards(), plan.cards()),
            meeting.attendance(),
            meeting.version() + 1,
            time.instant()),
        meeting.version());
  }

  /// Enters a note sheet: each line is one contribution of the whole table.
  public EntryOutcome notes(Meeting meeting, TableNotes notes, String by) {
    if (!hears(meeting, Way.PUBLIC_MEETING)) {
      return new EntryOutcome.NotHearing();
    }
    int held = 0;
    for (TableNotes.Line line : notes.lines()) {
      if (record.add(line(meeting, notes, line, by)) instanceof Added.Held) {
        held++;
      }
    }
    return new EntryOutcome.Entered(notes.lines().size(), held);
  }

  /// Enters a dot sheet: one contribution of marks without words. People who put dots are noted
  /// beside them and counted nowhere.
  public EntryOutcome dots(Meeting meeting, DotCounts dots, String by) {
    if (!hears(meeting, Way.DOT_VOTE)) {
      return new EntryOutcome.NotHearing();
    }
    NewContribution draft =
        at(meeting, Channel.DOT_VOTE, by)
            .act("dots:" + meeting.id() + ":" + dots.sheet())
            .capturedAs(CaptureKind.TALLY)
            .voices(new Voices.Tally(dots.total()))
            .source(new Source(meeting.id(), dots.sheet()))
            .consent(Consent.countedOnly(Consent.Given.PAPER, words(meeting).language()))
            .alreadyChecked();
    for (MeetingPlan.DotOption option : meeting.plan().dots()) {
      int count = dots.counts().getOrDefault(option.id(), 0);
      if (count > 0) {
        draft.mark(option.heading(), count);
      }
    }
    if (dots.people() > 0) {
      String people = Integer.toString(dots.people());
      String prompt = words(meeting).say("kit.dots-people");
      draft.answer(new QuestionAnswer("people", prompt, List.of(), List.of(people), ""));
    }
    String id =
        NewContribution.idOf(
            meeting.consultation(), Channel.DOT_VOTE, "dots:" + meeting.id() + ":" + dots.sheet());
    Optional<Contribution> before = record.find(id);
    if (before.isPresent() && !sameDots(before.get(), meeting, dots)) {
      return new EntryOutcome.EnteredBefore(reading.find(Reader.STAFF, id));
    }
    return entered(record.add(draft));
  }

  /// Enters a comment card under the code printed on it. The same entry again is the same; another
  /// one adds nothing and opens the first.
  public EntryOutcome card(Meeting meeting, CardEntry entry, String by) {
    if (!hears(meeting, Way.COMMENT_CARD)) {
      return new EntryOutcome.NotHearing();
    }
    if (!meeting.cards().contains(entry.code())) {
      return new EntryOutcome.OtherCard();
    }
    Optional<Contribution> before = reading.byReceipt(entry.code());
    if (before.isPresent() && !sameCard(before.get(), entry)) {
      return new EntryOutcome.EnteredBefore(earlier(meeting, before.get().id()));
    }
    NewContribution draft =
        at(meeting, Channel.COMMENT_CARD, by)
            .act(RecordService.cardAct(entry.code()))
            .receipt(entry.code())
            .capturedAs(CaptureKind.SCANNED_CARD)
            .text(entry.text(), entry.language());
    Added added = record.add(entry.answers().into(vault).apply(draft));
    // Two people may type the same card at the same moment: one of them was second.
    return record.find(added.id()).filter(kept -> sameCard(kept, entry)).isPresent()
        ? entered(added)
        : new EntryOutcome.EnteredBefore(earlier(meeting, added.id()));
  }

  public void attendance(Meeting meeting, Meeting.Attendance attendance) {
    meetings.attendance(meeting.id(), attendance);
  }

  /// How many contributions came from this meeting by one door; held ones are not among them.
  public long heard(Meeting meeting, Channel channel) {
    return reading.count(
        RecordQuery.in(meeting.consultation())
            .channel(channel)
            .source(meeting.id())
            .statuses(EnumSet.of(Status.RECEIVED, Status.CLEARED)));
  }

  /// True if what was said there may be entered by this way.
  public boolean hears(Meeting meeting, Way way) {
    Consultation consultation = consultations.get(meeting.consultation());
    return consultation.state() != Consultation.State.DRAFT && consultation.ways().contains(way);
  }

  /// An address part from words: `Saltmarsh Hall` gives `saltmarsh-hall`.
  static String slug(String words, String otherwise) {
    String plain =
        Normalizer.normalize(words.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-[^-]*$", "") : plain;
    return cut.isEmpty() || cut.equals("new") ? otherwise : cut;
  }

  private NewContribution line(Meeting meeting, TableNotes notes, TableNotes.Line line, String by) {
    return at(meeting, Channel.PUBLIC_MEETING, by)
        .act("notes:" + meeting.id() + ":" + notes.sheet() + ":" + line.id())
        .capturedAs(line.kind().capture())
        .text(line.text(), notes.language())
        .voices(
            notes.people() < 1
                ? new Voices.GroupOfUnknownSize()
                : notes.people() == 1 ? new Voices.One() : new Voices.Group(notes.people()))
        .source(new Source(meeting.id(), notes.table()))
        .answer(kind(line, Words.of(notes.language())))
        .consent(
            new Consent(
                Consent.CURRENT_WORDING,
                notes.language(),
                Consent.Given.SPOKEN,
                by,
                new Consent.Scopes(
                    notes.agreed(),
                    false,
                    notes.agreed() && notes.published(),
                    false,
                    false,
                    false),
                ""));
  }

  private static QuestionAnswer kind(TableNotes.Line line, Words words) {
    return new QuestionAnswer(
        "line",
        words.say("kit.line"),
        List.of(line.kind().value()),
        List.of(words.say(line.kind().wordKey())),
        "");
  }

  private NewContribution at(Meeting meeting, Channel channel, String by) {
    Instant evening = meeting.plan().startsAt().atZone(consultations.council().zone()).toInstant();
    Instant now = time.instant();
    return NewContribution.to(meeting.consultation(), channel)
        .source(Source.of(meeting.id()))
        .heardAt(evening.isBefore(now) ? evening : now)
        .enteredBy(by);
  }

  /// Whoever enters a meeting's cards may read what its paper was entered as, to compare; what was
  /// set apart or taken back stays closed to them too.
  private Optional<Voice> earlier(Meeting meeting, String id) {
    return reading.find(Reader.STAFF, id).filter(voice -> voice.source().id().equals(meeting.id()));
  }

  private static boolean sameCard(Contribution before, CardEntry entry) {
    return !before.status().isGone()
        && before.text().equals(entry.text())
        && before.under18() == entry.answers().under18()
        && before.consent().equals(entry.answers().consent());
  }

  private static boolean sameDots(Contribution before, Meeting meeting, DotCounts dots) {
    return meeting.plan().dots().stream()
        .allMatch(option ->
            before.marks().getOrDefault(option.heading(), 0).intValue()
                == dots.counts().getOrDefault(option.id(), 0));
  }

  private static EntryOutcome entered(Added added) {
    return new EntryOutcome.Entered(1, added instanceof Added.Held ? 1 : 0);
  }

  private Words words(Meeting meeting) {
    List<String> spoken = consultations.get(meeting.consultation()).languages();
    return Words.of(spoken.isEmpty() ? Words.SOURCE : spoken.getFirst());
  }

  private List<ReceiptCode> withCards(String consultation, List<ReceiptCode> made, int wanted) {
    List<ReceiptCode> cards = new ArrayList<>(made);
    while (cards.size() < wanted) {
      cards.add(record.reserveCard(consultation));
    }
    return cards;
  }

  private static Meeting withId(Meeting m, String id) {
    return new Meeting(
        id, m.consultation(), m.plan(), m.cards(), m.attendance(), m.version(), m.changedAt());
  }
}
