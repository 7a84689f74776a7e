package org.folkmoot.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.store.Store;

/// Everything that reads the record for somebody. What a reader may not see never leaves this
/// class. Thread-safe.
public final class RecordReading {

  /// A page of voices.
  ///
  /// @param next where to go on, 0 at the end
  public record Found(List<Voice> voices, long next) {
    public Found {
      voices = List.copyOf(voices);
    }
  }

  /// One member of a figure: a contribution and how much of the figure it carries (1 as an item or
  /// a person, its marks in a figure of marks).
  public record Member(String contribution, int weight) {}

  /// A figure, opened by one reader: shown + notShown + takenBack = total, always.
  public record Opened(int total, int shown, int notShown, int takenBack, List<Voice> voices) {
    public Opened {
      voices = List.copyOf(voices);
    }
  }

  private static final CommonWords COMMON = new CommonWords();

  private final RecordRepository contributions;
  private final EqualityRepository equality;
  private final Ledger ledger;
  private final Store store;
  private final RecordSearch search;
  private final UntilLogGrows<Map<Channel, Long>> heard;

  RecordReading(
      RecordRepository contributions,
      EqualityRepository equality,
      Ledger ledger,
      Store store,
      RecordIndex index) {
    this.contributions = contributions;
    this.equality = equality;
    this.ledger = ledger;
    this.store = store;
    this.search = new RecordSearch(contributions, ledger, index);
    this.heard = new UntilLogGrows<>(ledger, this::countByDoor);
  }

  /// What the reader may see of what is asked for, newest first. A page is as long and goes on as
  /// if nothing else were there, so that neither its length nor its end tells of what is not shown.
  /// Words are found only where this reader may read them, so that looking for a name that was left
  /// out finds nothing. Answers always, if slowly while the index is being put in order.
  public Found list(Reader reader, RecordQuery query) {
    return search.list(reader, query);
  }

  /// How many there are by facet of what is asked for, of what this reader may see alone.
  ///
  /// @param facets to count by
  /// @param zone in which months are counted
  /// @return empty while the index is being put in order
  public Optional<FacetCounts> counts(
      Reader reader, RecordQuery query, Set<Facet> facets, ZoneId zone) {
    return search.counts(reader, query, facets, zone);
  }

  /// What stands at one place in its way, oldest first.
  ///
  /// @param after number to go on after; 0 for the beginning
  public Found oldest(Reader reader, String consultation, Status status, long after, int limit) {
    List<Contribution> batch = contributions.oldest(consultation, status, after, limit + 1);
    List<Voice> voices =
        batch.stream().limit(limit).filter(reader::mayRead).map(c -> voice(c, reader)).toList();
    return new Found(voices, batch.size() > limit ? batch.get(limit - 1).seq() : 0);
  }

  /// Whether words are soon found here without the index too.
  public boolean findsWithoutIndex(String consultation) {
    return !search.isLong(consultation);
  }

  /// One voice, if the reader may see it.
  public Optional<Voice> find(Reader reader, String id) {
    return contributions
        .find(id)
        .map(RecordRepository.Stored::contribution)
        .filter(reader::mayRead)
        .map(c -> voice(c, reader));
  }

  /// Those of several that the reader may see, by id.
  public Map<String, Voice> find(Reader reader, Collection<String> ids) {
    return contributions.byIds(ids).stream()
        .filter(reader::mayRead)
        .collect(Collectors.toMap(Contribution::id, c -> voice(c, reader)));
  }

  /// Opens a figure: every member is shown, counted but not shown, or taken back since.
  public Opened open(Reader reader, List<Member> members) {
    Map<String, Contribution> byId = new HashMap<>();
    contributions
        .byIds(members.stream().map(Member::contribution).toList())
        .forEach(c -> byId.put(c.id(), c));
    int shown = 0;
    int notShown = 0;
    int takenBack = 0;
    List<Voice> voices = new ArrayList<>();
    for (Member member : members) {
      Contribution contribution = byId.get(member.contribution());
      if (contribution == null || contribution.status().isGone()) {
        takenBack += member.weight();
      } else if (reader.mayRead(contribution)) {
        shown += member.weight();
        voices.add(voice(contribution, reader));
      } else {
        notShown += member.weight();
      }
    }
    return new Opened(shown + notShown + takenBack, shown, notShown, takenBack, voices);
  }

