package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes place, device and time out of an MP4 or QuickTime file, in place and without moving a byte
/// of sound or picture. Boxes that are not on the lists below become `free` boxes full of zeros, so
/// that no unknown box can carry anything; tracks that are neither sound nor picture (phones and
/// drones write the position into them) go with all their samples; times become 0.
///
/// Box names and layouts: ISO/IEC 14496-12. What an encoder hides inside the coded picture itself
/// is not looked for.
final class Mp4 {
  private static final int MOST_BOXES = 50_000;
  private static final int MOST_DEPTH = 8;
  private static final long MOST_SAMPLES = 2_000_000;

  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf");
  private static final Set<String> IN_FILE =
      Set.of("ftyp", "styp", "moov", "moof", "mdat", "sidx", "ssix", "mfra", "wide", "pdin");
  private static final Set<String> IN_MOOV = Set.of("mvhd", "trak", "mvex", "iods");
  private static final Set<String> IN_TRAK = Set.of("tkhd", "tapt", "edts", "mdia");
  private static final Set<String> IN_MDIA = Set.of("mdhd", "hdlr", "elng", "minf");
  private static final Set<String> IN_MINF = Set.of("vmhd", "smhd", "gmhd", "hdlr", "dinf", "stbl");
  private static final Set<String> IN_MOOF = Set.of("mfhd", "traf");
  private static final Set<String> IN_TRAF =
      Set.of("tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio");

  private final Bytes bytes;
  private int boxes;
  private boolean fragmented;
  private boolean video;
  private boolean sound;

  private Mp4(Bytes bytes) {
    this.bytes = bytes;
  }

  /// Cleans the file.
  ///
  /// @return whether it has a picture track
  /// @throws UnreadableMediaException if it has neither sound nor picture, or cannot be cleaned
  static boolean clean(Bytes bytes) throws IOException {
    return new Mp4(bytes).clean();
  }

