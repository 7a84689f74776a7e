package org.folkmoot.upload;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaService;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Uploads, put together: made once, where the rooms are wired.
public record UploadRoom(UploadService service, RouteTable.Routes routes) {

  /// @param kinds what may be sent
  /// @param isHearing whether a consultation takes files now
  /// @param disk bytes that are free where the store's files lie
  public static UploadRoom in(
      Store store,
      Keys keys,
      MediaService media,
      Set<MediaKind> kinds,
      Predicate<String> isHearing,
      LongSupplier disk,
      InstantSource time) {
    var service =
        new UploadService(
            new UploadRepository(store, keys),
            media,
            kinds,
            isHearing,
            disk,
            UploadService.Limits.USUAL,
            time);
    return new UploadRoom(service, new UploadRoutes(service, keys));
  }
}