  /// How many contributions were heard by each door, held and declined ones apart.
  public Map<Channel, Long> heard(String consultation) {
    return heard.of(consultation);
  }

  private Map<Channel, Long> countByDoor(String consultation) {
    RecordQuery all =
        RecordQuery.in(consultation).statuses(EnumSet.of(Status.RECEIVED, Status.CLEARED));
    Map<Channel, Long> counted = new EnumMap<>(Channel.class);
    Optional<Map<String, Integer>> byIndex = search.countBy(Facet.DOOR, all);
    for (Channel channel : Channel.values()) {
      long count =
          byIndex.isPresent()
              ? byIndex.get().getOrDefault(channel.name(), 0)
              : contributions.count(all.channel(channel));
      if (count > 0) {
        counted.put(channel, count);
      }
    }
    return Collections.unmodifiableMap(counted);
  }

  /// How many there are of what is asked for, its words left aside; nobody reads them by this.
  public long count(RecordQuery query) {
    return search.count(query);
  }

  /// Streams everything that is in the ledger up to a number, in order, without the words: for
  /// figures. Held contributions are left out. Tombstones are passed on.
  public void eachUpTo(String consultation, long seq, Consumer<Contribution> reader) {
    contributions.eachUpTo(consultation, seq, unlessHeld(reader));
  }

  /// Streams what is neither gone nor held of a consultation, without the words.
  public void eachStanding(String consultation, Consumer<Contribution> reader) {
    contributions.eachStanding(consultation, reader);
  }

  /// Streams what came by one door and is not held, tombstones too, without the words.
  public void eachBy(Channel channel, String consultation, Consumer<Contribution> reader) {
    contributions.eachBy(channel, consultation, unlessHeld(reader));
  }

  /// Streams everything with which somebody left a contact, in all consultations, without the words
  /// and without what is held.
  public void eachWithContact(Consumer<Contribution> reader) {
    contributions.eachWithContact(unlessHeld(reader));
  }

  private static Consumer<Contribution> unlessHeld(Consumer<Contribution> reader) {
    return c -> {
      if (c.status() != Status.HELD) {
        reader.accept(c);
      }
    };
  }

  /// How many gave each answer to one of the five optional questions: `area`, `ageBand`, `gender`,
  /// `disability` or `car`.
  public Map<String, Integer> equalityCounts(String consultation, String question) {
    return equality.counts(consultation, question);
  }

  /// The contribution behind a code, whatever its state: for its own receipt page.
  public Optional<Contribution> byReceipt(ReceiptCode code) {
    return store
        .claims()
        .holder(ReceiptCodes.claim(code))
        .flatMap(contributions::find)
        .map(RecordRepository.Stored::contribution)
        .filter(c -> c.seq() > 0);
  }

  /// What its contributor added to a contribution, newest first, whatever its state: for its own
  /// receipt page.
  public List<Contribution> addedTo(Contribution c) {
    return contributions.list(
        RecordQuery.in(c.consultation()).source(Source.addingTo(c.id()).id()).page(0, 50));
  }

  public List<Contribution> byParticipant(String participant) {
    return participant.isEmpty() ? List.of() : contributions.byParticipant(participant);
  }

  /// Everything one participant sent, however much it is.
  public List<Contribution> everythingBy(String participant) {
    return participant.isEmpty()
        ? List.of()
        : contributions.everythingBy("participant", participant);
  }

  /// Everything for which somebody left this contact, by its reference in the vault.
  public List<Contribution> byContact(String contact) {
    return contact.isEmpty() ? List.of() : contributions.everythingBy("contact", contact);
  }

  /// What was done with a contribution, oldest first.
  public List<Ledger.Entry> history(String contribution) {
    return ledger.about(contribution);
  }

