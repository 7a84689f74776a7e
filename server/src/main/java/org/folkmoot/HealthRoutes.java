package org.folkmoot;

import java.util.Map;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.RouteTable;
import org.folkmoot.store.Store;
import org.folkmoot.web.Assets;

/// What machines ask: is it alive, can it work; and the styles, scripts and fonts of the pages.
final class HealthRoutes implements RouteTable.Routes {

  private final Store store;

  HealthRoutes(Store store) {
    this.store = store;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/health/live", Access.signed(), _ -> Answer.json(200, Map.of("up", true)));
    table.get("/health/ready", Access.signed(), this::ready);
    table.get("/assets/{version}/{file}", Access.everyone(), this::asset);
    table.get("/assets/{version}/{folder}/{file}", Access.everyone(), this::asset);
  }

  private Answer ready(Ask ask) {
    boolean up = store.ping();
    return Answer.json(up ? 200 : 503, Map.of("up", up));
  }

  private Answer asset(Ask ask) {
    String path = ask.valueIfAny("folder").map(f -> f + "/").orElse("") + ask.value("file");
    return Assets.all()
        .find(path)
        .map(asset ->
            Answer.bytes(200, asset.contentType(), asset.bytes())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("ETag", '"' + asset.etag() + '"'))
        .orElseGet(() -> Answer.empty(404));
  }
}
