package org.folkmoot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;

/// A JSON object that was sent, read strictly: whatever is wrong is refused with the name of its
/// field.
final class JsonBody {

  private final JsonNode object;
  private final String inside;

  private JsonBody(JsonNode object, String inside, Set<String> known) {
    this.object = object;
    this.inside = inside;
    if (!object.isObject()) {
      throw invalid((inside.isEmpty() ? "The body" : inside) + " must be a JSON object.");
    }
    object
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw invalid(called(name) + " is not a known field.");
          }
        });
  }

  /// The body of a request, which may have these fields and no others.
  static JsonBody of(Ask ask, String... known) {
    return new JsonBody(ask.json(), "", Set.of(known));
  }

  /// For what takes no fields: a body may be missing or `{}`.
  static void none(Ask ask) {
    if (ask.body().length > 0) {
      of(ask);
    }
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(new Problem.Invalid(detail));
  }

  boolean has(String field) {
    return object.hasNonNull(field);
  }

  /// The value as it came; missing if there is none.
  JsonNode node(String field) {
    return object.path(field);
  }

  /// An object inside this one; empty if it is absent.
  JsonBody object(String field, String... known) {
    JsonNode value = has(field) ? object.get(field) : JsonNodeFactory.instance.objectNode();
    return new JsonBody(value, called(field), Set.of(known));
  }

  /// A text; empty if it is absent.
  String text(String field, int most) {
    if (!has(field)) {
      return "";
    }
    JsonNode value = object.get(field);
    if (!value.isTextual() || value.textValue().length() > most) {
      throw invalid(called(field) + " must be a text of at most " + most + " characters.");
    }
    return value.textValue().strip();
  }

  String required(String field, int most) {
    String value = text(field, most);
    if (value.isEmpty()) {
      throw needed(field);
    }
    return value;
  }

  /// A text of this form, or empty if it is absent.
  String text(String field, int most, String form, String said) {
    String value = text(field, most);
    if (!value.isEmpty() && !value.matches(form)) {
      throw invalid(called(field) + " must be " + said + ".");
    }
    return value;
  }

  boolean yes(String field) {
    if (has(field) && !object.get(field).isBoolean()) {
      throw invalid(called(field) + " must be true or false.");
    }
    return object.path(field).asBoolean(false);
  }

  <E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
    String value = text(field, 40);
    return value.isEmpty() ? Optional.empty() : Optional.of(word(called(field), value, words));
  }

  <E extends Enum<E>> E requiredWord(String field, Class<E> words) {
    return word(field, words).orElseThrow(() -> needed(field));
  }

  /// The constant that a word names.
  static <E extends Enum<E>> E word(String field, String value, Class<E> words) {
    for (E constant : words.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    String all =
        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw invalid(field + " must be one of " + all + ".");
  }

  Optional<Instant> time(String field) {
    String value = text(field, 40);
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(value));
    } catch (DateTimeParseException e) {
      throw invalid(called(field) + " must be a time like 2027-11-18T18:30:00Z.");
    }
  }

  LocalDate requiredDate(String field) {
    String value = required(field, 10);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw invalid(called(field) + " must be a day like 2027-11-18.");
    }
  }

  /// A list of texts; empty if it is absent.
  List<String> texts(String field, int most) {
    List<String> texts = new ArrayList<>();
    if (has(field)) {
      JsonNode list = object.get(field);
      list.forEach(item -> {
        if (item.isTextual() && !item.textValue().isBlank() && item.textValue().length() <= most) {
          texts.add(item.textValue().strip());
        }
      });
      if (!list.isArray() || texts.size() != list.size()) {
        throw invalid(
            called(field) + " must be a list of texts of 1 to " + most + " characters each.");
      }
    }
    return texts;
  }

  ProblemException needed(String field) {
    return invalid(called(field) + " is needed.");
  }

  private String called(String field) {
    return inside.isEmpty() ? field : inside + "." + field;
  }
}