  /// True if this one word, of at least four letters and not one that everybody uses, was in what
  /// the contributor wrote: what somebody who wrote it can tell, case and accents aside.
  public boolean says(Contribution contribution, String word) {
    List<String> asked = RecordCodec.words(word);
    return asked.size() == 1
        && COMMON.isTelling(asked.getFirst())
        && RecordCodec.ownWords(contribution).contains(asked.getFirst());
  }

  /// True if it holds two words that [#says] could be asked for.
  public boolean hasWords(Contribution contribution) {
    return RecordCodec.ownWords(contribution).stream().filter(COMMON::isTelling).count() >= 2;
  }

  /// Where parts were left out, nobody but staff reads the original: not its title, what its files
  /// say, or anything else in its contributor's own words. Where its contributor wrote it anew,
  /// others read that, and what was chosen and sent with it.
  static Voice voice(Contribution c, Reader reader) {
    boolean staff = reader.isStaff();
    Optional<DerivedText> instead = staff ? Optional.empty() : Contribution.inPlace(c.derived());
    boolean leftOut =
        !staff && c.derived().stream().anyMatch(t -> t.kind().equals(Contribution.REDACTION));
    return new Voice(
        c.id(),
        staff ? c.receipt().printed() : "",
        c.consultation(),
        c.channel(),
        c.captureKind(),
        c.voices(),
        staff ? c.source() : c.source().forReaders(),
        leftOut ? "" : c.title(),
        instead.map(DerivedText::text).orElse(c.text()),
        instead.map(DerivedText::language).orElse(c.language()),
        leftOut ? List.of() : answers(c, instead.isPresent()),
        staff ? c.media() : leftOut ? List.of() : shownFiles(c),
        instead.isPresent() ? "" : c.contentNote(),
        c.place(),
        c.under18(),
        c.receivedAt(),
        c.consent().scopes(),
        reader.nameOf(c),
        c.status(),
        staff ? c.reason() : "",
        staff ? c.derived() : shownTexts(c, instead, leftOut),
        c.marks(),
        c.themes(),
        c.seq(),
        c.version());
  }

  /// Without what was written to them, where that was written anew.
  private static List<QuestionAnswer> answers(Contribution c, boolean anew) {
    return anew
        ? c.answers().stream()
            .filter(a -> !a.chosen().isEmpty())
            .map(a -> new QuestionAnswer(a.question(), a.prompt(), a.choices(), a.chosen(), ""))
            .toList()
        : c.answers();
  }

  /// What was made from the words that are read: nothing made from those they stand for, nothing
  /// where parts were left out, and of a new wording only that it is one. What a recording says
  /// stays with it, unless somebody in it did not agree.
  private static List<DerivedText> shownTexts(
      Contribution c, Optional<DerivedText> instead, boolean leftOut) {
    boolean heard = !leftOut && c.media().stream().allMatch(m -> m.others().mayBeShown());
    boolean bare = instead.filter(text -> text.kind().equals(Contribution.REDACTION)).isPresent();
    int from = instead.map(text -> c.derived().lastIndexOf(text) + 1).orElse(0);
    List<DerivedText> shown = new ArrayList<>();
    instead
        .filter(text -> text.kind().equals(Contribution.CORRECTION))
        .map(text -> new DerivedText(text.kind(), text.language(), "", text.by(), ""))
        .ifPresent(shown::add);
    for (int i = 0; i < c.derived().size(); i++) {
      DerivedText text = c.derived().get(i);
      if (text.kind().equals("TRANSCRIPT") ? heard : i >= from && !bare) {
        shown.add(text);
      }
    }
    return shown;
  }

  /// A file in which somebody is to be seen or heard who did not agree is for staff alone, whatever
  /// its teller allowed.
  private static List<Media> shownFiles(Contribution c) {
    return c.consent().scopes().media()
        ? c.media().stream().filter(m -> m.others().mayBeShown()).map(Media::forReaders).toList()
        : List.of();
  }
}
