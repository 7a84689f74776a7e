package org.folkmoot.demo;

import java.util.List;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// "Follow one voice": a phone, the record and the report's figure on one page.
final class OneVoiceRoutes implements RouteTable.Routes {

  static final String PATH = "/demo/one-voice";

  private final OneVoice voice;
  private final OneVoiceViews views;

  OneVoiceRoutes(OneVoice voice, OneVoiceViews views) {
    this.voice = voice;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get(PATH, Access.everyone(), ask -> page(ask, 200, FormState.empty()));
    table.post(PATH, Access.everyone(), Limit.POST, this::text);
    table.get(PATH + "/figure", Access.everyone(), this::figure);
  }

  private Answer text(Ask ask) {
    String pressed = ask.form().text("send");
    String words = pressed.isEmpty() ? ask.form().text("text") : pressed;
    if (words.isEmpty() || words.length() > OutboundMessage.MAX_CHARACTERS) {
      var wrong = new FieldError("text", ask.words().say("demo.phone.empty"));
      return page(ask, 422, FormState.of(ask.form().fields()).withErrors(List.of(wrong)));
    }
    if (OneVoiceViews.toTheEnd(ask.words()).contains(pressed)) {
      voice.toTheEnd(asked(), ask.visitor().device());
    } else {
      voice.text(ask.visitor().device(), words);
    }
    return Answer.seeOther(PATH + "#newest");
  }

  private Answer page(Ask ask, int status, FormState form) {
    Consultation asked = asked();
    OneVoice.Seen seen = voice.seen(asked, ask.visitor().device());
    return ask.page(status, views.page(asked, seen, form, ask.words()));
  }

  private Answer figure(Ask ask) {
    Consultation asked = asked();
    return ask.page(views.figure(asked, voice.seen(asked, ask.visitor().device()), ask.words()));
  }

  private Consultation asked() {
    return voice.asked().orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
