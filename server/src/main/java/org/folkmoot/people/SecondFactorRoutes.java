package org.folkmoot.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Limit;
import org.folkmoot.door.QrPicture;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.people.FactorPage;
import org.folkmoot.web.people.RecoveryPage;

/// The second proof, for whoever gave the first: a code from an app, which is connected the first
/// time. Who gave none begins at the first page of signing in.
final class SecondFactorRoutes implements RouteTable.Routes {

  static final String CODE = "/sign-in/code";
  static final String SET_UP = "/sign-in/set-up";

  private final SignInService signIns;
  private final PeopleService people;
  private final Supplier<String> council;

  SecondFactorRoutes(SignInService signIns, PeopleService people, Supplier<String> council) {
    this.signIns = signIns;
    this.people = people;
    this.council = council;
  }

  @Override
  public void register(RouteTable table) {
    table.get(CODE, Access.everyone(), ask -> page(ask, 200, List.of()));
    table.post(CODE, Access.everyone(), Limit.SIGN_IN, this::code);
    table.get(SET_UP, Access.everyone(), ask -> page(ask, 200, List.of()));
    table.post(SET_UP, Access.everyone(), Limit.SIGN_IN, this::setUp);
  }

  /// The page that fits: whoever is connected types a code, whoever is not connects.
  private Answer page(Ask ask, int status, List<FieldError> errors) {
    Optional<SignInRepository.Half> half = signIns.half(cookie(ask));
    if (half.isEmpty()) {
      return Answer.seeOther("/sign-in").cookie(Cookies.SIGN_IN, "", 0);
    }
    boolean connected = signIns.isSetUp(half.get());
    Words words = ask.words();
    FormState form = FormState.empty().withErrors(errors);
    String key = connected ? "people.factor." : "people.factor.set-up-";
    var code =
        form.text("code", words.say(key + "code"))
            .filledBy("one-time-code")
            .keyboard(connected ? "text" : "numeric")
            .atMost(40);
    return ask.page(
        status,
        new FactorPage(
            words.say(key + "title"),
            words.say(key + "lead", "council", council.get()),
            form.summary(),
            connected ? null : connect(words, half.get()),
            code,
            connected ? CODE : SET_UP,
            Button.main(words.say(key + "button")),
            words.say(key + "help")));
  }

  private FactorPage.Connect connect(Words words, SignInRepository.Half half) {
    String secret = Totp.shown(half.secret());
    String name = people.find(half.staff()).map(Staff::name).orElse("");
    String issuer = council.get().isEmpty() ? "Folkmoot" : council.get();
    String address =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(encoded(issuer), encoded(name), secret, encoded(issuer));
    return new FactorPage.Connect(
        QrPicture.drawing(address, words.say("people.factor.qr")),
        secret.replaceAll("(.{4})(?=.)", "$1 "),
        address);
  }

  private Answer setUp(Ask ask) {
    Optional<SignInRepository.Half> half = signIns.half(cookie(ask));
    if (half.isEmpty() || signIns.isSetUp(half.get())) {
      return Answer.seeOther(half.isEmpty() ? "/sign-in" : CODE);
    }
    Optional<SignInService.SetUp> done =
        signIns.setUp(cookie(ask), half.get(), ask.form().text("code"), Arrival.from(ask));
    if (done.isEmpty()) {
      return page(ask, 422, wrong(ask.words().say("people.factor.set-up-wrong")));
    }
    Words words = ask.words();
    Arrival.In in = done.get().arrival();
    return ask.page(
            new RecoveryPage(
                words.say("people.factor.recovery-title"),
                words.say("people.factor.recovery-lead"),
                done.get().recovery(),
                in.next()))
        .cookie(Cookies.SESSION, in.session(), PeopleService.SESSION.toSeconds())
        .cookie(Cookies.SIGN_IN, "", 0);
  }

  private Answer code(Ask ask) {
    Optional<SignInRepository.Half> half = signIns.half(cookie(ask));
    if (half.isEmpty() || !signIns.isSetUp(half.get())) {
      return Answer.seeOther(half.isEmpty() ? "/sign-in" : SET_UP);
    }
    SignInService.Tried tried =
        signIns.attempt(
            cookie(ask), half.get(), ask.form().text("code"), ask.address(), Arrival.from(ask));
    Words words = ask.words();
    return switch (tried.outcome()) {
      case SecondFactor.Tried.Right _ ->
          tried.arrival().map(Arrival::answer).orElseGet(() -> Answer.seeOther("/sign-in"));
      case SecondFactor.Tried.Wrong _ -> page(ask, 422, wrong(words.say("people.factor.wrong")));
      case SecondFactor.Tried.Used _ -> page(ask, 422, wrong(words.say("people.factor.used")));
      case SecondFactor.Tried.Wait wait ->
          page(ask, 429, wrong(SignInRoutes.waiting(words, wait.pause())));
    };
  }

  private static String cookie(Ask ask) {
    return ask.cookie(Cookies.SIGN_IN);
  }

  private static List<FieldError> wrong(String why) {
    return List.of(new FieldError("code", why));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
