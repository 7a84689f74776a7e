package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// Every look of somebody who works here at what is kept about a person: appended before it is
/// shown, never what was shown. Only a reason is ever taken out again, with the contribution it was
/// given for. Thread-safe.
///
/// A log named `views` in the collection of the same name; bodies `{subject, consultation, who,
/// what, at, why}`.
public final class ViewLog {

  private static final String NAME = "views";

  /// What was looked at.
  public enum What {
    CONTACT,
    HELD,
    UNDER_HOLD,
    RECEIPT,
    RIGHTS_LOOKED_FOR,
    RIGHTS_REQUEST,
    RIGHTS_HANDED_OVER,
    TEXT_THREAD,
    TEXT_ANSWERED,
    EXPORT;

    public String wordKey() {
      return "desk.views." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One look.
  ///
  /// @param who empty once that is kept no longer
  /// @param consultation empty for what is of none
  /// @param subject id of the contribution or request; empty for a list, or where nothing was found
  /// @param why the reason given; empty for none
  public record View(
      long seq,
      Instant at,
      String who,
      What what,
      String consultation,
      String subject,
      String why) {}

  /// A page of them, newest first.
  ///
  /// @param next to go on before; 0 at the end
  public record Found(List<View> views, long next) {
    public Found {
      views = List.copyOf(views);
    }
  }

  private final SequencedLog log;
  private final MongoCollection<Document> entries;
  private final InstantSource time;

  ViewLog(Store store, InstantSource time) {
    this.log = store.log(NAME);
    this.entries = store.collection(NAME);
    this.time = time;
    store.index(NAME, "body.subject");
  }

  /// Notes a look; what is looked at is shown only after this.
  public void note(String who, What what, String consultation, String subject, String why) {
    log.append(
        NAME,
        UUID.randomUUID().toString(),
        new Document("subject", subject)
            .append("consultation", consultation)
            .append("who", who)
            .append("what", what.name())
            .append("at", Date.from(time.instant()))
            .append("why", why));
  }

  /// @param before number to go on before; 0 for the newest
  public Found newest(long before, int limit) {
    long last = before == 0 ? log.last(NAME) : before - 1;
    long first = Math.max(0, last - limit);
    List<View> views = new ArrayList<>();
    for (SequencedLog.Entry entry : log.after(NAME, first, (int) (last - first))) {
      views.add(view(entry));
    }
    Collections.reverse(views);
    return new Found(views, first == 0 ? 0 : first + 1);
  }

  private static View view(SequencedLog.Entry entry) {
    Document body = entry.body();
    return new View(
        entry.seq(),
        body.getDate("at").toInstant(),
        body.get("who", ""),
        What.valueOf(body.getString("what")),
        body.get("consultation", ""),
        body.get("subject", ""),
        body.get("why", ""));
  }

  /// How many looks before a time still say who looked.
  public long before(Instant time) {
    return entries.countDocuments(old(time));
  }

  /// Takes out who looked at what before a time; that somebody did, and when, stays.
  public void forgetBefore(Instant time) {
    entries
        .find(old(time))
        .projection(new Document("seq", 1))
        .map(entry -> entry.get("seq", Number.class).longValue())
        .into(new ArrayList<Long>())
        .forEach(seq -> log.erase(NAME, seq, "who", "subject", "consultation", "why"));
  }

  private static Document old(Instant time) {
    return new Document("body.at", new Document("$lt", Date.from(time)))
        .append("body.who", new Document("$gt", ""));
  }

  /// Takes out the reasons that were given for a contribution, which may tell of it.
  void erase(Contribution contribution) {
    entries
        .find(new Document("body.subject", contribution.id()))
        .projection(new Document("seq", 1))
        .map(entry -> entry.get("seq", Number.class).longValue())
        .into(new ArrayList<Long>())
        .forEach(seq -> log.erase(NAME, seq, "why"));
  }
}
