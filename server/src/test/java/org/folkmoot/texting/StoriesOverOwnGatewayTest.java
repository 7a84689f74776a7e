package org.folkmoot.texting;

import java.util.List;
import java.util.Map;

/// The same stories as a telephone with a SIM of its own tells the portal of texts: forms with a
/// secret, answered in JSON.
class StoriesOverOwnGatewayTest extends TextedStories {
  @Override
  TextedLine line() {
    return new TextedLine() {
      @Override
      public List<String> text(TextingTown town, String from, String message, String words) {
        return new SimPhone(town.portal.url())
            .text(from, words, message, town.portal.time().instant().toEpochMilli());
      }

      @Override
      public int fetch(TextingTown town) {
        var sim = new SimPhone(town.portal.url());
        var answer = sim.get("?task=send&secret=" + SimPhone.SECRET);
        return SimPhone.read(answer).path("payload").path("messages").size();
      }
    };
  }

  @Override
  Map<String, String> settings() {
    return SimPhone.LINE;
  }
}
