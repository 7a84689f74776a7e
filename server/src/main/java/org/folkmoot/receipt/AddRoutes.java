package org.folkmoot.receipt;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Added;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.record.AddPage;

/// Something more from whoever is known to have said the first. Whoever has no more than the code
/// is led to open the words first.
final class AddRoutes implements RouteTable.Routes {

  private static final String KEY = "key";
  private static final String TEXT = "text";

  private final ReceiptService receipts;
  private final CodeLookup codes;
  private final ConsultationService consultations;

  AddRoutes(ReceiptService receipts, ConsultationService consultations) {
    this.receipts = receipts;
    this.codes = new CodeLookup(receipts);
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/r/{receipt}/add", Access.everyone(), this::askToAdd);
    table.post("/r/{receipt}/add", Access.everyone(), Limit.POST, this::add);
  }

  private Answer askToAdd(Ask ask) {
    Contribution c = addable(ask);
    String key = ask.query(KEY);
    return codes.isOpen(ask, c, key)
        ? ask.page(page(c, key, UUID.randomUUID().toString(), FormState.empty(), ask.words()))
        : CodeLookup.openFirst(c);
  }

  private Answer add(Ask ask) {
    Contribution c = addable(ask);
    Form form = ask.form();
    String key = form.text(KEY);
    if (!codes.isOpen(ask, c, key)) {
      return CodeLookup.openFirst(c);
    }
    Optional<String> wrong =
        !form.has(TEXT)
            ? Optional.of("record.add-missing")
            : Optional.of("record.correct-long")
                .filter(_ -> form.text(TEXT).length() > NewContribution.MAX_TEXT);
    if (wrong.isPresent()) {
      String said = ask.words().say(wrong.get(), "most", NewContribution.MAX_TEXT);
      var again = FormState.of(form.fields()).withErrors(List.of(new FieldError(TEXT, said)));
      return ask.page(422, page(c, key, form.text(Form.ACT), again, ask.words()));
    }
    Added added = receipts.add(c, form.text(TEXT), form.text(Form.ACT), ask.words().language());
    return switch (added) {
      case Added.Kept _ ->
          Answer.seeOther("/c/%s/thanks/%s".formatted(c.consultation(), added.receipt().printed()));
      case Added.Held _ -> CodeLookup.held(c.consultation(), added.receipt());
    };
  }

  private AddPage page(Contribution c, String key, String act, FormState form, Words words) {
    return new AddPage(
        words.say("record.add-title"),
        c.receipt().printed(),
        List.of(words.say("record.add-lead"), words.say("record.add-uses")),
        ReceiptViews.uses(c, words),
        form.summary(),
        ReceiptService.path(c) + "/add",
        key,
        act,
        VoiceViews.own(c, words, consultations.council().zone()),
        form.area(TEXT, words.say("record.add-words"), 8).atMost(NewContribution.MAX_TEXT),
        ReplyViews.back(c, key));
  }

  private Contribution addable(Ask ask) {
    Contribution c = codes.standing(ask);
    if (!receipts.canAdd(c)) {
      throw new ProblemException(new Problem.Gone());
    }
    return c;
  }
}
