package org.folkmoot.web.problem;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;

/// A page that is not there, and a fault of ours.
public final class ProblemSamples implements Samples {
  @Override
  public List<Page> pages() {
    List<Link> on = List.of(new Link("See what is being asked", "/"));
    return List.of(
        new ProblemPage(
            404, "This page is not here", "It may have moved, or been taken back.", null, on),
        new ProblemPage(
            500, "Something went wrong with us", "Nothing you sent was lost.", "k3v9", on),
        new SendAgainPage(
            "One more press, please",
            "/c/after-six/panel",
            List.of(new SendAgainPage.Field("text", "No bus after six"))));
  }
}
