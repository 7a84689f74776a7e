package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.folkmoot.door.Role;
import org.folkmoot.store.Store;

/// Staff and invitations in the database. Secrets are stored as hashes only.
final class PeopleRepository {

  private final MongoCollection<Document> staff;
  private final MongoCollection<Document> invitations;

  PeopleRepository(Store store) {
    this.staff = store.collection("staff");
    store.index("staff", "contact");
    this.invitations = store.collection("invitations");
  }

  boolean isEmpty() {
    return staff.find().limit(1).first() == null;
  }

  void save(Staff who) {
    staff.replaceOne(
        new Document("_id", who.id()),
        new Document("_id", who.id())
            .append("name", who.name())
            .append("roles", who.roles().stream().map(Enum::name).sorted().toList())
            .append("scope", who.scope())
            .append("contact", who.contact()),
        new ReplaceOptions().upsert(true));
  }

  /// Takes on an address that nobody had yet for somebody; the other fields stay as they are.
  void setContact(String id, String reference) {
    staff.updateOne(
        new Document("_id", id), new Document("$set", new Document("contact", reference)));
  }

  Optional<Staff> byContact(String reference) {
    return Optional.ofNullable(staff.find(new Document("contact", reference)).first())
        .map(PeopleRepository::staff);
  }

  Optional<Staff> find(String id) {
    return Optional.ofNullable(staff.find(new Document("_id", id)).first())
        .map(PeopleRepository::staff);
  }

  List<Staff> all() {
    return staff
        .find()
        .sort(new Document("name", 1))
        .map(PeopleRepository::staff)
        .into(new ArrayList<>());
  }

  void remove(String id) {
    staff.deleteOne(new Document("_id", id));
    withdrawInvitations(id);
  }

  void invite(String hash, Staff who, Instant until) {
    invitations.replaceOne(
        new Document("_id", hash),
        new Document("_id", hash)
            .append("staff", who.id())
            .append("name", who.name())
            .append("roles", who.roles().stream().map(Enum::name).sorted().toList())
            .append("scope", who.scope())
            .append("contact", who.contact())
            .append("until", Date.from(until)),
        new ReplaceOptions().upsert(true));
  }

  /// Makes the links worthless that are still out for someone.
  void withdrawInvitations(String staffId) {
    invitations.deleteMany(new Document("staff", staffId));
  }

  Optional<Staff> invited(String hash, Instant now) {
    return Optional.ofNullable(invitations.find(new Document("_id", hash)).first())
        .filter(d -> d.getDate("until").toInstant().isAfter(now))
        .map(d -> staff(new Document(d).append("_id", d.getString("staff"))));
  }

  /// True for exactly one caller.
  boolean useInvitation(String hash) {
    return invitations.deleteOne(new Document("_id", hash)).getDeletedCount() == 1;
  }

  private static Staff staff(Document d) {
    return new Staff(
        d.getString("_id"),
        d.getString("name"),
        d.getList("roles", String.class).stream().map(Role::valueOf).collect(Collectors.toSet()),
        d.get("scope", ""),
        d.get("contact", ""));
  }
}
