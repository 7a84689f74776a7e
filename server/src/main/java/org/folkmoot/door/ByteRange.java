package org.folkmoot.door;

/// The part of something that a `Range` header asks for: one range only, as RFC 9110 section 14
/// allows; several ranges or nonsense get the whole.
record ByteRange(long from, long to, long total) {

  static ByteRange of(String header, long total) {
    ByteRange whole = new ByteRange(0, total - 1, total);
    if (!header.startsWith("bytes=") || header.indexOf(',') >= 0) {
      return whole;
    }
    String[] ends = header.substring(6).strip().split("-", -1);
    if (ends.length != 2) {
      return whole;
    }
    try {
      if (ends[0].isEmpty()) {
        long last = Long.parseLong(ends[1]);
        return new ByteRange(Math.max(0, total - last), last == 0 ? -1 : total - 1, total);
      }
      long from = Long.parseLong(ends[0]);
      long to = ends[1].isEmpty() ? total - 1 : Math.min(Long.parseLong(ends[1]), total - 1);
      return new ByteRange(from, to, total);
    } catch (NumberFormatException e) {
      return whole;
    }
  }

  boolean isUnsatisfiable() {
    return total > 0 && (from >= total || to < from);
  }

  boolean isPart() {
    return from > 0 || to < total - 1;
  }

  long length() {
    return to - from + 1;
  }
}
