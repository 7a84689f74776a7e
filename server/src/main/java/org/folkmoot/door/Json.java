package org.folkmoot.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/// JSON in and out. Jackson's default limits stand: nesting of at most 1,000, strings of at most 20
/// million characters. Thread-safe.
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// Parses a body; anything that is not one JSON value is [Problem.Invalid].
  public static JsonNode parse(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw new ProblemException(new Problem.Invalid("The body is empty; JSON was expected."));
      }
      refuseWhatNobodyTypes(node);
      return node;
    } catch (IOException e) {
      throw new ProblemException(new Problem.Invalid("The body is not valid JSON."));
    }
  }

  /// Zero characters and halves of characters, which no form lets through either.
  private static void refuseWhatNobodyTypes(JsonNode node) {
    if (node.isTextual()
        && node.textValue()
            .codePoints()
            .anyMatch(c -> c == 0 || (c <= 0xFFFF && Character.isSurrogate((char) c)))) {
      throw new ProblemException(
          new Problem.Invalid("A text in the body has a character that nobody can read."));
    }
    node.forEach(Json::refuseWhatNobodyTypes);
  }

  /// Writes maps, lists, strings, numbers, booleans, nulls and [JsonNode]s.
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }
}
