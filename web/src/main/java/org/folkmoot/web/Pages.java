package org.folkmoot.web;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateFunction;
import com.github.mustachejava.resolver.ClasspathResolver;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Renders pages from the templates on the class path.
///
/// In a template, `{{frame.csrf}}` is the [Frame]'s, `{{#t}}panel.join{{/t}}` a text of the
/// reader's language, any other name a component of the page's record. Every value is escaped. A
/// name that is nowhere is an error, so what is rendered is whole or not rendered at all. Safe for
/// use by many threads.
public final class Pages {
  private static final System.Logger LOG = System.getLogger(Pages.class.getName());
  private static final String FOLDER = "templates";

  private static final String PLAIN = ".txt.mustache";

  private final DefaultMustacheFactory templates;
  private final DefaultMustacheFactory plain;

  public Pages() {
    this.templates = new DefaultMustacheFactory(new ClasspathResolver(FOLDER));
    this.templates.setObjectHandler(new StrictObjects());
    this.plain = new PlainText();
    this.plain.setObjectHandler(new StrictObjects());
  }

  /// Compiles every template now instead of each when it is first shown, which would make every
  /// start half a second longer: for the build, so that a mistake in one meets us and no reader.
  public Pages warm() {
    for (String template : files()) {
      (template.endsWith(PLAIN) ? plain : templates).compile(template);
    }
    return this;
  }

  /// Names of all HTML templates, as [Page#template] gives them.
  public static List<String> templates() {
    return files().stream().filter(file -> !file.endsWith(PLAIN)).toList();
  }

  /// A whole HTML page.
  public String render(Frame frame, Words words, Page page) {
    LOG.log(System.Logger.Level.TRACE, "event=page template={0}", page.template());
    String heading =
        page.hasErrors() ? words.say("common.error-title", "title", page.title()) : page.title();
    return write(
        templates, page.template(), new Scope(frame, translator(templates, words), heading), page);
  }

  /// Plain text, for letters and messages: nothing is escaped.
  ///
  /// @param template below `templates/`, ending in `.txt.mustache`
  /// @throws IllegalArgumentException for any other template, since what it writes would not be
  ///   safe
  public String text(Words words, String template, Record model) {
    if (!template.endsWith(PLAIN)) {
      throw new IllegalArgumentException(template + " is not a plain text template");
    }
    return write(plain, template, new WordsOnly(translator(plain, words)), model);
  }

  /// What templates find beside the page's own components.
  record Scope(Frame frame, TemplateFunction t, String titleBar) {}

  record WordsOnly(TemplateFunction t) {}

  private static String write(
      DefaultMustacheFactory from, String template, Record around, Object model) {
    Mustache compiled = from.compile(template);
    StringWriter out = new StringWriter(8192);
    compiled.execute(out, List.of(around, model));
    return out.toString();
  }

  // Its answer is parsed as a template again, so braces must not survive; no bundle text that is
  // used in a template has any, since texts with values are made in Java.
  private static TemplateFunction translator(DefaultMustacheFactory in, Words words) {
    return key -> {
      StringWriter escaped = new StringWriter();
      in.encode(words.say(key.strip()), escaped);
      return escaped.toString();
    };
  }

  private static List<String> files() {
    return new ClassPathFolder(FOLDER, "layout.mustache")
        .files().stream().filter(file -> file.endsWith(".mustache")).toList();
  }

  private static final class PlainText extends DefaultMustacheFactory {
    PlainText() {
      super(new ClasspathResolver(FOLDER));
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
