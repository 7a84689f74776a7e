package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Evening passes: a code of eight characters for one meeting, for volunteers without an account.
/// Whoever brings the code and a name holds the pass; what it opens, and on which days, is the
/// meeting's to say. A meeting has one pass at a time; when it ends, so do all that hold it.
/// Thread-safe.
public final class PassService {

  private static final int CHARACTERS = 8;

  /// The pass of a meeting.
  ///
  /// @param code as it is printed: `9MY1-MV2K`
  /// @param live false once somebody ended it
  public record Pass(String meeting, String code, boolean live) {}

  /// Somebody who brought a pass.
  ///
  /// @param name as they typed it
  public record Holder(String meeting, String name) {}

  private final MongoCollection<Document> passes;
  private final MongoCollection<Document> holders;
  private final Keys keys;
  private final StaffLog log;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  PassService(Store store, Keys keys, StaffLog log, InstantSource time) {
    this.passes = store.collection("passes");
    this.holders = store.collection("passholders");
    store.index("passes", "hash");
    store.index("passholders", "meeting");
    this.keys = keys;
    this.log = log;
    this.time = time;
  }

  /// The pass of a meeting, made when first asked for.
  public Pass of(String meeting) {
    Document found = passes.find(new Document("_id", meeting)).first();
    if (found != null) {
      return pass(found);
    }
    Document made =
        fresh(new Document("_id", meeting).append("number", 1)).append("old", List.of());
    return Inserts.ifAbsent(passes, made) ? pass(made) : of(meeting);
  }

  /// Ends the pass of a meeting, at once for everybody who holds it.
  ///
  /// @param by the name of who ends it
  public void end(String meeting, String by) {
    of(meeting);
    boolean ended =
        passes
                .updateOne(
                    new Document("_id", meeting).append("live", true),
                    new Document("$set", new Document("live", false)))
                .getModifiedCount()
            == 1;
    if (ended) {
      log.add("pass:" + meeting, by, "", Map.of("what", "pass ended"));
      SecurityLog.done("pass.ended", "meeting", meeting);
    }
  }

  /// A new pass in place of the one before, which ends.
  public void renew(String meeting, String by) {
    of(meeting);
    Document before = passes.find(new Document("_id", meeting)).first();
    if (before == null) {
      return;
    }
    List<String> old = new ArrayList<>(before.getList("old", String.class, List.of()));
    old.add(before.getString("hash"));
    Document after =
        fresh(new Document("_id", meeting).append("number", number(before) + 1)).append("old", old);
    if (passes
            .replaceOne(new Document("_id", meeting).append("number", number(before)), after)
            .getModifiedCount()
        == 1) {
      log.add("pass:" + meeting, by, "", Map.of("what", "pass made"));
      SecurityLog.done("pass.made", "meeting", meeting);
    }
  }

  /// The pass a code was or is of, as somebody typed it; not live if it was ended or replaced.
  public Optional<Pass> find(String typed) {
    String code = PlainCode.read(typed);
    if (code.length() != CHARACTERS) {
      return Optional.empty();
    }
    String hash = hash(code);
    Document now = passes.find(new Document("hash", hash)).first();
    if (now != null) {
      return Optional.of(pass(now));
    }
    return Optional.ofNullable(passes.find(new Document("old", hash)).first())
        .map(d -> new Pass(d.getString("_id"), PlainCode.printed(code), false));
  }

  /// Makes somebody a holder of a live pass.
  ///
  /// @param until when it stops working by itself
  /// @return the cookie's value
  public String hold(Pass pass, String name, Instant until) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    holders.insertOne(
        new Document("_id", keys.mac("pass holder", cookie))
            .append("meeting", pass.meeting())
            .append("pass", hash(PlainCode.read(pass.code())))
            .append("name", name)
            .append("until", Date.from(until)));
    SecurityLog.done("pass.used", "meeting", pass.meeting());
    return cookie;
  }

  /// Who holds a pass that is live still; whether this is one of its days is for the meeting to
  /// say.
  public Optional<Holder> holder(String cookie) {
    Document held = holders.find(new Document("_id", keys.mac("pass holder", cookie))).first();
    if (held == null) {
      SecurityLog.refused("pass.refused", "reason", "unknown");
      return Optional.empty();
    }
    String meeting = held.getString("meeting");
    Document pass = passes.find(new Document("_id", meeting)).first();
    if (pass == null
        || !pass.getBoolean("live", false)
        || !held.getString("pass").equals(pass.getString("hash"))) {
      SecurityLog.refused("pass.refused", "reason", "ended", "meeting", meeting);
      return Optional.empty();
    }
    return Optional.of(new Holder(meeting, held.getString("name")));
  }

  /// Forgets holders a day after their pass stopped working.
  void forgetOld() {
    Instant before = time.instant().minus(Duration.ofDays(1));
    holders.deleteMany(new Document("until", new Document("$lt", Date.from(before))));
  }

  private Document fresh(Document into) {
    String code = PlainCode.random(random, CHARACTERS);
    return into.append("hash", hash(code))
        .append(
            "sealed",
            keys.seal(code.getBytes(StandardCharsets.UTF_8), context(into.getString("_id"))))
        .append("live", true);
  }

  private Pass pass(Document d) {
    String meeting = d.getString("_id");
    Object sealed = d.get("sealed");
    byte[] bytes =
        sealed instanceof Binary binary
            ? binary.getData()
            : (byte[]) Objects.requireNonNull(sealed);
    byte[] code = keys.unseal(bytes, context(meeting));
    return new Pass(
        meeting,
        PlainCode.printed(new String(code, StandardCharsets.UTF_8)),
        d.getBoolean("live", false));
  }

  private static int number(Document pass) {
    return pass.getInteger("number", 0);
  }

  private static String context(String meeting) {
    return "evening pass " + meeting;
  }

  private String hash(String code) {
    return keys.mac("evening pass", code);
  }
}
