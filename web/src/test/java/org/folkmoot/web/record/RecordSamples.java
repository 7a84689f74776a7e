package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.ReceiptCode;

/// A voice that has just come in, one that somebody reads first.
public final class RecordSamples implements Samples {
  @Override
  public List<Page> pages() {
    return List.of(thanks(false), thanks(true));
  }

  private static Page thanks(boolean held) {
    return new ThanksPage(
        held ? "We have your words" : "Thank you",
        held
            ? "A person whose job it is reads them soon."
            : "We have what you said, and it will be read.",
        held,
        held
            ? List.of(new ThanksPage.Helpline("Samaritans: 116 123, free, day and night"))
            : List.of(),
        new ReceiptCode("9MY-1MV2-K4T", "/r/9MY1MV2K4T"),
        List.of("A person reads it.", "It is counted.", "We tell you what was decided."),
        held ? null : "https://folkmoot.example/r/9MY1MV2K4T/Zm9vYmFyYmF6cXV4Zm9v",
        "/r/9MY1MV2K4T/use",
        "/r/9MY1MV2K4T/take-back",
        "/c/after-six");
  }
}
