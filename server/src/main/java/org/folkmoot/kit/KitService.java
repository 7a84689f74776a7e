package org.folkmoot.kit;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.web.Frame;
import org.folkmoot.web.Pages;
import org.folkmoot.web.Words;

/// Prints kits. Printing takes a second or so and some memory, so one is printed at a time and the
/// last few are kept. Thread-safe.
public final class KitService {

  private static final int KEPT = 4;
  private static final int PICTURES_KEPT = 28;

  /// A kit as PDF.
  ///
  /// @param key the same for the same pages
  private record Print(String key, byte[] pdf) {}

  private final ConsultationService consultations;
  private final KitViews views;
  private final Pages pages;
  private final KitPrinter printer = new KitPrinter();
  private final ReentrantLock printing = new ReentrantLock();
  private final Map<String, byte[]> printed = last(KEPT);
  private final Map<String, byte[]> pictured = last(PICTURES_KEPT);

  KitService(ConsultationService consultations, KitViews views, Pages pages) {
    this.consultations = consultations;
    this.views = views;
    this.pages = pages;
  }

  /// The whole kit in one language, as PDF; the same version of the meeting gives the same bytes.
  public byte[] pdf(Meeting meeting, Words words) {
    return print(meeting, words).pdf().clone();
  }

  private Print print(Meeting meeting, Words words) {
    Consultation consultation = consultations.get(meeting.consultation());
    String council = consultations.council().name();
    String html =
        pages.render(Frame.of(words, council, ""), words, views.kit(words, consultation, meeting));
    String key = HexFormat.of().formatHex(KitPrinter.sha256(html));
    printing.lock();
    try {
      byte[] kept = printed.get(key);
      if (kept == null) {
        kept = printer.print(html, meeting.changedAt());
        printed.put(key, kept);
      }
      return new Print(key, kept);
    } finally {
      printing.unlock();
    }
  }

  /// The first page of one kind of sheet as PNG; empty if the kit has no such sheet.
  public Optional<byte[]> picture(Meeting meeting, String sheet, Words words) {
    int index =
        meeting.sheets(consultations.get(meeting.consultation())).stream()
            .map(Meeting.Sheet::value)
            .toList()
            .indexOf(sheet);
    if (index < 0) {
      return Optional.empty();
    }
    Print print = print(meeting, words);
    printing.lock();
    try {
      String key = print.key() + ":" + index;
      byte[] kept = pictured.get(key);
      if (kept == null) {
        kept = printer.picture(print.pdf(), index);
        pictured.put(key, kept);
      }
      return Optional.of(kept.clone());
    } finally {
      printing.unlock();
    }
  }

  /// The language a kit is printed in unless another is asked for: the consultation's first.
  public Words wordsOf(Consultation consultation) {
    return Words.of(
        consultation.languages().isEmpty() ? Words.SOURCE : consultation.languages().getFirst());
  }

  /// Keeps the last ones that were asked for.
  private static Map<String, byte[]> last(int most) {
    return new LinkedHashMap<>(most, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
        return size() > most;
      }
    };
  }
}
