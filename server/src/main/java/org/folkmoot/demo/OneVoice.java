package org.folkmoot.demo;

import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.report.Opening;
import org.folkmoot.report.ReportService;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.simulator.Bubble;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.texting.TextingService;

/// One voice, from a telephone on screen into the record, into a figure and out again. Nothing is
/// staged: the text goes through the gateway's own webhook, the record is the portal's, and the
/// figure is counted as the report counts. Thread-safe.
final class OneVoice {

  /// Figures of things said, the narrowest first; the first that is large enough to be told is
  /// followed.
  private static final List<String> FIGURES =
      List.of("door:sms:items", "mode:digital_first:items", "all:items");

  /// More than any conversation asks.
  private static final int MOST_QUESTIONS = 30;

  private static final int FIRST_NUMBER = 200;
  private static final int NUMBERS = 700;

  private final SimulatedNetwork network;
  private final TextingService texting;
  private final ReportService reports;
  private final ConsultationService consultations;

  /// What one phone sees of it all.
  ///
  /// @param sent what this phone sent, newest first, taken back or not
  /// @param at where its conversation stands
  /// @param figure the figure its words are in; empty while there is none large enough
  record Seen(
      List<Bubble> screen,
      List<Contribution> sent,
      TextingService.Standing at,
      Optional<Opening.Open> figure) {
    List<Contribution> counted() {
      return sent.stream().filter(c -> !c.status().isGone()).toList();
    }

    List<Contribution> takenBack() {
      return sent.stream().filter(c -> c.status().isGone()).toList();
    }
  }

  OneVoice(
      SimulatedNetwork network,
      TextingService texting,
      ReportService reports,
      ConsultationService consultations) {
    this.network = network;
    this.texting = texting;
    this.reports = reports;
    this.consultations = consultations;
  }

  /// The question that is texted about: the first that hears people by text.
  Optional<Consultation> asked() {
    return consultations.visible().stream()
        .filter(consultations::isHearing)
        .filter(c -> texting.line(c.slug()).isPresent())
        .findFirst();
  }

  String keyword(Consultation asked) {
    return texting.line(asked.slug()).map(line -> line.keyword()).orElse("");
  }

  /// The number that is texted to.
  String number() {
    return network.number();
  }

  /// Sends a text from this browser's own phone; it has arrived when this returns.
  void text(String device, String words) {
    network.text(phone(device), words);
  }

  /// Says GO where that is waited for and leaves every question out, text by text, to the end.
  void toTheEnd(Consultation asked, String device) {
    for (int turn = 0; turn < MOST_QUESTIONS; turn++) {
      switch (texting.standing(phone(device), asked.slug())) {
        case WAITING -> text(device, "GO");
        case UNDER_WAY -> text(device, "SKIP");
        case IDLE, STOPPED -> {
          return;
        }
      }
    }
  }

  Seen seen(Consultation asked, String device) {
    PhoneNumber phone = phone(device);
    return new Seen(
        network.screen(phone),
        texting.sentBy(phone, asked.slug()),
        texting.standing(phone, asked.slug()),
        figure(asked));
  }

  private Optional<Opening.Open> figure(Consultation asked) {
    for (String figure : FIGURES) {
      if (reports.openNow(asked.slug(), figure, Reader.PUBLIC) instanceof Opening.Open open) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  /// A number of each browser's own, from the range that Ofcom keeps free for drama.
  private static PhoneNumber phone(String device) {
    int number = FIRST_NUMBER + Math.floorMod(device.hashCode(), NUMBERS);
    return new PhoneNumber("+447700900" + number);
  }
}
