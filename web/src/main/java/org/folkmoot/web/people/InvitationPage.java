package org.folkmoot.web.people;

import org.folkmoot.web.Page;

/// A one-time link, shown once, to be handed over.
public record InvitationPage(String title, String lead, String link, String note, String backHref)
    implements Page {
  @Override
  public String template() {
    return "people/invitation.mustache";
  }
}
