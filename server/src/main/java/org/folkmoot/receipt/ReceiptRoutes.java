package org.folkmoot.receipt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ContributionGoneException;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Thank-you page and receipts. A code, key or pair of words that fits nothing counts as a guess.
public final class ReceiptRoutes implements RouteTable.Routes {

  private static final String KEY = "key";

  private final ReceiptService receipts;
  private final CodeLookup codes;
  private final ConsultationService consultations;
  private final ReceiptViews views;
  private final Supplier<String> url;

  ReceiptRoutes(ReceiptService receipts, ConsultationService consultations, Supplier<String> url) {
    this.receipts = receipts;
    this.codes = new CodeLookup(receipts);
    this.consultations = consultations;
    this.views = new ReceiptViews(receipts, consultations);
    this.url = url;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/thanks/{receipt}", Access.everyone(), this::thanks);
    table.get("/r", Access.everyone(), this::askForCode);
    table.post("/r", Access.everyone(), Limit.POST, this::openCode);
    table.get("/r/{receipt}", Access.everyone(), this::show);
    table.get("/r/{receipt}/{key}", Access.everyone(), this::showWithKey);
    table.post("/r/{receipt}/words", Access.everyone(), Limit.POST, this::openWords);
    table.get("/r/{receipt}/use", Access.everyone(), this::askForUse);
    table.post("/r/{receipt}/use", Access.everyone(), Limit.POST, this::changeUse);
  }

  private Answer thanks(Ask ask) {
    Optional<Contribution> found = find(ask, ask.value("receipt"));
    Consultation asked = consultations.get(ask.value("consultation"));
    Contribution contribution =
        found
            .filter(c -> c.consultation().equals(asked.slug()))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    boolean own = receipts.isOwnDevice(contribution, ask.visitor().device());
    Optional<String> longLink =
        own ? Optional.of(url.get() + receipts.longPath(contribution)) : Optional.empty();
    boolean held = ask.query("kind").equals("held");
    return ask.page(views.thanks(contribution, asked, longLink, held, ask.words()));
  }

  private Answer askForCode(Ask ask) {
    return ask.page(views.code(FormState.empty(), ask.words()));
  }

  private Answer openCode(Ask ask) {
    String typed = ask.form().text("code");
    if (typed.isEmpty()) {
      return askAgain(ask, 422, typed, "record.code-missing");
    }
    Optional<Contribution> found = find(ask, typed);
    return found.isEmpty()
        ? askAgain(ask, 404, typed, "record.code-unknown")
        : Answer.seeOther(ReceiptService.path(found.get()));
  }

  private Answer show(Ask ask) {
    Optional<Contribution> found = find(ask, ask.value("receipt"));
    if (found.isEmpty()) {
      return unknown(ask);
    }
    receipts.opens(ask.visitor(), found.get());
    boolean own = receipts.isOwnDevice(found.get(), ask.visitor().device());
    return ask.page(views.receipt(found.get(), own, "", FormState.empty(), ask.words()));
  }

  private Answer showWithKey(Ask ask) {
    Optional<Contribution> found = find(ask, ask.value("receipt"));
    if (found.isEmpty()) {
      return unknown(ask);
    }
    String key = ask.value(KEY);
    if (!receipts.isKey(found.get(), key)) {
      ask.spend(Limit.CODE);
      throw new ProblemException(new Problem.NotFound());
    }
    receipts.opens(ask.visitor(), found.get());
    return ask.page(views.receipt(found.get(), true, key, FormState.empty(), ask.words()));
  }

  private Answer openWords(Ask ask) {
    Optional<Contribution> found = find(ask, ask.value("receipt"));
    if (found.isEmpty()) {
      return unknown(ask);
    }
    Contribution contribution = found.get();
    ask.checkOn(Limit.WORDS, contribution.id());
    String first = ask.form().text("first");
    String second = ask.form().text("second");
    String wrong =
        switch (receipts.tryWords(contribution, first, second)) {
          case OPEN -> "";
          case NOT_TWO -> "record.words-two";
          case WRONG -> "record.words-wrong";
        };
    if (wrong.isEmpty()) {
      return Answer.seeOther(receipts.longPath(contribution));
    }
    ask.spend(Limit.CODE);
    ask.spendOn(Limit.WORDS, contribution.id());
    var form =
        FormState.of(ask.form().fields())
            .withErrors(List.of(new FieldError("first", ask.words().say(wrong))));
    return ask.page(422, views.receipt(contribution, false, "", form, ask.words()));
  }

  private Answer askForUse(Ask ask) {
    Contribution contribution = codes.standing(ask);
    String key = ask.query(KEY);
    boolean open = codes.isOpen(ask, contribution, key);
    var form = UseForm.current(contribution, open);
    return ask.page(views.use(contribution, open, key, form, ask.words()));
  }

  private Answer changeUse(Ask ask) {
    Contribution contribution = codes.standing(ask);
    String key = ask.form().text(KEY);
    boolean open = codes.isOpen(ask, contribution, key);
    var form = FormState.of(ask.form().fields());
    List<FieldError> problems = UseForm.problems(form, contribution, open, ask.words());
    if (!problems.isEmpty()) {
      return ask.page(
          422, views.use(contribution, open, key, form.withErrors(problems), ask.words()));
    }
    try {
      UseForm.Wanted wanted = UseForm.read(form, contribution, open);
      if (!open) {
        receipts.allowLess(contribution, wanted);
      } else if (!receipts.changeUse(contribution, wanted, ask.words().language())) {
        return CodeLookup.held(contribution.consultation(), contribution.receipt());
      }
    } catch (ContributionGoneException e) {
      throw new ProblemException(new Problem.Gone());
    }
    return Answer.seeOther(back(contribution, key)).flash("record.uses-changed");
  }

  private static String back(Contribution contribution, String key) {
    String path = ReceiptService.path(contribution);
    return key.matches("[A-Za-z0-9_-]{1,64}") ? path + "/" + key : path;
  }

  private Optional<Contribution> find(Ask ask, String typed) {
    return codes.find(ask, typed);
  }

  private Answer unknown(Ask ask) {
    return askAgain(ask, 404, ask.value("receipt"), "record.code-unknown");
  }

  private Answer askAgain(Ask ask, int status, String typed, String why) {
    var form =
        FormState.of(Map.of("code", List.of(typed)))
            .withErrors(List.of(new FieldError("code", ask.words().say(why))));
    return ask.page(status, views.code(form, ask.words()));
  }
}
