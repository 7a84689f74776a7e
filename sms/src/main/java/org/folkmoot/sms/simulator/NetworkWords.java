package org.folkmoot.sms.simulator;

import java.util.Locale;
import java.util.Set;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.jspecify.annotations.Nullable;

/// The words a gateway acts on by itself, each only as a whole text, and what it answers. Source:
/// Twilio's default keywords and default answers.
final class NetworkWords {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private NetworkWords() {}

  static @Nullable OptOutType of(String body) {
    var word = body.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      return OptOutType.STOP;
    }
    if (START.contains(word)) {
      return OptOutType.START;
    }
    return HELP.contains(word) ? OptOutType.HELP : null;
  }

  static String answer(OptOutType type) {
    return switch (type) {
      case STOP ->
          "You have successfully been unsubscribed. You will not receive any more messages from"
              + " this number. Reply START to resubscribe.";
      case START ->
          "You have successfully been re-subscribed to messages from this number. Reply HELP for"
              + " help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
      case HELP -> "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
    };
  }
}