  private boolean clean() throws IOException {
    var top = children(0, bytes.size(), 0);
    fragmented = top.stream().anyMatch(box -> box.is("moof"));
    for (var box : top) {
      if (!IN_FILE.contains(box.type)) {
        free(box);
      } else if (box.is("moov")) {
        cleanMovie(box);
      } else if (box.is("moof")) {
        cleanFragment(box);
      }
    }
    if (!video && !sound) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no sound and no picture");
    }
    return video;
  }

  private void cleanMovie(Box moov) throws IOException {
    for (var box : keep(moov, IN_MOOV)) {
      if (box.is("mvhd")) {
        zeroTimes(box);
      } else if (box.is("trak")) {
        cleanTrack(box);
      }
    }
  }

  private void cleanTrack(Box trak) throws IOException {
    var handler = handler(trak);
    if (!handler.equals("vide") && !handler.equals("soun")) {
      dropTrack(trak);
      return;
    }
    video |= handler.equals("vide");
    sound |= handler.equals("soun");
    for (var box : keep(trak, IN_TRAK)) {
      if (box.is("tkhd")) {
        zeroTimes(box);
      } else if (box.is("mdia")) {
        for (var inner : keep(box, IN_MDIA)) {
          if (inner.is("mdhd")) {
            zeroTimes(inner);
          } else if (inner.is("minf")) {
            keep(inner, IN_MINF);
          }
        }
      }
    }
  }

  private void cleanFragment(Box moof) throws IOException {
    for (var box : keep(moof, IN_MOOF)) {
      if (box.is("traf")) {
        keep(box, IN_TRAF);
      }
    }
  }

  private String handler(Box trak) throws IOException {
    var mdia = trak.only("mdia");
    var hdlr = mdia.only("hdlr");
    return new String(bytes.read(hdlr.body + 8, 4), ISO_8859_1);
  }

  private void dropTrack(Box trak) throws IOException {
    if (fragmented) {
      throw new UnreadableMediaException(
          MediaReason.CANNOT_CLEAN, "a foreign track whose samples lie in fragments");
    }
    var minf = trak.only("mdia").only("minf");
    if (minf.children.stream().anyMatch(box -> box.is("stbl"))) {
      blankSamples(minf.only("stbl"));
    }
    free(trak);
  }

  private void blankSamples(Box stbl) throws IOException {
    var sizes = stbl.only("stsz");
    var uniform = bytes.u32(sizes.body + 4);
    var samples = bytes.u32(sizes.body + 8);
    if (samples == 0) {
      return;
    }
    var runs = stbl.only("stsc");
    var wide = stbl.children.stream().anyMatch(box -> box.is("co64"));
    var chunks = wide ? stbl.only("co64") : stbl.only("stco");
    var chunkCount = bytes.u32(chunks.body + 4);
    var runCount = bytes.u32(runs.body + 4);
    if (samples > MOST_SAMPLES || chunkCount > MOST_SAMPLES || runCount == 0) {
      throw new UnreadableMediaException(MediaReason.CANNOT_CLEAN, "a foreign track is too long");
    }
    long sample = 0;
    long run = 0;
    for (long chunk = 0; chunk < chunkCount && sample < samples; chunk++) {
      while (run + 1 < runCount && bytes.u32(runs.body + 8 + 12 * (run + 1)) <= chunk + 1) {
        run++;
      }
      var inChunk = bytes.u32(runs.body + 8 + 12 * run + 4);
      var at =
          wide ? bytes.i64(chunks.body + 8 + 8 * chunk) : bytes.u32(chunks.body + 8 + 4 * chunk);
      for (long i = 0; i < inChunk && sample < samples; i++, sample++) {
        var length = uniform != 0 ? uniform : bytes.u32(sizes.body + 12 + 4 * sample);
        bytes.fill(at, at + length, 0);
        at += length;
      }
    }
  }

  /// Movie, track and media headers begin alike: version, flags, made, changed.
  private void zeroTimes(Box header) throws IOException {
    var wide = bytes.u8(header.body) == 1;
    bytes.fill(header.body + 4, header.body + 4 + (wide ? 16 : 8), 0);
  }

  private List<Box> keep(Box parent, Set<String> wanted) throws IOException {
    var kept = new ArrayList<Box>();
    for (var box : parent.children) {
      if (wanted.contains(box.type)) {
        kept.add(box);
      } else {
        free(box);
      }
    }
    return kept;
  }

  private void free(Box box) throws IOException {
    bytes.write(box.start + 4, "free".getBytes(ISO_8859_1));
    bytes.fill(box.body, box.end, 0);
  }

  private List<Box> children(long from, long to, int depth) throws IOException {
    var found = new ArrayList<Box>();
    var at = from;
    while (at + 8 <= to) {
      if (++boxes > MOST_BOXES || depth > MOST_DEPTH) {
        throw new UnreadableMediaException(MediaReason.TOO_COMPLEX, "too many boxes, or too deep");
      }
      var length = bytes.u32(at);
      var body = at + 8;
      if (length == 1) {
        length = bytes.i64(at + 8);
        body = at + 16;
      } else if (length == 0) {
        length = to - at;
      }
      if (length < body - at || length > to - at) {
        throw new UnreadableMediaException(MediaReason.BROKEN, "a box reaches beyond its parent");
      }
      var type = new String(bytes.read(at + 4, 4), ISO_8859_1);
      var inner =
          CONTAINERS.contains(type) ? children(body, at + length, depth + 1) : List.<Box>of();
      found.add(new Box(type, at, body, at + length, inner));
      at += length;
    }
    return found;
  }

  private record Box(String type, long start, long body, long end, List<Box> children) {
    boolean is(String name) {
      return type.equals(name);
    }

    Box only(String name) throws UnreadableMediaException {
      for (var child : children) {
        if (child.is(name)) {
          return child;
        }
      }
      throw new UnreadableMediaException(MediaReason.BROKEN, "no " + name + " in " + type);
    }
  }
}
