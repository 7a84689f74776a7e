package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;

/// A portal that is texted through a gateway, and what tests ask of it.
final class TextingTown implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final Portal portal;

  TextingTown() {
    this(Telephone.lineToNobody());
  }

  /// @param settings of its gateway
  TextingTown(Map<String, String> settings) {
    this.portal = Portal.start(settings, false).setUp();
  }

  /// The officer sets up what is asked.
  Screen ask(TextLine.Script script) {
    return portal
        .officer()
        .get("/desk/c/after-six/texting")
        .form()
        .set("keyword", "bus")
        .set("number", "07700 900999")
        .set("script", script.name())
        .set("question-pl", "Jak ludzie maja wracac do domu po szostej? Na koniec GOTOWE.")
        .submit();
  }

  /// A telephone that nobody has used yet.
  Telephone phone() {
    return phone("+4477009" + (10_000 + NUMBERS.incrementAndGet()));
  }

  Telephone phone(String number) {
    return new Telephone(portal.url(), number);
  }

  /// The code in a reply.
  static String code(List<String> replies) {
    var found = CODE.matcher(String.join("\n", replies));
    assertThat(found.find()).as("a code in %s", replies).isTrue();
    return found.group();
  }

  Contribution byCode(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }

  /// What waits to be checked.
  List<Contribution> heard() {
    return all(Status.RECEIVED);
  }

  List<Contribution> held() {
    return all(Status.HELD);
  }

  private List<Contribution> all(Status status) {
    RecordQuery query = RecordQuery.in(Portal.AFTER_SIX).statuses(Set.of(status));
    return portal.record().reading().list(Reader.SAFEGUARDING, query).voices().stream()
        .map(voice -> byCode(voice.receipt()))
        .toList();
  }

  @Override
  public void close() {
    portal.close();
  }
}
