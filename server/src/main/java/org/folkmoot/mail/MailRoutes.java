package org.folkmoot.mail;

import java.time.ZoneOffset;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.people.MailPage;

/// The outbox, for whoever looks after the portal: its letters hold sign-in links.
final class MailRoutes implements RouteTable.Routes {

  private static final String HERE = "/desk/outbox";

  private final MailService mail;

  MailRoutes(MailService mail) {
    this.mail = mail;
  }

  @Override
  public void register(RouteTable table) {
    Access admin = Access.staff(Role.ADMIN);
    table.get(HERE, admin, this::outbox);
    table.post(HERE + "/{letter}/handed-over", admin, Limit.POST, this::handedOver);
  }

  private Answer outbox(Ask ask) {
    Words words = ask.words();
    var letters = mail.outbox().stream().map(kept -> row(words, kept)).toList();
    return ask.page(
        new MailPage(
            words.say("desk.mail.title"),
            words.say(mail.sends() ? "desk.mail.lead-sends" : "desk.mail.lead"),
            letters,
            letters.isEmpty() ? new EmptyState(words.say("desk.mail.none")) : null));
  }

  private static MailPage.Row row(Words words, MailRepository.Kept kept) {
    Letter letter = kept.letter();
    String state = kept.never() ? "never" : kept.tries() > 0 ? "again" : "waits";
    return new MailPage.Row(
        letter.subject(),
        words.say("desk.mail.to", "address", letter.to()),
        words.dateTime(kept.at().atZone(ZoneOffset.UTC))
            + " UTC – "
            + words.say("desk.mail." + state),
        letter.text().lines().filter(line -> !line.isBlank()).toList(),
        HERE + "/" + letter.id() + "/handed-over",
        Button.quiet(words.say("desk.mail.handed-over")));
  }

  private Answer handedOver(Ask ask) {
    mail.delete(ask.value("letter"));
    return Answer.seeOther(HERE).flash("desk.mail.gone");
  }
}
