package org.folkmoot.people;

import java.time.InstantSource;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The people, put together: made once, where the rooms are wired.
public record PeopleRoom(PeopleService service, Vault vault) {
  public static PeopleRoom in(Store store, Keys keys, InstantSource time, String adminToken) {
    return new PeopleRoom(
        new PeopleService(new PeopleRepository(store), keys, time, adminToken),
        new Vault(store, keys));
  }
}
