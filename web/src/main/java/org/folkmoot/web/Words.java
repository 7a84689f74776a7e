package org.folkmoot.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Everything the portal says in one language: texts by key, dates and numbers as people write
/// them.
///
/// Texts live in `words/{language}/{room}.properties` (UTF-8), keys begin with their room
/// (`panel.join`). A text may hold named values and plurals in the form of ICU messages: `{count,
/// plural, one {# person} other {# people}}`. A text that a translation lacks is said in English.
/// Immutable and safe for use by many threads.
public final class Words {
  /// The rooms that have a bundle, in the order in which translators get them.
  public static final List<String> ROOMS =
      List.of(
          "common",
          "site",
          "consultation",
          "panel",
          "statement",
          "forum",
          "story",
          "media",
          "texting",
          "calling",
          "jury",
          "meeting",
          "kit",
          "record",
          "people",
          "desk",
          "report",
          "initiative",
          "demo");

  /// The rooms whose every text must also be there in every language but English, because residents
  /// read them; the others are for staff.
  public static final Set<String> RESIDENT_ROOMS =
      Set.of(
          "common",
          "site",
          "consultation",
          "panel",
          "statement",
          "forum",
          "story",
          "media",
          "texting",
          "calling",
          "jury",
          "meeting",
          "kit",
          "record",
          "report",
          "initiative");

  /// The language every text exists in.
  public static final String SOURCE = "en";

  /// Languages with bundles, the source first (BCP 47).
  public static final List<String> LANGUAGES = List.of(SOURCE, "pl");

  private static final Map<String, Words> ALL = load();

  private final String language;
  private final Locale locale;
  private final Map<String, String> texts;
  private final Set<String> own;

  private Words(String language, Map<String, String> texts, Set<String> own) {
    this.language = language;
    // British dates and day-first order for plain English: councils here write "3 May 2027".
    this.locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    this.texts = texts;
    this.own = own;
  }

  /// The words of a language, or of its main language (`pl-PL` → `pl`), or English.
  public static Words of(String language) {
    Words exact = ALL.get(language);
    if (exact != null) {
      return exact;
    }
    Words main = ALL.get(Locale.forLanguageTag(language).getLanguage());
    return main != null ? main : english();
  }

  /// The words of the source language.
  public static Words english() {
    Words english = ALL.get(SOURCE);
    if (english == null) {
      throw new IllegalStateException("words/" + SOURCE + " is not on the class path");
    }
    return english;
  }

  /// A text, with its named values filled in: `say("panel.heard", "count", 3)`.
  ///
  /// @param namesAndValues name, value, name, value …; values are strings, numbers or dates
  /// @throws MissingWordException when there is no such text or it needs a value not given
  public String say(String key, Object... namesAndValues) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingWordException(key, language, "is not there");
    }
    if (text.indexOf('{') < 0) {
      return text;
    }
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    MessageFormat message = new MessageFormat(text, ULocale.forLocale(localeOf(key)));
    for (String name : message.getArgumentNames()) {
      if (!values.containsKey(name)) {
        throw new MissingWordException(key, language, "needs a value for {" + name + "}");
      }
    }
    return message.format(values);
  }

  /// Whether there is such a text, in this language or in English.
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// The texts that this language has itself, by key.
  public Map<String, String> own() {
    Map<String, String> result = new TreeMap<>(texts);
    result.keySet().retainAll(own);
    return result;
  }

  /// BCP 47 tag for `lang` attributes.
  public String language() {
    return language;
  }

  /// `ltr` or `rtl`, for `dir` attributes.
  public String dir() {
    return ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
  }

  public Locale locale() {
    return locale;
  }

  /// The language's own name for itself: "Polski".
  public String languageName() {
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(locale)
        + name.substring(name.offsetByCodePoints(0, 1));
  }

  /// "Monday 3 May 2027".
  public String date(LocalDate date) {
    return as("EEEE d MMMM uuuu", date);
  }

  /// "3 May 2027".
  public String shortDate(LocalDate date) {
    return as("d MMMM uuuu", date);
  }

  /// "May 2027".
  public String month(YearMonth month) {
    return as("LLLL uuuu", month);
  }

  /// "Monday 3 May 2027, 18:30", in the zone the time carries.
  public String dateTime(ZonedDateTime time) {
    return as("EEEE d MMMM uuuu, HH:mm", time);
  }

  /// "18:30".
  public String time(LocalTime time) {
    return as("HH:mm", time);
  }

  /// "1,234".
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private String as(String pattern, TemporalAccessor when) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(when);
  }

  // An English text inside a Polish page must follow English plural rules.
  private Locale localeOf(String key) {
    return own.contains(key) ? locale : Locale.UK;
  }

  private static Map<String, Words> load() {
    Map<String, String> english = bundles(SOURCE);
    Map<String, Words> all = new HashMap<>();
    for (String language : LANGUAGES) {
      Map<String, String> texts = new HashMap<>(english);
      Map<String, String> own = bundles(language);
      texts.putAll(own);
      all.put(language, new Words(language, Map.copyOf(texts), Set.copyOf(own.keySet())));
    }
    return Map.copyOf(all);
  }

  private static Map<String, String> bundles(String language) {
    Map<String, String> texts = new HashMap<>();
    for (String room : ROOMS) {
      Properties bundle = bundle("words/" + language + "/" + room + ".properties");
      for (String key : new TreeSet<>(bundle.stringPropertyNames())) {
        if (!key.startsWith(room + ".")) {
          throw new IllegalStateException(
              key + " stands in " + language + "/" + room + " but does not begin with its room");
        }
        texts.put(key, bundle.getProperty(key));
      }
    }
    return texts;
  }

  private static Properties bundle(String path) {
    Properties bundle = new Properties();
    try (@Nullable InputStream in = Words.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return bundle;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
