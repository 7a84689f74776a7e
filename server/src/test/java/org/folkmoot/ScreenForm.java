package org.folkmoot;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// A form as it stands on a page. Only what is on the page can be filled in: a name or choice that
/// is not there is an error, as it would be for a person.
public final class ScreenForm {

  private record File(String field, String name, String type, byte[] bytes) {}

  private record Field(String name, String value) {}

  private final Browser browser;
  private final URI address;
  private final Element form;
  private final List<File> files = new ArrayList<>();

  ScreenForm(Browser browser, URI address, Element form) {
    this.browser = browser;
    this.address = address;
    this.form = form.clone();
  }

  /// The form as it is filled in, to be sent by another browser to its portal.
  ScreenForm by(Browser other) {
    var same = new ScreenForm(other, URI.create(address.getRawPath()), form);
    same.files.addAll(files);
    return same;
  }

  /// Types into a field, or chooses from a list or among radio buttons.
  public ScreenForm set(String name, String value) {
    Elements fields = named(name);
    Element field = fields.getFirst();
    if (field.normalName().equals("textarea")) {
      field.text(value);
    } else if (field.normalName().equals("select")) {
      field.select("option").forEach(option -> option.removeAttr("selected"));
      choice(field.select("option"), name, value).attr("selected", "");
    } else if (field.attr("type").equals("radio")) {
      fields.forEach(radio -> radio.removeAttr("checked"));
      choice(fields, name, value).attr("checked", "");
    } else if (field.attr("type").equals("checkbox")) {
      choice(fields, name, value).attr("checked", "");
    } else {
      field.attr("value", value);
    }
    return this;
  }

  /// Ticks the box of this name; with several of one name, the first.
  public ScreenForm tick(String name) {
    named(name).getFirst().attr("checked", "");
    return this;
  }

  public ScreenForm tick(String name, String value) {
    choice(named(name), name, value).attr("checked", "");
    return this;
  }

  public ScreenForm untick(String name, String value) {
    choice(named(name), name, value).removeAttr("checked");
    return this;
  }

  public ScreenForm attach(String name, String fileName, String contentType, byte[] bytes) {
    if (!named(name).getFirst().attr("type").equals("file")) {
      throw new AssertionError(name + " takes no file");
    }
    files.add(new File(name, fileName, contentType, bytes));
    return this;
  }

  public boolean has(String name) {
    return !form.select("[name=" + name + "]").isEmpty();
  }

  /// What a field holds now: its text, or the chosen value; empty if nothing is chosen.
  public String value(String name) {
    return fields(null).stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  public List<String> values(String name) {
    return fields(null).stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .toList();
  }

  /// Values that can be chosen under a name.
  public List<String> choices(String name) {
    Elements fields = named(name);
    return fields.getFirst().normalName().equals("select")
        ? fields.getFirst().select("option").eachAttr("value")
        : fields.eachAttr("value");
  }

  /// Answers the questions that every public form ends with: words may be quoted without a name and
  /// shown here, told by code, not under 18, nobody else in a file.
  public ScreenForm closing() {
    if (has("others")) {
      set("others", "no");
    }
    return set("use", "unnamed").tick("website").set("tell", "code").set("under18", "no");
  }

  /// Presses the form's first button.
  public Screen submit() {
    return submitWith(form.selectFirst("button"));
  }

  /// Presses the button with these words, or that sends them.
  public Screen press(String words) {
    Element button =
        form.select("button").stream()
            .filter(b -> b.text().equals(words) || b.val().equals(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button \"" + words + "\": " + form.text()));
    return submitWith(button);
  }

  private Screen submitWith(Element button) {
    String action = form.hasAttr("action") ? form.attr("action") : "";
    String target =
        (action.isEmpty() ? address : address.resolve(action)).toString().replaceFirst("#.*", "");
    List<Field> fields = fields(button);
    if (!form.attr("method").equalsIgnoreCase("post")) {
      return browser.get(target.replaceFirst("\\?.*", "") + "?" + encoded(fields));
    }
    if (form.attr("enctype").equals("multipart/form-data")) {
      return multipart(target, fields);
    }
    return browser.post(
        target,
        "application/x-www-form-urlencoded",
        HttpRequest.BodyPublishers.ofString(encoded(fields)));
  }

  private Screen multipart(String target, List<Field> fields) {
    String boundary = "----folkmoot" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    for (Field field : fields) {
      write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.name());
      write(body, "\"\r\n\r\n" + field.value() + "\r\n");
    }
    for (Element empty : form.select("input[type=file]")) {
      if (files.stream().noneMatch(file -> file.field().equals(empty.attr("name")))) {
        files.add(new File(empty.attr("name"), "", "application/octet-stream", new byte[0]));
      }
    }
    for (File file : files) {
      write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field());
      write(body, "\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type());
      write(body, "\r\n\r\n");
      body.writeBytes(file.bytes());
      write(body, "\r\n");
    }
    write(body, "--" + boundary + "--\r\n");
    return browser.post(
        target,
        "multipart/form-data; boundary=" + boundary,
        HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Field> fields(Element button) {
    List<Field> fields = new ArrayList<>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      String name = field.attr("name");
      switch (field.normalName()) {
        case "textarea" -> fields.add(new Field(name, field.wholeText()));
        case "select" -> {
          Element chosen = field.selectFirst("option[selected]");
          Element first = chosen == null ? field.selectFirst("option") : chosen;
          if (first != null) {
            fields.add(new Field(name, first.attr("value")));
          }
        }
        default -> {
          boolean box = List.of("radio", "checkbox").contains(field.attr("type"));
          if (!field.attr("type").equals("file") && (!box || field.hasAttr("checked"))) {
            String value = field.attr("value");
            fields.add(new Field(name, box && value.isEmpty() ? "on" : value));
          }
        }
      }
    }
    if (button != null && button.hasAttr("name")) {
      fields.add(new Field(button.attr("name"), button.attr("value")));
    }
    return fields;
  }

  private Elements named(String name) {
    Elements fields = form.select("[name=\"" + name + "\"]");
    if (fields.isEmpty()) {
      throw new AssertionError(
          "no field "
              + name
              + " on "
              + address
              + "; there are "
              + form.select("[name]").eachAttr("name"));
    }
    return fields;
  }

  private static Element choice(Elements among, String name, String value) {
    return among.stream()
        .filter(one -> one.attr("value").equals(value))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(name + " cannot be " + value + ", only " + among.eachAttr("value")));
  }

  private static String encoded(List<Field> fields) {
    return fields.stream()
        .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
