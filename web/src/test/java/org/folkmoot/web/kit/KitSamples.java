package org.folkmoot.web.kit;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;

/// A kit with one sheet of each kind.
public final class KitSamples implements Samples {
  @Override
  public List<Page> pages() {
    KitPage.Card card =
        new KitPage.Card(
            "9MY-1MV2-K4T",
            "What do you miss after six?",
            "data:image/png;base64,",
            "QR code",
            "wrenmouth.example/r",
            "or call 01632 960555",
            List.of(1, 2, 3),
            List.of("Saltmarsh", "Quayside"));
    return List.of(
        new KitPage(
            "Kit for Saltmarsh Hall",
            "Wrenmouth Council",
            "Version 1 · English",
            "Ask a person: 01632 960555",
            List.of(new KitPage.Bookmark("run", "Run sheet")),
            "Saltmarsh Hall",
            "Monday 22 November 2027, 18:00, until about 20:00",
            "Quay Street 4",
            "How should people get home after six?",
            List.of("What do you miss after six?"),
            List.of(new KitPage.Step("18:00", "Welcome.")),
            new KitPage.Pass(
                "9MY1-MV2K", "data:image/png;base64,", "QR code", "Until 24 November."),
            List.of("One person speaks at a time."),
            List.of("Listen."),
            List.of(new KitPage.SlipSheet(true, List.of(1, 2))),
            List.of(new KitPage.NoteSheet(true, 1, List.of(1, 2, 3))),
            List.of(new KitPage.CardSheet(true, List.of(card), List.of(card))),
            new KitPage.DotSheet(List.of("Later buses")),
            new KitPage.PromiseSheet(
                "We listen.",
                "Times.",
                "Money.",
                "The full council, 14 December 2027",
                "data:image/png;base64,",
                "QR code",
                "wrenmouth.example/c/after-six/decision",
                "This address opens on the council’s own machine only.")));
  }
}
