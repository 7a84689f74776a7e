package org.folkmoot.door;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person sent with a form. Values are trimmed of nothing; a field that was not sent is
/// empty text, so that rooms check one thing.
public final class Form {

  /// The hidden field that carries the form token.
  public static final String TOKEN = "csrf";

  /// The hidden field that makes sending a form twice one act.
  public static final String ACT = "act";

  /// A file that came with the form, in a temporary place until the answer has been sent.
  ///
  /// @param claimedName the name the sender gave it: never believed, never a path
  public record Upload(String claimedName, Path file, long bytes) {}

  private final Map<String, List<String>> fields;
  private final Map<String, Upload> uploads;

  Form(Map<String, List<String>> fields, Map<String, Upload> uploads) {
    this.fields = Map.copyOf(fields);
    this.uploads = Map.copyOf(uploads);
  }

  /// A form from plain values, as tests and re-rendered pages need it.
  public static Form of(Map<String, List<String>> fields) {
    return new Form(fields, Map.of());
  }

  /// The first value, stripped of outer spaces; empty if there is none.
  public String text(String field) {
    return raw(field).strip();
  }

  /// The first value as it came.
  public String raw(String field) {
    List<String> values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public List<String> all(String field) {
    return List.copyOf(fields.getOrDefault(field, List.of()));
  }

  public boolean has(String field) {
    return !text(field).isEmpty();
  }

  /// Which of these the field names, letter by letter.
  public <E extends Enum<E>> Optional<E> oneOf(String field, E[] all) {
    return Arrays.stream(all).filter(one -> one.name().equals(text(field))).findFirst();
  }

  /// A ticked box.
  public boolean ticked(String field) {
    return has(field);
  }

  /// A file, unless none was chosen.
  public Optional<Upload> upload(String field) {
    return Optional.ofNullable(uploads.get(field));
  }

  /// Every plain field, for pages that ask for the same again.
  public Map<String, List<String>> fields() {
    return fields;
  }

  Map<String, Upload> uploads() {
    return uploads;
  }
}
