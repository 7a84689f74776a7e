package org.folkmoot.texting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.words.Keywords;
import org.folkmoot.sms.words.ReservedWords;

/// Finds the line a text is for. Thread-safe.
final class Switchboard {

  private final TextingRepository repository;
  private final ConsultationService consultations;
  private final ReservedWords reserved = new ReservedWords();
  private final ConcurrentHashMap<String, Asked> flows = new ConcurrentHashMap<>();

  /// What a line asks, kept as long as the line is as it was: it is wanted with every text.
  private record Asked(TextLine line, List<String> areas, Flow flow) {}

  /// A line, with what it asks and whether it hears anybody today.
  record Connected(TextLine line, Flow flow, Consultation consultation, boolean isHearing) {
    String slug() {
      return line.consultation();
    }
  }

  Switchboard(TextingRepository repository, ConsultationService consultations) {
    this.repository = repository;
    this.consultations = consultations;
  }

  /// The line for a text of this phone to one of our numbers: a conversation under way goes on,
  /// else the keyword decides, else the line texted last, else the first that hears people. Empty
  /// if the number is none of ours.
  Optional<Connected> connect(String to, String text, Phone phone) {
    Optional<Connected> goesOn = underWay(to, phone);
    if (goesOn.isPresent()) {
      return goesOn;
    }
    List<Connected> here = at(to);
    Optional<Connected> current =
        here.stream().filter(line -> line.slug().equals(phone.current())).findFirst();
    Optional<Connected> keyword = byKeyword(here, text);
    if (keyword.isPresent()) {
      return keyword;
    }
    if (current.isPresent() && (current.get().isHearing() || reserved.read(text).isPresent())) {
      return current;
    }
    return here.stream()
        .filter(Connected::isHearing)
        .findFirst()
        .or(() -> current)
        .or(() -> here.stream().findFirst());
  }

  private Optional<Connected> underWay(String to, Phone phone) {
    return phone
        .conversation(phone.current())
        .filter(Phone.Conversation::isUnderWay)
        .flatMap(_ -> line(phone.current()))
        .filter(Connected::isHearing)
        .filter(line -> Dialling.dialled(line.line().number()).equals(Dialling.dialled(to)));
  }

  /// The line of a consultation, if it has one.
  Optional<Connected> line(String consultation) {
    return repository
        .line(consultation)
        .flatMap(line ->
            consultations.find(consultation).map(c -> connected(line, c, consultations.today())));
  }

  /// All lines on a number: those of consultations that close first, first.
  List<Connected> at(String number) {
    String dialled = Dialling.dialled(number);
    List<TextLine> lines =
        repository.lines().stream()
            .filter(line -> Dialling.dialled(line.number()).equals(dialled))
            .toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    LocalDate today = consultations.today();
    return consultations.visible().stream()
        .flatMap(c ->
            lines.stream()
                .filter(line -> line.consultation().equals(c.slug()))
                .map(line -> connected(line, c, today)))
        .toList();
  }

  private Connected connected(TextLine line, Consultation c, LocalDate today) {
    boolean hearing = c.ways().contains(Way.SMS) && c.isHearingOn(today);
    Flow flow =
        flows
            .compute(
                line.consultation(),
                (_, asked) ->
                    asked != null && asked.line().equals(line) && asked.areas().equals(c.areas())
                        ? asked
                        : new Asked(line, c.areas(), line.flow().among(c.areas())))
            .flow();
    return new Connected(line, flow, c, hearing);
  }

  private static Optional<Connected> byKeyword(List<Connected> here, String text) {
    return new Keywords(here.stream().map(c -> c.line().keyword()).distinct().toList())
        .match(text)
        .flatMap(match -> {
          List<Connected> meant =
              here.stream().filter(c -> c.line().keyword().equals(match.keyword())).toList();
          return meant.stream()
              .filter(Connected::isHearing)
              .findFirst()
              .or(() -> meant.stream().findFirst());
        });
  }
}
