package org.folkmoot;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Every page that anybody can open is open to everybody. Beside [StaffPagesIT], so that two
/// browsers share the work.
@Order(1)
final class ResidentPagesIT {

  private static final String TOWN = EveryPage.TOWN;
  private static final String OVER = EveryPage.OVER;

  @Test
  void no_page_shuts_anybody_out_as_far_as_a_program_can_tell() {
    try (EveryPage pages = new EveryPage()) {
      pages.look(
          pages.portal.resident(),
          List.of(
              "/",
              TOWN,
              TOWN + "/plain",
              TOWN + "/easy",
              TOWN + "/listen",
              TOWN + "/panel",
              TOWN + "/statements",
              TOWN + "/statements/own",
              TOWN + "/forum",
              TOWN + "/forum/after-six-live",
              TOWN + "/forum/after-six-live/join",
              TOWN + "/forum/topics/a-bus-you-book",
              TOWN + "/stories",
              TOWN + "/stories/new",
              TOWN + "/text",
              TOWN + "/meetings",
              TOWN + "/meetings/saltmarsh-hall",
              TOWN + "/jury",
              TOWN + "/letter",
              TOWN + "/record",
              "/r",
              "/r/ABC",
              "/i/wrenmouth",
              "/i/wrenmouth/stages",
              "/i/wrenmouth/agenda",
              "/i/wrenmouth/indicators",
              "/i/wrenmouth/invitations",
              "/i/wrenmouth/check",
              "/i/wrenmouth/learning",
              "/i/wrenmouth/log",
              "/ask",
              "/demo/one-voice",
              OVER + "/decision",
              OVER + "/report",
              "/accessibility",
              "/privacy",
              "/moderation",
              "/about",
              "/sign-in",
              "/sign-in/key",
              "/nowhere",
              TOWN + "/panel?lang=pl",
              TOWN + "/signing?lang=pl"));
    }
  }
}
