package org.folkmoot.web.part;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a person has put into a form so far and what is wrong with it, so that a form that comes
/// back has everything kept. Makes the fields of the form, each with its value and its error.
///
/// @param values as sent: several for a name that may be ticked more than once
public record FormState(Map<String, List<String>> values, List<FieldError> errors) {
  public FormState {
    values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    errors = List.copyOf(errors);
  }

  /// A form nobody has touched.
  public static FormState empty() {
    return new FormState(Map.of(), List.of());
  }

  /// A form as it was sent.
  public static FormState of(Map<String, List<String>> values) {
    return new FormState(values, List.of());
  }

  public FormState withErrors(List<FieldError> found) {
    return new FormState(values, found);
  }

  /// The first value under a name, without outer spaces; empty if there is none.
  public String value(String name) {
    List<String> all = values(name);
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name, String value) {
    return values(name).contains(value);
  }

  /// What is wrong with a field, or null.
  public @Nullable String error(String name) {
    return errors.stream()
        .filter(error -> error.field().equals(name))
        .map(FieldError::message)
        .findFirst()
        .orElse(null);
  }

  /// The list of errors for the top of the page, or null if there are none.
  public @Nullable ErrorSummary summary() {
    return errors.isEmpty() ? null : new ErrorSummary(errors);
  }

  /// One line of text.
  public TextField text(String name, String label) {
    return new TextField(
        name, label, null, value(name), error(name), "text", null, null, false, null);
  }

  /// Several lines of text; spaces and line ends are kept as they were sent.
  public TextArea area(String name, String label, int rows) {
    List<String> all = values(name);
    return new TextArea(
        name, label, null, all.isEmpty() ? "" : all.getFirst(), error(name), rows, null, false);
  }

  /// Choose one.
  public Choices radios(String name, String legend, List<Choices.Option> options) {
    return choices(name, legend, options, "radio");
  }

  /// Choose any number.
  public Choices checkboxes(String name, String legend, List<Choices.Option> options) {
    return choices(name, legend, options, "checkbox");
  }

  /// One thing to tick; it is sent as `yes`.
  public Checkbox checkbox(String name, String label) {
    return new Checkbox(name, label, null, has(name, "yes"), error(name));
  }

  /// Choose one from a list that is too long to show; the first, empty entry says "choose".
  public Select select(String name, String label, List<Choices.Option> options) {
    List<Select.Entry> entries =
        options.stream()
            .map(o -> new Select.Entry(o.value(), o.label(), has(name, o.value())))
            .toList();
    return new Select(name, label, null, entries, error(name), false);
  }

  /// A file. Browsers never send its name back, so it has no value to keep.
  ///
  /// @param accept what the file dialog offers, as in HTML: `.csv,text/csv`
  public FileField file(String name, String label, String accept) {
    return new FileField(name, label, null, accept, error(name), false);
  }

  private Choices choices(String name, String legend, List<Choices.Option> options, String type) {
    List<Choices.Choice> shown =
        IntStream.range(0, options.size())
            .mapToObj(i -> {
              Choices.Option o = options.get(i);
              // The first has the group's own id, so that the error summary leads to it.
              String id = i == 0 ? name : name + "--" + o.value();
              return new Choices.Choice(
                  id, name, type, o.value(), o.label(), o.note(), has(name, o.value()));
            })
            .toList();
    return new Choices(name, legend, null, shown, error(name), false);
  }
}
