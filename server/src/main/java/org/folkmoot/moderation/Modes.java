package org.folkmoot.moderation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.ClearingRule;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.store.Store;

/// Which mode each consultation is in, `moderation` `{_id: consultation, mode}`, and what that lets
/// be read before anybody has looked at it. Thread-safe.
public final class Modes implements ClearingRule {

  /// So many earlier voices that a person has checked make somebody known.
  static final int KNOWN = 3;

  /// Doors where somebody types words of their own and for themselves. Stories, what is spoken, and
  /// what others write down always wait.
  private static final Set<Channel> DOORS =
      EnumSet.of(
          Channel.PANEL,
          Channel.OPEN_SURVEY,
          Channel.STATEMENT,
          Channel.FORUM,
          Channel.SMS,
          Channel.WRITTEN_SUBMISSION);

  /// How somebody could be reached, or a way out of this website: such words wait.
  private static final Pattern REACHES =
      Pattern.compile("@|https?:|www\\.|(\\d[ ()./-]?){7}", Pattern.CASE_INSENSITIVE);

  private final MongoCollection<Document> modes;
  private final RecordReading reading;
  private final Ledger ledger;
  private final InstantSource time;

  Modes(Store store, RecordReading reading, Ledger ledger, InstantSource time) {
    this.modes = store.collection("moderation");
    this.reading = reading;
    this.ledger = ledger;
    this.time = time;
  }

  public Mode of(String consultation) {
    return Optional.ofNullable(modes.find(new Document("_id", consultation)).first())
        .map(d -> Mode.valueOf(d.getString("mode")))
        .orElse(Mode.BEFORE);
  }

  /// The log first: what is in force is never missing from it.
  void set(String consultation, Mode mode, String by) {
    if (of(consultation) == mode) {
      return;
    }
    Instant now = time.instant();
    ledger.append(
        consultation,
        new Act(
            "moderation:" + consultation + ":" + now.toEpochMilli(),
            Act.Kind.MODERATION_SET,
            consultation,
            now,
            by,
            "",
            Map.of("mode", mode.name())));
    modes.replaceOne(
        new Document("_id", consultation),
        new Document("_id", consultation).append("mode", mode.name()),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<String> clears(Contribution c) {
    if (!mayEver(c)) {
      return Optional.empty();
    }
    Mode mode = of(c.consultation());
    boolean clears =
        switch (mode) {
          case BEFORE -> false;
          case AFTER -> true;
          case TRUSTED -> isKnown(c);
        };
    return clears ? Optional.of(mode.name()) : Optional.empty();
  }

  /// Whatever the mode: nothing by young people, nothing with a file, nothing that others wrote
  /// down, and only what its sender allowed for the website.
  private static boolean mayEver(Contribution c) {
    return c.status() == Status.RECEIVED
        && DOORS.contains(c.channel())
        && c.consent().scopes().published()
        && !c.under18()
        && c.media().isEmpty()
        && c.enteredBy().isEmpty()
        && !c.isMarksOnly()
        && !REACHES.matcher(words(c)).find();
  }

  private static String words(Contribution c) {
    var all = new StringBuilder(c.title()).append('\n').append(c.text());
    c.answers().forEach(a -> all.append('\n').append(a.text()));
    return all.append('\n')
        .append(c.contentNote())
        .append('\n')
        .append(c.consent().name())
        .toString();
  }

  private boolean isKnown(Contribution c) {
    int checked = 0;
    for (Contribution before : reading.byParticipant(c.participant())) {
      if (before.status() == Status.REFUSED || before.status() == Status.HELD) {
        return false;
      }
      if (checked < KNOWN && before.status() == Status.CLEARED && !before.isMarksOnly()) {
        checked += isCheckedByPerson(before.id()) ? 1 : 0;
      }
    }
    return checked >= KNOWN;
  }

  private boolean isCheckedByPerson(String id) {
    return ledger.about(id).stream().anyMatch(entry -> entry.act().kind() == Act.Kind.CHECKED);
  }
}
