package org.folkmoot.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation.Recording;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.Received;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.RecordingPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The question in its other forms, and where an officer puts its recording.
///
/// Fields of the form: `file`, `reader`, `words`, `away`.
final class FormatRoutes implements RouteTable.Routes {

  private static final long MAX_UPLOAD = MediaKind.SOUND.maxBytes() + 1024 * 1024;

  private final ConsultationService consultations;
  private final RecordingService recordings;
  private final FormatViews views;

  FormatRoutes(ConsultationService consultations, RecordingService recordings, FormatViews views) {
    this.consultations = consultations;
    this.recordings = recordings;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    for (Format format : Format.values()) {
      table.get("/c/{consultation}/" + format.path(), Access.everyone(), ask -> show(ask, format));
    }
    table.get("/c/{consultation}/listen/recording", Access.everyone(), Limit.PAGE, this::hear);
    table.get("/desk/c/{consultation}/recording", Access.staff(Role.OFFICER), this::form);
    table.upload(
        "/desk/c/{consultation}/recording", Access.staff(Role.OFFICER), MAX_UPLOAD, this::put);
  }

  private Answer show(Ask ask, Format format) {
    Consultation asked = asked(ask);
    if (!format.isIn(asked.formats())) {
      throw new ProblemException(new Problem.NotFound());
    }
    return ask.page(views.page(ask, asked, format));
  }

  private Answer hear(Ask ask) {
    return recordings
        .open(asked(ask))
        .map(heard ->
            Answer.media(heard.contentType(), heard.content().length(), heard.content()::stream))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Consultation asked(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private Answer form(Ask ask) {
    Consultation asked = asked(ask);
    FormState now =
        asked
            .formats()
            .recording()
            .map(r ->
                FormState.of(Map.of("reader", List.of(r.reader()), "words", List.of(r.words()))))
            .orElseGet(FormState::empty);
    return page(ask, 200, asked, now);
  }

  private Answer put(Ask ask) throws IOException {
    Consultation asked = asked(ask);
    Form form = ask.form();
    List<FieldError> wrong = new ArrayList<>();
    if (form.ticked("away")) {
      recordings.remove(asked.slug());
    } else if (!form.has("words")) {
      wrong.add(new FieldError("words", ask.words().say("desk.recording.words-missing")));
    } else if (form.upload("file").isPresent()) {
      receive(ask, form.upload("file").get(), wrong);
    } else if (asked.formats().recording().isPresent()) {
      recordings.describe(asked.slug(), form.text("reader"), form.text("words"));
    } else {
      wrong.add(new FieldError("file", ask.words().say("desk.recording.file-missing")));
    }
    return wrong.isEmpty()
        ? Answer.seeOther("/desk/c/" + asked.slug()).flash("desk.saved")
        : page(ask, 422, asked, FormState.of(form.fields()).withErrors(wrong));
  }

  private void receive(Ask ask, Form.Upload file, List<FieldError> wrong) throws IOException {
    Form form = ask.form();
    try (InputStream in = Files.newInputStream(file.file())) {
      Received received =
          recordings.put(
              ask.value("consultation"),
              in,
              file.claimedName(),
              form.text("reader"),
              form.text("words"));
      if (received instanceof Received.NotTaken(var reason)) {
        wrong.add(new FieldError("file", ask.words().say(reason.key())));
      }
    }
  }

  private static Answer page(Ask ask, int status, Consultation asked, FormState form) {
    Words words = ask.words();
    Optional<Recording> now = asked.formats().recording();
    return ask.page(
        status,
        new RecordingPage(
            words.say("desk.recording.title"),
            words.say("desk.recording.lead"),
            now.isEmpty() ? null : "/c/" + asked.slug() + "/" + Format.LISTEN.path(),
            form.summary(),
            form.file(
                    "file",
                    words.say("desk.recording.file"),
                    MediaKind.accept(RecordingService.FILES))
                .hint(words.say("desk.recording.file-hint")),
            form.text("reader", words.say("desk.recording.reader"))
                .hint(words.say("desk.recording.reader-hint"))
                .atMost(200)
                .ifYouLike(),
            form.area("words", words.say("desk.recording.words"), 8).atMost(8000),
            now.isEmpty() ? null : form.checkbox("away", words.say("desk.recording.away")),
            Button.main(words.say("common.save"))));
  }
}
