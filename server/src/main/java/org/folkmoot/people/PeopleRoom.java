package org.folkmoot.people;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.web.part.Choices;

/// The people, put together: made once, where the rooms are wired.
public record PeopleRoom(PeopleService service, Vault vault) {
  public static PeopleRoom in(
      Store store, Keys keys, Ledger ledger, InstantSource time, String adminToken) {
    return new PeopleRoom(
        new PeopleService(new PeopleRepository(store), keys, ledger, time, adminToken),
        new Vault(store, keys));
  }

  /// Its pages.
  ///
  /// @param questions what somebody can be invited for alone: slug and title
  /// @param portal the public address, for links
  public RouteTable.Routes routes(
      Supplier<List<Choices.Option>> questions, Supplier<String> portal) {
    return into ->
        into.with(new SignInRoutes(service), new StaffRoutes(service, questions, portal));
  }
}
