package org.folkmoot.initiative;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.Serial;
import java.time.LocalDate;
import java.util.Map;
import org.bson.Document;

/// Records of this room as documents and back: a component's name is its field's name, a date is
/// written as `2027-05-03`.
final class RecordDocuments {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new Dates()))
          .build();

  private RecordDocuments() {}

  @SuppressWarnings("unchecked") // a record becomes an object, whose names are text
  static Document document(Record value) {
    return new Document((Map<String, Object>) MAPPER.convertValue(value, Map.class));
  }

  static <T extends Record> T read(Map<String, ?> document, Class<T> type) {
    return MAPPER.convertValue(document, type);
  }

  private static final class Dates extends StdDeserializer<LocalDate> {
    @Serial private static final long serialVersionUID = 1L;

    Dates() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return LocalDate.parse(in.getText());
    }
  }
}
