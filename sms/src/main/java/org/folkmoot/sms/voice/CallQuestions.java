package org.folkmoot.sms.voice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Questions as they are asked aloud.
public final class CallQuestions {

  private static final class Sample {
    private static final List<CallQuestion> AFTER_SIX = read("after-six.json");
  }

  private CallQuestions() {}

  /// Those of the sample conversation that are answered with a key.
  public static List<CallQuestion> afterSix() {
    return Sample.AFTER_SIX;
  }

  private static List<CallQuestion> read(String name) {
    try (var in = CallQuestions.class.getResourceAsStream(name)) {
      return List.copyOf(
          new ObjectMapper().readValue(in, new TypeReference<List<CallQuestion>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
