package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.store.VaultKeys;

/// Phone numbers and e-mail addresses, encrypted; a reference is a keyed hash, so the same contact
/// gives the same reference and nobody can try numbers. Thread-safe.
public final class Vault {

  private static final int AT_ONCE = 200;

  /// How a contact can be reached.
  public enum Kind {
    PHONE,
    EMAIL
  }

  /// @param address E.164 number or e-mail address; never to be logged or shown
  public record Contact(Kind kind, String address) {
    @Override
    public String toString() {
      return kind.name();
    }
  }

  /// The purpose for which addresses of staff are kept.
  static final String STAFF = "staff";

  private final MongoCollection<Document> contacts;
  private final Keys keys;
  private final VaultKeys shut;

  private final UnaryOperator<String> inFull;

  /// @param inFull a phone number as somebody wrote it at home, made E.164; others as they are
  public Vault(Store store, Keys keys, UnaryOperator<String> inFull) {
    this.inFull = inFull;
    this.contacts = store.collection("contacts");
    this.keys = keys;
    this.shut = new VaultKeys(store, keys);
  }

  /// An e-mail address as somebody typed it. Mail servers tell capitals apart nowhere that matters.
  public static Contact email(String typed) {
    return new Contact(Kind.EMAIL, typed.strip().toLowerCase(Locale.ROOT));
  }

  /// A phone number as somebody typed it, whatever they put between its digits.
  public static Contact phone(String typed) {
    String digits = typed.replaceAll("[^0-9]", "");
    return new Contact(Kind.PHONE, typed.strip().startsWith("+") ? "+" + digits : digits);
  }

  /// Keeps a contact and answers its reference.
  public String keep(Contact contact) {
    return keep(contact, "");
  }

  /// Keeps a contact for one purpose, under a reference of its own, so that forgetting it there
  /// forgets it nowhere else.
  public String keep(Contact typed, String purpose) {
    Contact contact = inOneWay(typed);
    String reference = reference(contact, purpose);
    VaultKeys.Sealed sealed =
        shut.seal(
            (contact.kind().name() + "|" + contact.address()).getBytes(StandardCharsets.UTF_8),
            reference);
    contacts.replaceOne(
        new Document("_id", reference),
        new Document("_id", reference).append("sealed", sealed.bytes()).append("key", sealed.key()),
        new ReplaceOptions().upsert(true));
    return reference;
  }

  /// The reference a contact has, kept or not.
  public String reference(Contact contact) {
    return reference(contact, "");
  }

  /// The reference a contact has for one purpose, kept or not.
  public String reference(Contact typed, String purpose) {
    Contact contact = inOneWay(typed);
    String address = contact.kind().name() + "|" + contact.address();
    return keys.mac("contact", purpose.isEmpty() ? address : purpose + "|" + address);
  }

  /// However somebody wrote it, so that the same number or address has one reference.
  private Contact inOneWay(Contact typed) {
    return switch (typed.kind()) {
      case PHONE -> new Contact(Kind.PHONE, inFull.apply(typed.address().strip()));
      case EMAIL -> email(typed.address());
    };
  }

  public Optional<Contact> open(String reference) {
    return Optional.ofNullable(open(List.of(reference)).get(reference));
  }

  /// Those of many that are kept, by reference.
  public Map<String, Contact> open(Collection<String> references) {
    List<String> all = List.copyOf(references);
    Map<String, Contact> opened = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      for (Document d :
          contacts.find(new Document("_id", new Document("$in", some))).batchSize(AT_ONCE)) {
        String reference = d.getString("_id");
        opened.put(reference, contact(d, reference));
      }
    }
    return opened;
  }

  private Contact contact(Document kept, String reference) {
    var sealed =
        new VaultKeys.Sealed(kept.getInteger("key", 0), kept.get("sealed", Binary.class).getData());
    String text = new String(shut.unseal(sealed, reference), StandardCharsets.UTF_8);
    int bar = text.indexOf('|');
    return new Contact(Kind.valueOf(text.substring(0, bar)), text.substring(bar + 1));
  }

  /// Shuts words that only those may read who may know a contact; kept by the caller.
  ///
  /// @param context to be given again to open them
  public VaultKeys.Sealed shut(byte[] plain, String context) {
    return shut.seal(plain, context);
  }

  public byte[] opened(VaultKeys.Sealed sealed, String context) {
    return shut.unseal(sealed, context);
  }

  public void forget(String reference) {
    contacts.deleteOne(new Document("_id", reference));
  }
}
