package org.folkmoot.meeting;

import com.mongodb.client.MongoCollection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.folkmoot.meeting.MeetingPlan.DotOption;
import org.folkmoot.meeting.MeetingPlan.Offer;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Meetings in the database, one document each.
final class MeetingRepository {

  private final MongoCollection<Document> meetings;

  MeetingRepository(Store store) {
    this.meetings = store.collection("meetings");
    store.index("meetings", "consultation");
  }

  Optional<Meeting> find(String id) {
    return Optional.ofNullable(meetings.find(new Document("_id", id)).first())
        .map(MeetingRepository::meeting);
  }

  List<Meeting> of(String consultation) {
    return meetings
        .find(new Document("consultation", consultation))
        .map(MeetingRepository::meeting)
        .into(new ArrayList<>());
  }

  /// False if the id is taken.
  boolean insert(Meeting meeting, String act) {
    return Inserts.ifAbsent(meetings, document(meeting).append("act", act));
  }

  boolean isMadeBy(Meeting meeting, String act) {
    return meetings.find(new Document("_id", meeting.id()).append("act", act)).first() != null;
  }

  /// False if somebody changed the plan since this version was read.
  boolean replacePlan(Meeting meeting, long expected) {
    Document all = document(meeting);
    all.remove("_id");
    all.remove("attendance");
    return meetings
            .updateOne(
                new Document("_id", meeting.id()).append("version", expected),
                new Document("$set", all))
            .getModifiedCount()
        == 1;
  }

  void attendance(String id, Meeting.Attendance attendance) {
    meetings.updateOne(
        new Document("_id", id),
        new Document("$set", new Document("attendance", document(attendance))));
  }

  private static Document document(Meeting.Attendance attendance) {
    return new Document("heads", attendance.heads()).append("slips", attendance.slips());
  }

  private static Document document(Meeting m) {
    MeetingPlan plan = m.plan();
    return new Document("_id", m.id())
        .append("consultation", m.consultation())
        .append("title", plan.title())
        .append("startsAt", plan.startsAt().toString())
        .append("minutes", plan.minutes())
        .append("place", plan.place())
        .append("offers", plan.offers().stream().map(Enum::name).sorted().toList())
        .append("access", plan.access())
        .append("withoutComing", plan.withoutComing())
        .append("phone", plan.phone())
        .append("tables", plan.tables())
        .append("questions", plan.questions())
        .append(
            "dots",
            plan.dots().stream()
                .map(o -> new Document("id", o.id()).append("text", o.text()))
                .toList())
        .append("cardCount", plan.cards())
        .append("cards", m.cards().stream().map(ReceiptCode::value).toList())
        .append("attendance", document(m.attendance()))
        .append("version", m.version())
        .append("changedAt", Date.from(m.changedAt()));
  }

  private static Meeting meeting(Document d) {
    Document came = d.get("attendance", new Document());
    return new Meeting(
        d.getString("_id"),
        d.getString("consultation"),
        new MeetingPlan(
            d.getString("title"),
            LocalDateTime.parse(d.getString("startsAt")),
            d.getInteger("minutes", 120),
            d.get("place", ""),
            d.getList("offers", String.class, List.of()).stream()
                .map(Offer::valueOf)
                .collect(Collectors.toSet()),
            d.get("access", ""),
            d.get("withoutComing", ""),
            d.get("phone", ""),
            d.getInteger("tables", 1),
            d.getList("questions", String.class, List.of()),
            d.getList("dots", Document.class, List.of()).stream()
                .map(o -> new DotOption(o.getString("id"), o.getString("text")))
                .toList(),
            d.getInteger("cardCount", 0)),
        d.getList("cards", String.class, List.of()).stream().map(ReceiptCode::new).toList(),
        new Meeting.Attendance(came.getInteger("heads", -1), came.getInteger("slips", -1)),
        d.getLong("version"),
        d.getDate("changedAt").toInstant());
  }
}
