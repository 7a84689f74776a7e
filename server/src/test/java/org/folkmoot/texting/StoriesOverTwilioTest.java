package org.folkmoot.texting;

import java.util.Map;

/// The stories as Twilio tells the portal of texts: signed calls, answered in TwiML.
class StoriesOverTwilioTest extends TextedStories {
  @Override
  TextedLine line() {
    return (town, from, message, words) -> town.phone(from).text(words, message);
  }

  @Override
  Map<String, String> settings() {
    return Telephone.lineToNobody();
  }
}
