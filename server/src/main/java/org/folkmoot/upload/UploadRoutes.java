package org.folkmoot.upload;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaReason;
import org.folkmoot.media.MediaRef;
import org.folkmoot.store.Keys;

/// The protocol's requests, at two doors: below a consultation for the pages' own script, by cookie
/// and form token; under `/api/v1/uploads` by bearer token, where the metadata's `consultation`
/// says which. And one request more, `POST …/file`, by which a sender asks what became of it.
///
/// Other sites' pages cannot send any of this: its methods and headers need a leave (CORS) that we
/// never give, and the form token comes on top.
final class UploadRoutes implements RouteTable.Routes {
  private static final String VERSION = "1.0.0";
  private static final String EXTENSIONS = "creation,expiration,checksum,termination";
  private static final String BYTES = "application/offset+octet-stream";

  /// RFC 9110, section 5.6.7.
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private static final int LONGEST_METADATA = 4_000;
  private static final int CHECKSUM_MISMATCH = 460;

  private final UploadService uploads;
  private final Keys keys;

  UploadRoutes(UploadService uploads, Keys keys) {
    this.uploads = uploads;
    this.keys = keys;
  }

  @Override
  public void register(RouteTable table) {
    register(table, "/c/{consultation}/uploads", Access.script(), Limit.UPLOAD, Limit.PIECE);
    var sender = Access.staff(Role.OFFICER, Role.FACILITATOR, Role.HOST, Role.MODERATOR);
    register(table, "/api/v1/uploads", sender, Limit.API, Limit.API);
  }

  private void register(RouteTable table, String all, Access access, Limit begin, Limit go) {
    var one = all + "/{upload}";
    table.add("OPTIONS", all, Access.signed(), go, _ -> abilities());
    table.post(all, access, begin, ask -> versioned(ask, this::begin));
    table.get(one, access, go, ask -> versioned(ask, this::state));
    table.add("PATCH", one, access, go, ask -> versioned(ask, this::goOn));
    table.add("DELETE", one, access, go, ask -> versioned(ask, this::end));
    table.post(one, access, go, ask -> versioned(ask, this::overridden));
    table.post(one + "/file", access, go, this::take);
  }

  private Answer abilities() {
    return Answer.empty(204)
        .header("Tus-Resumable", VERSION)
        .header("Tus-Version", VERSION)
        .header("Tus-Max-Size", Long.toString(uploads.largest()))
        .header("Tus-Extension", EXTENSIONS)
        .header("Tus-Checksum-Algorithm", Checksum.KNOWN);
  }

  private static Answer versioned(Ask ask, Function<Ask, Answer> request) {
    var spoken = ask.header("tus-resumable");
    if (spoken.isEmpty() && !ask.method().equals("GET")) {
      throw new ProblemException(new Problem.Invalid("Tus-Resumable must be " + VERSION + "."));
    }
    if (!spoken.isEmpty() && !spoken.equals(VERSION)) {
      return Answer.empty(412).header("Tus-Resumable", VERSION).header("Tus-Version", VERSION);
    }
    return request.apply(ask).header("Tus-Resumable", VERSION);
  }

