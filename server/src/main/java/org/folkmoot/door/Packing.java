package org.folkmoot.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/// Makes what is sent smaller, where the reader can unpack it.
///
/// The size of a packed page can tell of a secret in it to whoever may choose other parts of the
/// page (BREACH). So nothing is packed for people who are signed in, nor where a code stands; what
/// is left holds no secret but form tokens, which are hidden anew on every page.
final class Packing {

  private static final int WORTH_IT = 800;

  private Packing() {}

  /// Whether an answer is to be packed for this request.
  static boolean fits(Ask.Envelope request, Answer answer) {
    String type = answer.headers().getOrDefault("Content-Type", "");
    boolean words =
        type.startsWith("text/html")
            || type.startsWith("text/css")
            || type.startsWith("text/javascript")
            || type.startsWith("image/svg");
    String path = request.path();
    boolean secret =
        request.cookies().containsKey(Cookies.SESSION)
            || path.startsWith("/r/")
            || path.startsWith("/find")
            || path.startsWith("/set-up/")
            || path.startsWith("/enter/")
            || path.contains("/thanks/");
    return words
        && !secret
        && answer.body() instanceof Answer.Body.Ready ready
        && ready.bytes().length >= WORTH_IT
        && request.headers().getOrDefault("accept-encoding", "").contains("gzip");
  }

  static byte[] packed(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream(bytes.length / 3);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
