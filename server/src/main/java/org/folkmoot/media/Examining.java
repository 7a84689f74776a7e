package org.folkmoot.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/// One file from bytes to safe copy. Runs in the child process only; used by one thread.
final class Examining {
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("audio/vnd.wave", "audio/wav"),
          Map.entry("audio/x-wav", "audio/wav"),
          Map.entry("application/mp4", "video/mp4"),
          Map.entry("video/x-m4v", "video/mp4"),
          Map.entry("video/quicktime", "video/mp4"),
          Map.entry("audio/mp4", "video/mp4"),
          Map.entry("audio/x-m4a", "video/mp4"),
          Map.entry("application/x-matroska", "video/webm"),
          Map.entry("video/x-matroska", "video/webm"),
          Map.entry("audio/x-matroska", "video/webm"),
          Map.entry("audio/webm", "video/webm"),
          Map.entry("application/ogg", "audio/ogg"),
          Map.entry("audio/vorbis", "audio/ogg"),
          Map.entry("audio/opus", "audio/ogg"),
          Map.entry("video/ogg", "audio/ogg"),
          Map.entry("text/rtf", "application/rtf"),
          // A letter that begins with "From:" or "Subject:".
          Map.entry("message/rfc822", "text/plain"));

  private final DefaultDetector detector = new DefaultDetector();
  private final DocumentText documents = new DocumentText();

  /// Examines `in` and, when it is one of the wanted kinds, writes its safe copy to `out`.
  Examination examine(Path in, Path out, Set<MediaKind> wanted) throws IOException {
    try {
      var found = detect(in);
      return switch (found) {
        case "image/heic", "image/heif", "image/heic-sequence", "image/avif" ->
            new Examination.Refused(MediaReason.HEIC);
        case "application/msword", "application/x-tika-msoffice" ->
            new Examination.Refused(MediaReason.OLD_WORD);
        case "application/x-tika-ooxml-protected" ->
            new Examination.Unreadable(MediaReason.PROTECTED, found);
        case "image/jpeg", "image/png", "image/webp", "image/gif" ->
            picture(found, in, out, wanted);
        case "video/mp4", "video/quicktime", "video/webm", "audio/ogg", "audio/wav", "audio/mpeg" ->
            recording(found, in, out, wanted);
        default -> written(found, in, out, wanted);
      };
    } catch (UnreadableMediaException e) {
      return e.reason() == MediaReason.UNKNOWN_TYPE
          ? new Examination.Refused(e.reason())
          : new Examination.Unreadable(e.reason(), e.toString());
    } catch (EOFException e) {
      return new Examination.Unreadable(MediaReason.BROKEN, e.toString());
    }
  }

  private String detect(Path in) throws IOException {
    try (var stream = TikaInputStream.get(in)) {
      var type = detector.detect(stream, new Metadata()).getBaseType().toString();
      var name = OTHER_NAMES.getOrDefault(type, type);
      return name.equals("video/mp4") && isQuickTime(in) ? "video/quicktime" : name;
    }
  }

  /// The two share a container, and the detector mistakes one for the other; the brand tells.
  private static boolean isQuickTime(Path in) throws IOException {
    try (var stream = Files.newInputStream(in)) {
      return new String(stream.readNBytes(12), StandardCharsets.ISO_8859_1).endsWith("ftypqt  ");
    }
  }

  private static Examination picture(String type, Path in, Path out, Set<MediaKind> wanted)
      throws IOException {
    if (!wanted.contains(MediaKind.PICTURE)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    return wordless(MediaKind.PICTURE, type, Pictures.redraw(type, in, out));
  }

  /// Whether a recording has a picture is known only after reading it.
  private static Examination recording(String type, Path in, Path out, Set<MediaKind> wanted)
      throws IOException {
    if (!wanted.contains(MediaKind.SOUND) && !wanted.contains(MediaKind.VIDEO)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    var video = clean(type, in, out);
    var kind = video ? MediaKind.VIDEO : MediaKind.SOUND;
    if (!wanted.contains(kind)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    var container = type.equals("video/quicktime") ? "video/mp4" : type;
    var shown = video ? container : container.replace("video/", "audio/");
    return wordless(kind, kind.types().contains(type) ? type : shown, shown);
  }

  private static boolean clean(String type, Path in, Path out) throws IOException {
    if (type.equals("audio/mpeg")) {
      cutMp3(in, out);
      return false;
    }
    Files.copy(in, out, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(out, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var bytes = new Bytes(channel);
      return switch (type) {
        case "video/webm" -> WebM.clean(bytes);
        case "audio/ogg" -> {
          Ogg.clean(bytes);
          yield false;
        }
        case "audio/wav" -> {
          Wav.clean(bytes);
          yield false;
        }
        default -> Mp4.clean(bytes);
      };
    }
  }

  private static void cutMp3(Path in, Path out) throws IOException {
    try (var from = FileChannel.open(in);
        var to = FileChannel.open(out, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var sound = Mp3.sound(new Bytes(from));
      var copied = from.position(sound.from());
      var left = sound.to() - sound.from();
      var buffer = ByteBuffer.allocate(64 * 1024);
      while (left > 0) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        if (copied.read(buffer) < 0) {
          throw new EOFException("ended early");
        }
        left -= buffer.flip().remaining();
        Channels.newOutputStream(to).write(buffer.array(), 0, buffer.limit());
      }
    }
  }

  private Examination written(String type, Path in, Path out, Set<MediaKind> wanted)
      throws IOException {
    var plain = type.startsWith("text/") && !type.equals("text/html");
    var known = plain || MediaKind.DOCUMENT.types().contains(type);
    if (!known) {
      return new Examination.Refused(MediaReason.UNKNOWN_TYPE);
    }
    if (!wanted.contains(MediaKind.DOCUMENT) && !wanted.contains(MediaKind.CAPTIONS)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    if (Files.size(in) > MediaKind.DOCUMENT.maxBytes()) {
      return new Examination.Refused(MediaReason.TOO_LARGE);
    }
    if (plain && Files.size(in) <= MediaKind.CAPTIONS.maxBytes()) {
      var text = utf8(in);
      if (Captions.isWebVtt(text) || Captions.isSubRip(text)) {
        return captions(text, out, wanted);
      }
    }
    if (!wanted.contains(MediaKind.DOCUMENT)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    var words = documents.read(in);
    Files.writeString(out, words.text());
    var original = plain ? "text/plain" : type;
    return new Examination.Examined(
        MediaKind.DOCUMENT, original, "text/plain", words.text(), words.cut());
  }

  private static Examination captions(String text, Path out, Set<MediaKind> wanted)
      throws IOException {
    if (!wanted.contains(MediaKind.CAPTIONS)) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    Files.writeString(out, Captions.webVtt(text));
    var spoken = Captions.spoken(text);
    var cut = spoken.length() > DocumentText.MOST_CHARACTERS;
    return new Examination.Examined(
        MediaKind.CAPTIONS,
        Captions.isWebVtt(text) ? "text/vtt" : "application/x-subrip",
        "text/vtt",
        cut ? spoken.substring(0, DocumentText.MOST_CHARACTERS) : spoken,
        cut);
  }

  /// Captions are UTF-8 by their standard; anything else is not taken for captions.
  private static String utf8(Path in) throws IOException {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(in))).toString();
      return DocumentText.tidy(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static Examination wordless(MediaKind kind, String originalType, String contentType) {
    return new Examination.Examined(kind, originalType, contentType, "", false);
  }
}
