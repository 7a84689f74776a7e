package org.folkmoot.jury;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.door.CsvTable;

/// How many of one value of a feature a panel must have, for example 3 to 4 aged 16-24. Feature and
/// value are compared without case and outer spaces.
public record Quota(String feature, String value, int min, int max) {

  /// What is wrong with a quota file; the sentence is under `jury.quota.` and the name.
  public static final class WrongQuotasException extends Exception {
    private final String wordKey;
    private final int line;

    WrongQuotasException(String why, int line) {
      super(why, null, false, false);
      this.wordKey = "jury.quota." + why;
      this.line = line;
    }

    public String wordKey() {
      return wordKey;
    }

    /// Line of the file, the header being 1.
    public int line() {
      return line;
    }
  }

  /// Reads `feature,value,min,max`, also with `category` for feature and `name` for value; in the
  /// older form `category,feature,min,max` the category is the feature and the feature the value.
  public static List<Quota> read(CsvTable table) throws WrongQuotasException {
    boolean hasValue = table.has("value") || table.has("name");
    String feature = hasValue && table.has("feature") ? "feature" : "category";
    String value = table.has("value") ? "value" : table.has("name") ? "name" : "feature";
    if (!table.has(feature, value, "min", "max")) {
      throw new WrongQuotasException("columns", 1);
    }
    List<Quota> quotas = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Map<String, String> row = table.rows().get(i);
      int min = number(row.getOrDefault("min", ""), i + 2);
      int max = number(row.getOrDefault("max", ""), i + 2);
      if (min > max) {
        throw new WrongQuotasException("order", i + 2);
      }
      quotas.add(
          new Quota(
              plain(row.getOrDefault(feature, "")), plain(row.getOrDefault(value, "")), min, max));
    }
    if (quotas.isEmpty()) {
      throw new WrongQuotasException("none", 1);
    }
    return quotas;
  }

  private static int number(String text, int line) throws WrongQuotasException {
    if (!text.matches("\\d{1,6}")) {
      throw new WrongQuotasException("number", line);
    }
    return Integer.parseInt(text);
  }

  static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
