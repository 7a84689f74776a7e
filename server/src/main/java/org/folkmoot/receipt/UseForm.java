package org.folkmoot.receipt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.MoreChoices;

/// The form that changes how a contribution is used: fields as the closing questions have them.
/// Without proof that the contributor asks (`open`), it only ever lowers.
final class UseForm {

  /// What is wanted from now on.
  ///
  /// @param contact a phone number or e-mail address; empty to keep the one that is known
  record Wanted(Scopes scopes, String quoteAs, Tell tell, String contact) {}

  /// Ways to use words, each allowing what those before it do.
  static final List<String> USES = List.of("count", "unnamed", "named");

  static final String AS_BEFORE = "as-before";

  private UseForm() {}

  /// Scans of letters and cards show a hand, an address, a signature: never with the words.
  static boolean hasFilesToShow(Contribution c) {
    return !c.media().isEmpty() && (c.channel() == Channel.STORY || c.consent().scopes().media());
  }

  static String use(Scopes scopes) {
    return scopes.named() ? "named" : scopes.quoted() ? "unnamed" : "count";
  }

  /// How it is used now, as the form starts.
  static FormState current(Contribution c, boolean open) {
    Map<String, List<String>> values = new HashMap<>();
    Scopes scopes = c.consent().scopes();
    values.put("use", List.of(use(scopes)));
    values.put("tell", List.of(tell(c.tell(), open)));
    if (open) {
      values.put("use-name", List.of(c.consent().name()));
    }
    tick(values, "website", scopes.published());
    tick(values, MoreChoices.WORDS_ONLY, scopes.quoted() && !scopes.media());
    tick(values, MoreChoices.CONTACT, scopes.contact());
    tick(values, MoreChoices.KEEP, scopes.keep());
    return FormState.of(values);
  }

  private static void tick(Map<String, List<String>> values, String name, boolean on) {
    if (on) {
      values.put(name, List.of("yes"));
    }
  }

  static List<FieldError> problems(FormState form, Contribution c, boolean open, Words words) {
    List<FieldError> found = new ArrayList<>();
    int use = USES.indexOf(form.value("use"));
    if (use < 0) {
      found.add(new FieldError("use", words.say("common.use-missing")));
    }
    if (!open && use > USES.indexOf(use(c.consent().scopes()))) {
      found.add(new FieldError("use", words.say("record.use-locked")));
    }
    if (open && form.value("use").equals("named") && form.value("use-name").isEmpty()) {
      found.add(new FieldError("use-name", words.say("common.use-name-missing")));
    }
    if (open) {
      contactProblems(form, c, words, found);
    }
    return found;
  }

  private static void contactProblems(
      FormState form, Contribution c, Words words, List<FieldError> found) {
    String phone = form.value("tell-phone");
    boolean keepsPhone = phone.isEmpty() && c.tell() == Tell.PHONE;
    if (form.value("tell").equals("phone")
        && !keepsPhone
        && phone.chars().filter(Character::isDigit).count() < 6) {
      found.add(new FieldError("tell-phone", words.say("common.tell-phone-missing")));
    }
    String email = form.value("tell-email");
    boolean keepsEmail = email.isEmpty() && c.tell() == Tell.EMAIL;
    if (form.value("tell").equals("email") && !keepsEmail && !email.matches("[^@\\s]+@[^@\\s]+")) {
      found.add(new FieldError("tell-email", words.say("common.tell-email-missing")));
    }
  }

  /// Reads a form that has no [#problems].
  static Wanted read(FormState form, Contribution c, boolean open) {
    Scopes now = c.consent().scopes();
    boolean named = form.value("use").equals("named");
    boolean quoted = named || form.value("use").equals("unnamed");
    boolean website = form.has("website", "yes") && quoted && !c.under18();
    Tell tell = tell(form.value("tell"), c.tell(), open);
    boolean media = quoted && hasFilesToShow(c) && !form.has(MoreChoices.WORDS_ONLY, "yes");
    boolean contact = tell != Tell.CODE && form.has(MoreChoices.CONTACT, "yes");
    var asked =
        new Scopes(quoted, named, website, media, contact, form.has(MoreChoices.KEEP, "yes"));
    return new Wanted(
        open ? asked : asked.and(now),
        open ? form.value("use-name") : c.consent().name(),
        tell,
        open ? contact(form, tell) : "");
  }

  private static String contact(FormState form, Tell tell) {
    return switch (tell) {
      case PHONE -> form.value("tell-phone");
      case EMAIL -> form.value("tell-email");
      case CODE -> "";
    };
  }

  private static Tell tell(String value, Tell now, boolean open) {
    if (value.equals("code")) {
      return Tell.CODE;
    }
    if (!open) {
      return now;
    }
    return switch (value) {
      case "phone" -> Tell.PHONE;
      case "email" -> Tell.EMAIL;
      default -> now;
    };
  }

  private static String tell(Tell now, boolean open) {
    return switch (now) {
      case PHONE -> open ? "phone" : AS_BEFORE;
      case EMAIL -> open ? "email" : AS_BEFORE;
      case CODE -> "code";
    };
  }
}
