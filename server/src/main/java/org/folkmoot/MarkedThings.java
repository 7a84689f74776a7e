package org.folkmoot;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.forum.ForumRoom;
import org.folkmoot.forum.Poll;
import org.folkmoot.jury.JuryService;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.report.MarkNames;
import org.folkmoot.statement.StatementService;

/// What the marks of a consultation stand beside, asked of the rooms where they are made.
record MarkedThings(
    StatementService statements, MeetingService meetings, JuryService jury, ForumRoom forum)
    implements MarkNames {

  @Override
  public Map<String, String> of(String consultation) {
    Map<String, String> names = new HashMap<>();
    statements
        .all(consultation)
        .forEach(statement -> {
          if (!statement.text().isEmpty()) {
            names.put("statement:" + statement.id(), statement.text());
          }
        });
    meetings
        .meetings(consultation)
        .forEach(
            meeting -> meeting.plan().dots().forEach(dot -> names.put(dot.heading(), dot.text())));
    jury.recommendations(consultation).forEach(r -> names.put("support:" + r.number(), r.text()));
    forum
        .service()
        .sessions(consultation)
        .forEach(session -> forum.polls().polls(session).forEach(poll -> name(poll, names)));
    return names;
  }

  private static void name(Poll poll, Map<String, String> names) {
    String heading = "poll:" + poll.id();
    names.put(heading, poll.question());
    poll.options().forEach(option -> names.put(heading + ":" + option.id(), option.text()));
  }
}
