package org.folkmoot.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Styles, scripts, fonts and drawings, read once into memory (a few hundred kilobytes).
///
/// They are served below `/assets/{version}/`; the version is the hash of all of them, so an
/// address never changes its content and may be cached for ever. Styles refer to fonts by relative
/// address and so stay within their version. Immutable.
public final class Assets {
  private static final Assets ALL = new Assets();

  private final Map<String, Asset> byPath;
  private final String version;

  /// One file.
  ///
  /// @param path below `assets/`, for example `css/base.css`
  /// @param contentType ready for the `Content-Type` header, with charset where it has one
  /// @param etag hash of the content, without quotes
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copying would cost each request
  public record Asset(String path, String contentType, String etag, byte[] bytes) {}

  private Assets() {
    ClassPathFolder folder = new ClassPathFolder("assets", "favicon.svg");
    MessageDigest whole = sha256();
    Map<String, Asset> found = new TreeMap<>();
    for (String path : folder.files()) {
      byte[] bytes = folder.bytes(path);
      byte[] hash = sha256().digest(bytes);
      whole.update(path.getBytes(StandardCharsets.UTF_8));
      whole.update(hash);
      found.put(path, new Asset(path, contentType(path), shortened(hash), bytes));
    }
    this.byPath = Map.copyOf(found);
    this.version = shortened(whole.digest());
  }

  public static Assets all() {
    return ALL;
  }

  /// The file at a path below `assets/`; only files that are there, whatever the path says.
  public Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /// Hash of all assets together.
  public String version() {
    return version;
  }

  /// The address of a file: `/assets/{version}/{path}`.
  public String href(String path) {
    if (!byPath.containsKey(path)) {
      throw new IllegalArgumentException("no asset " + path);
    }
    return "/assets/" + version + "/" + path;
  }

  private static String contentType(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "woff2" -> "font/woff2";
      case "txt", "" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  private static String shortened(byte[] hash) {
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
