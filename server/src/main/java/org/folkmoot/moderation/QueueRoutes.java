package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.moderation.QueueRepository.Item;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The queue at the desk: what waits, oldest first. Every act leads back to the card that came
/// after it; more than one at a time is asked about once more.
final class QueueRoutes implements RouteTable.Routes {

  /// A contribution and the version at which it was looked at.
  private static final Pattern ITEM = Pattern.compile("([A-Za-z0-9_-]{1,40}):(\\d{1,15})");

  private final QueueService queue;
  private final Reasons reasons;
  private final ConsultationService consultations;
  private final QueueViews views;

  QueueRoutes(QueueService queue, Reasons reasons, ConsultationService consultations) {
    this.queue = queue;
    this.reasons = reasons;
    this.consultations = consultations;
    this.views = new QueueViews(queue, reasons, consultations);
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/queue", AppealRoutes.DECIDE, this::list);
    table.post("/desk/c/{consultation}/queue", AppealRoutes.DECIDE, Limit.POST, this::act);
  }

  private Answer list(Ask ask) {
    return ask.page(views.queue(ask, consultation(ask), FormState.empty()));
  }

  private Answer act(Ask ask) {
    Consultation asked = consultation(ask);
    Form form = ask.form();
    String act = act(form);
    List<Item> items = items(form, act);
    String wrong = wrong(act, items, form);
    if (!wrong.isEmpty()) {
      String field = act.equals("decline") && !items.isEmpty() ? "reason" : "list";
      var kept =
          FormState.of(form.fields())
              .withErrors(List.of(new FieldError(field, ask.words().say(wrong))));
      return ask.page(422, views.queue(ask, asked, kept));
    }
    boolean decides = List.of("check", "decline", "hold").contains(act);
    if (decides && items.size() > 1 && !form.has("sure")) {
      return ask.page(views.confirm(ask, asked, act, items));
    }
    return done(ask, asked, act, items);
  }

  private Answer done(Ask ask, Consultation asked, String act, List<Item> items) {
    String slug = asked.slug();
    Form form = ask.form();
    List<String> ids = items.stream().map(Item::id).toList();
    Answer back = Answer.seeOther(back(asked, form, ids));
    return switch (act) {
      case "check" -> {
        queue.check(slug, items, ask.visitor());
        yield back;
      }
      case "decline" -> {
        queue.decline(
            slug,
            items,
            ask.visitor(),
            voice ->
                reasons.refusal(
                    slug, form.text("reason"), form.text("reason-own"), voice.language()));
        yield back;
      }
      case "hold" -> {
        queue.hold(slug, items, ask.visitor());
        yield back;
      }
      case "undo" -> {
        queue.undo(slug, ask.visitor());
        yield back;
      }
      case "claim" ->
          back.flash(
              queue.claim(slug, ids, ask.visitor()) ? "desk.queue.claimed" : "desk.queue.taken");
      case "free" -> {
        queue.free(ids, ask.visitor());
        yield back.flash("desk.queue.freed");
      }
      default -> back;
    };
  }

  /// A card's own button says with its value which it is; the others are for what is ticked.
  private static String act(Form form) {
    for (String own : List.of("check", "claim", "free")) {
      if (form.has(own)) {
        return own;
      }
    }
    return form.text("do");
  }

  private static List<Item> items(Form form, String act) {
    List<Item> items = new ArrayList<>();
    for (String picked : form.has(act) ? form.all(act) : form.all("pick")) {
      Matcher item = ITEM.matcher(picked);
      while (item.find() && items.size() < QueueService.MOST) {
        items.add(new Item(item.group(1), Long.parseLong(item.group(2))));
      }
    }
    return items.stream().distinct().toList();
  }

  private static String wrong(String act, List<Item> items, Form form) {
    if (items.isEmpty() && List.of("check", "decline", "hold", "claim", "free").contains(act)) {
      return "desk.record.none-ticked";
    }
    return act.equals("decline") && !form.has("reason") && !form.has("reason-own")
        ? "desk.record.reason-missing"
        : "";
  }

  /// The same part of the queue, at the card after the last one that was decided.
  private static String back(Consultation asked, Form form, List<String> ids) {
    String path = path(asked);
    String from = form.text("from");
    String back = from.equals(path) || from.startsWith(path + "?") ? from : path;
    List<String> shown = form.all("shown");
    int at = ids.stream().mapToInt(shown::indexOf).max().orElse(-1);
    int next = Math.min(at + 1, shown.size() - 1);
    return at < 0 ? back : back + "#v-" + shown.get(next);
  }

  static String path(Consultation asked) {
    return "/desk/c/" + asked.slug() + "/queue";
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }
}
