package org.folkmoot;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Every page that staff and councillors open is open to everybody among them.
@Order(1)
final class StaffPagesIT {

  private static final String TOWN = EveryPage.TOWN;

  @Test
  void no_page_of_staff_shuts_anybody_out_as_far_as_a_program_can_tell() {
    try (EveryPage pages = new EveryPage()) {
      String desk = "/desk" + TOWN;
      pages.look(
          pages.portal.as("officer"),
          List.of(
              "/desk",
              desk,
              desk + "/edit",
              desk + "/recording",
              desk + "/wording?in=pl",
              desk + "/record",
              desk + "/panel",
              desk + "/statements",
              desk + "/forum",
              desk + "/forum/after-six-live",
              desk + "/stories",
              desk + "/letters",
              desk + "/texting",
              desk + "/texting/flow",
              desk + "/texting/flow/question",
              desk + "/meetings",
              desk + "/meetings/saltmarsh-hall",
              desk + "/meetings/saltmarsh-hall/notes",
              desk + "/meetings/saltmarsh-hall/cards",
              desk + "/meetings/saltmarsh-hall/dots",
              desk + "/jury",
              desk + "/report",
              desk + "/decision",
              "/desk/people",
              "/desk/i/wrenmouth"));
      pages.look(pages.portal.as("councillor"), List.of(TOWN + "/read", TOWN + "/report"));
      pages.look(pages.portal.as("safety"), List.of(desk + "/safety"));
    }
  }
}
