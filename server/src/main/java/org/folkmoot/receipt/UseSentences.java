package org.folkmoot.receipt;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Consent.Scope;
import org.folkmoot.record.ConsentHistory;
import org.folkmoot.record.Contribution;
import org.folkmoot.web.Words;

/// What a contributor allowed, in sentences: the finer uses as they stand, and each change with its
/// day, how it was said and by which wording.
record UseSentences(Words words, ZoneId zone) {

  List<String> more(Contribution c) {
    var scopes = c.consent().scopes();
    List<String> more = new ArrayList<>();
    if (!c.media().isEmpty()) {
      boolean others = c.media().stream().allMatch(file -> file.others().mayBeShown());
      more.add(
          words.say(
              !scopes.media()
                  ? "record.uses-no-media"
                  : others ? "record.uses-media" : "record.uses-others"));
    }
    more.add(words.say(scopes.contact() ? "record.uses-contact" : "record.uses-no-contact"));
    more.add(words.say(scopes.keep() ? "record.uses-keep" : "record.uses-no-keep"));
    return more;
  }

  /// Oldest first.
  List<String> history(List<Ledger.Entry> acts) {
    return ConsentHistory.of(acts).stream().map(this::line).toList();
  }

  private String line(ConsentHistory.Line line) {
    String how =
        line.asked()
            .map(asked -> words.say(asked.wordKey()))
            .orElseGet(() ->
                words.say(
                    "record.said-how",
                    "how",
                    words.say(line.given().wordKey()),
                    "language",
                    Locale.forLanguageTag(line.language())
                        .getDisplayLanguage(Locale.forLanguageTag(words.language())),
                    "wording",
                    line.wording().replaceFirst("^uses-", "")));
    String what =
        Stream.concat(
                Stream.of("record.scope.counted"),
                Stream.of(Scope.values())
                    .filter(line.allowed()::contains)
                    .filter(s -> s != Scope.QUOTED || !line.allowed().contains(Scope.NAMED))
                    .map(Scope::wordKey))
            .map(words::say)
            .collect(Collectors.joining(", "));
    return words.say(
        "record.said-line",
        "date",
        words.dateTime(line.at().atZone(zone)),
        "how",
        how,
        "what",
        what);
  }
}
