package org.folkmoot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.initiative.InitiativeRoom;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.RecordRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks everything that can be checked.
@Command(
    name = "verify",
    description = "Checks the log and the record: that nothing was changed, moved or taken out.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Option(names = "--consultation", description = "Only this one's; else every log.")
  String consultation = "";

  @Override
  public Integer call() {
    try (OpenStore open = OpenStore.existing()) {
      return verify(open);
    }
  }

  private int verify(OpenStore open) {
    RecordRoom record = RecordRoom.in(open.store(), open.keys(), open.time());
    Ledger ledger = record.ledger();
    var known = ConsultationRoom.in(open.store(), ledger, open.time(), () -> false).service();
    if (!consultation.isEmpty() && known.find(consultation).isEmpty()) {
      System.err.println("folkmoot: there is no consultation " + consultation);
      return 1;
    }
    List<String> logs = new ArrayList<>();
    if (consultation.isEmpty()) {
      known.all().forEach(c -> logs.add(c.slug()));
      logs.add(PeopleService.LOG);
      logs.addAll(InitiativeRoom.logs(open.store(), record));
    } else {
      logs.add(consultation);
    }
    List<String> wrong = new ArrayList<>();
    for (String log : logs) {
      Ledger.Verified found = ledger.verify(log);
      System.out.println(log + ": " + found.entries() + " entries");
      found.wrong().forEach(seq -> wrong.add(log + " " + seq));
      record.check().wrong(log).forEach(id -> wrong.add(log + " contribution " + id));
    }
    if (!wrong.isEmpty()) {
      System.err.println("folkmoot: the log is wrong at " + String.join(", ", wrong));
      return 1;
    }
    return 0;
  }
}
