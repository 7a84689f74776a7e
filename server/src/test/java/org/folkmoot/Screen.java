package org.folkmoot;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// What a browser shows after a request.
public final class Screen {

  private static final int MOST_ERRORS = 10;

  private final Browser browser;
  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] bytes;
  private Document page;

  Screen(Browser browser, URI address, int status, HttpHeaders headers, byte[] bytes) {
    this.browser = browser;
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
  }

  public int status() {
    return status;
  }

  /// The whole address; [#path] is the part without host.
  public URI address() {
    return address;
  }

  public String path() {
    return address.getRawPath();
  }

  /// A header's first value; empty if absent.
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// The body as it came, as text.
  public String html() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public boolean isHtml() {
    return header("Content-Type").startsWith("text/html");
  }

  /// The parsed page, for whatever the methods here do not offer.
  public Document page() {
    if (page == null) {
      page = Jsoup.parse(isHtml() ? html() : "", address.toString());
    }
    return page;
  }

  /// What is wrong with the markup: errors a parser has to guess at, two things of one id,
  /// addresses with a space.
  public List<String> slips() {
    Parser parser = Parser.htmlParser().setTrackErrors(MOST_ERRORS);
    Document strict = Jsoup.parse(html(), address.toString(), parser);
    List<String> wrong = new ArrayList<>();
    parser.getErrors().forEach(error -> wrong.add(error.toString()));
    Set<String> ids = new HashSet<>();
    strict.select("[id]").eachAttr("id").stream()
        .filter(id -> !ids.add(id))
        .forEach(id -> wrong.add("twice: id=" + id));
    strict.select("[href~=\\s]").forEach(link -> wrong.add("a space in " + link));
    return wrong;
  }

  /// All text of the page's main part, spaces collapsed.
  public String text() {
    Element main = page().selectFirst("main");
    return main == null ? page().text() : main.text();
  }

  public String heading() {
    Element heading = page().selectFirst("h1");
    return heading == null ? "" : heading.text();
  }

  /// The message shown once at the top; empty if there is none.
  public String notice() {
    Element notice = page().selectFirst("main > .notice");
    return notice == null ? "" : notice.text();
  }

  /// What the error summary says.
  public List<String> errors() {
    return page().select("#errors li").eachText();
  }

  /// The receipt code on the page, as printed.
  public String code() {
    Element code = page().selectFirst(".receipt__code");
    if (code == null) {
      throw new AssertionError("no code on " + address + ": " + text());
    }
    return code.text();
  }

  /// Addresses of all links in the main part.
  public List<String> links() {
    return page().select("main a[href]").eachAttr("href");
  }

  /// The address behind the first link with these words (or part of them), anywhere on the page().
  public String link(String words) {
    return page().select("a[href]").stream()
        .filter(a -> a.text().contains(words))
        .findFirst()
        .map(a -> a.attr("href"))
        .orElseThrow(() -> new AssertionError("no link \"" + words + "\" on " + address));
  }

  /// Presses the first link with these words.
  public Screen press(String words) {
    return browser.get(address.resolve(link(words)).toString());
  }

  /// The only form of the main part.
  public ScreenForm form() {
    List<Element> forms = page().select("main form");
    if (forms.size() != 1) {
      throw new AssertionError(forms.size() + " forms on " + address + ": " + text());
    }
    return new ScreenForm(browser, address, forms.getFirst());
  }

  /// The first form of the main part with this in its action or with a button of these words.
  public ScreenForm form(String actionOrButton) {
    return page().select("main form").stream()
        .filter(form ->
            form.attr("action").contains(actionOrButton)
                || form.select("button").eachText().contains(actionOrButton))
        .findFirst()
        .map(form -> new ScreenForm(browser, address, form))
        .orElseThrow(() -> new AssertionError("no form \"" + actionOrButton + "\" on " + address));
  }

  /// The first form of the main part in which a field of this name holds this value.
  public ScreenForm formWith(String name, String value) {
    return page().select("main form").stream()
        .filter(form ->
            form.select("[name=" + name + "]").stream()
                .anyMatch(field -> field.attr("value").equals(value)))
        .findFirst()
        .map(form -> new ScreenForm(browser, address, form))
        .orElseThrow(() -> new AssertionError("no form for " + value + " on " + address));
  }

  public boolean hasForm(String actionOrButton) {
    return page().select("main form").stream()
        .anyMatch(form ->
            form.attr("action").contains(actionOrButton)
                || form.select("button").eachText().contains(actionOrButton));
  }

  @Override
  public String toString() {
    return status + " " + address + "\n" + text();
  }
}