  private Answer begin(Ask ask) {
    var metadata = ask.header("upload-metadata");
    if (metadata.length() > LONGEST_METADATA) {
      throw new ProblemException(new Problem.Invalid("Upload-Metadata is too long."));
    }
    var consultation =
        ask.valueIfAny("consultation")
            .or(() -> Optional.ofNullable(Metadata.read(metadata).get("consultation")))
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.Invalid("Upload-Metadata must name a consultation.")));
    return switch (uploads.begin(
        consultation, sender(ask), number(ask, "upload-length"), metadata)) {
      case Begun.Begins(var upload) ->
          Answer.empty(201)
              .header("Location", ask.path().replaceFirst("/+$", "") + "/" + upload.id())
              .header("Upload-Expires", HTTP_DATE.format(upload.until()));
      case Begun.Closed _ -> said(ask, 409, "media.upload-closed");
      case Begun.TooLarge _ -> said(ask, 413, "media.too-large");
      case Begun.TooMany _ -> said(ask, 429, "media.upload-many").header("Retry-After", "60");
      case Begun.Full _ -> said(ask, 507, "media.upload-full");
    };
  }

  private Answer state(Ask ask) {
    var upload = upload(ask);
    var answer =
        Answer.empty(200)
            .header("Upload-Offset", Long.toString(uploads.arrived(upload)))
            .header("Upload-Length", Long.toString(upload.length()))
            .header("Upload-Expires", HTTP_DATE.format(upload.until()))
            .header("Cache-Control", "no-store");
    return upload.metadata().isEmpty()
        ? answer
        : answer.header("Upload-Metadata", upload.metadata());
  }

  private Answer goOn(Ask ask) {
    var upload = upload(ask);
    if (!ask.header("content-type").equals(BYTES)) {
      throw new ProblemException(new Problem.Unsupported());
    }
    var offset = number(ask, "upload-offset");
    if (ask.bodyLength() > upload.length() - offset) {
      throw new ProblemException(new Problem.TooLarge(upload.length()));
    }
    try {
      return switch (write(ask, upload, offset)) {
        case Written.Kept(var arrived) ->
            Answer.empty(204)
                .header("Upload-Offset", Long.toString(arrived))
                .header("Upload-Expires", HTTP_DATE.format(upload.until()));
        case Written.Elsewhere _ -> Answer.empty(409);
        case Written.Damaged _ -> Answer.empty(CHECKSUM_MISMATCH);
        case Written.TooMuch _ -> throw new ProblemException(new Problem.TooLarge(upload.length()));
      };
    } catch (IOException e) {
      // The line broke; what came is kept, and nobody is there to be told.
      throw new ProblemException(new Problem.Invalid("The body could not be read to its end."));
    }
  }

  private Written write(Ask ask, Upload upload, long offset) throws IOException {
    var checksum = ask.header("upload-checksum");
    if (checksum.isEmpty()) {
      return uploads.write(upload, offset, ask.bodyStream());
    }
    return uploads.write(
        upload,
        offset,
        ask.bodyStream(),
        Checksum.read(checksum)
            .orElseThrow(() ->
                new ProblemException(new Problem.Invalid("This Upload-Checksum is not known."))));
  }

  private Answer end(Ask ask) {
    uploads.end(upload(ask));
    return Answer.empty(204);
  }

  /// For those whose network lets only GET and POST pass.
  private Answer overridden(Ask ask) {
    return switch (ask.header("x-http-method-override")) {
      case "PATCH" -> goOn(ask);
      case "DELETE" -> end(ask);
      case "HEAD" -> state(ask);
      default ->
          throw new ProblemException(
              new Problem.MethodNotAllowed(List.of("DELETE", "GET", "PATCH")));
    };
  }

  private Answer take(Ask ask) throws IOException {
    return switch (uploads.take(upload(ask))) {
      case Taking.Taken(MediaRef file) ->
          Answer.json(
              200,
              Map.of(
                  "file",
                  file.id().value(),
                  "kind",
                  file.kind().name(),
                  "name",
                  file.originalName(),
                  "said",
                  file.originalName().isEmpty()
                      ? ask.words().say("story.file-here-unnamed")
                      : ask.words().say("story.file-here", "name", file.originalName())));
      case Taking.NotTaken(var reason) ->
          said(ask, reason == MediaReason.BUSY ? 503 : 422, reason.key());
      case Taking.NotThere _ -> said(ask, 409, "media.upload-not-there");
    };
  }

  private static Answer said(Ask ask, int status, String key) {
    return Answer.json(status, Map.of("said", ask.words().say(key)));
  }

  private Upload upload(Ask ask) {
    var upload =
        uploads
            .find(sender(ask), ask.value("upload"))
            .filter(u ->
                ask.valueIfAny("consultation").filter(c -> !c.equals(u.consultation())).isEmpty())
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    if (upload.gone()) {
      throw new ProblemException(new Problem.Gone());
    }
    return upload;
  }

  private String sender(Ask ask) {
    return keys.mac(
        "upload sender",
        ask.valueIfAny("consultation").isPresent()
            ? "browser:" + ask.visitor().device()
            : "token:" + ask.visitor().id());
  }

  private static long number(Ask ask, String header) {
    var value = ask.header(header);
    if (!value.matches("\\d{1,15}")) {
      throw new ProblemException(new Problem.Invalid(header + " must be a number of bytes."));
    }
    return Long.parseLong(value);
  }
}
