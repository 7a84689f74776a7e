package org.folkmoot.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What surrounds every page: who the council is, where the reader is, the question always in
/// sight, the ways to get help. Templates read it as `{{frame.…}}`.
///
/// Made once per request by [#of] and refined through the `with…` methods, each of which answers a
/// new frame.
///
/// @param path the page's own path and query, for links that come back to it
/// @param csrf the token every form carries; empty where the page has no form
/// @param notice something that has just been done, said once
/// @param staffName who is signed in, if this is a staff page
/// @param nav main links, the current one marked
/// @param emergency what to do in danger, said at the foot of every page
/// @param demo people to look round as, each with where a press signs in, the one who looks round
///   now marked; empty outside the demo
/// @param demoNow that one's name in short; null if it is none of them
/// @param tour what somebody new to the demo does first; null outside it
/// @param assetVersion content hash of all assets, part of their address
/// @param noindex ask search engines to leave the page alone
/// @param question the consultation this page belongs to, if it belongs to one
/// @param crumbs the pages above this one, from the desk down; empty where there is no desk above
public record Frame(
    String language,
    String dir,
    String councilName,
    String path,
    String csrf,
    @Nullable Notice notice,
    boolean staff,
    @Nullable String staffName,
    List<Link> nav,
    String emergency,
    List<Link> demo,
    @Nullable String demoNow,
    @Nullable Link tour,
    List<LanguageLink> otherLanguages,
    String assetVersion,
    boolean noindex,
    String homeHref,
    @Nullable Help help,
    @Nullable Question question,
    List<Link> crumbs,
    List<Link> foot) {

  public Frame {
    nav = List.copyOf(nav);
    demo = List.copyOf(demo);
    otherLanguages = List.copyOf(otherLanguages);
    crumbs = List.copyOf(crumbs);
    foot = List.copyOf(foot);
  }

  /// The same page in another language; `label` is that language's own name.
  public record LanguageLink(String label, String href, String lang, String dir) {}

  /// Something said once at the top of the page; `good` marks a thing done, else a thing to mind.
  public record Notice(String text, boolean good) {}

  /// How to reach a person, in the same place on every page; what is null is not offered.
  ///
  /// @param phone as people write it
  /// @param text as people write it; `textTo` is the same as the world dials it
  public record Help(
      @Nullable String phone,
      @Nullable String text,
      @Nullable String textTo,
      @Nullable String email) {
    /// The same number for a `tel:` address, which may hold no spaces.
    public @Nullable String phoneTo() {
      return phone == null ? null : phone.replaceAll("[^0-9+*#]", "");
    }
  }

  /// The question that is being asked, its page, and the language it is asked in.
  ///
  /// @param looked when somebody looks at what is sent in here, in a sentence; null where that is
  ///   told otherwise
  public record Question(String text, String href, String lang, @Nullable String looked) {
    public Question(String text, String href, String lang) {
      this(text, href, lang, null);
    }
  }

  /// A bare frame in the words' language: no form token, no links, no help.
  public static Frame of(Words words, String councilName, String path) {
    return new Frame(
        words.language(),
        words.dir(),
        councilName,
        path,
        "",
        null,
        false,
        null,
        List.of(),
        words.say("common.emergency"),
        List.of(),
        null,
        null,
        List.of(),
        Assets.all().version(),
        false,
        "/",
        null,
        null,
        List.of(),
        List.of());
  }

  public boolean hasNav() {
    return !nav.isEmpty() || staffName != null;
  }

  public boolean hasDemo() {
    return !demo.isEmpty();
  }

  public boolean hasLanguages() {
    return !otherLanguages.isEmpty();
  }

  public boolean hasCrumbs() {
    return !crumbs.isEmpty();
  }

  public boolean hasFoot() {
    return !foot.isEmpty();
  }

  public Frame withCsrf(String token) {
    return change(b -> b.csrf = token);
  }

  public Frame withNotice(@Nullable Notice said) {
    return change(b -> b.notice = said);
  }

  /// A staff page, with the name of who is signed in.
  public Frame withStaff(String name) {
    return change(b -> b.staffName = name);
  }

  public Frame withNav(List<Link> links) {
    return change(b -> b.nav = links);
  }

  public Frame withEmergency(String text) {
    return change(b -> b.emergency = text);
  }

  public Frame withDemo(List<Link> people, @Nullable String now, @Nullable Link first) {
    return change(b -> {
      b.demo = people;
      b.demoNow = now;
      b.tour = first;
    });
  }

  public Frame withOtherLanguages(List<LanguageLink> links) {
    return change(b -> b.otherLanguages = links);
  }

  public Frame withNoindex() {
    return change(b -> b.noindex = true);
  }

  public Frame withHelp(@Nullable Help ways) {
    return change(b -> b.help = ways);
  }

  public Frame withQuestion(@Nullable Question asked) {
    return change(b -> b.question = asked);
  }

  public Frame withCrumbs(List<Link> links) {
    return change(b -> b.crumbs = links);
  }

  public Frame withFoot(List<Link> links) {
    return change(b -> b.foot = links);
  }

  private interface Change {
    void apply(Draft draft);
  }

  private Frame change(Change change) {
    Draft draft = new Draft(this);
    change.apply(draft);
    return draft.frame();
  }

  private static final class Draft {
    private final Frame from;
    private String csrf;
    private @Nullable Notice notice;
    private @Nullable String staffName;
    private List<Link> nav;
    private String emergency;
    private List<Link> demo;
    private @Nullable String demoNow;
    private @Nullable Link tour;
    private List<LanguageLink> otherLanguages;
    private boolean noindex;
    private String homeHref;
    private @Nullable Help help;
    private @Nullable Question question;
    private List<Link> crumbs;
    private List<Link> foot;

    Draft(Frame from) {
      this.from = from;
      this.csrf = from.csrf;
      this.notice = from.notice;
      this.staffName = from.staffName;
      this.nav = from.nav;
      this.emergency = from.emergency;
      this.demo = from.demo;
      this.demoNow = from.demoNow;
      this.tour = from.tour;
      this.otherLanguages = from.otherLanguages;
      this.noindex = from.noindex;
      this.homeHref = from.homeHref;
      this.help = from.help;
      this.question = from.question;
      this.crumbs = from.crumbs;
      this.foot = from.foot;
    }

    Frame frame() {
      return new Frame(
          from.language,
          from.dir,
          from.councilName,
          from.path,
          csrf,
          notice,
          staffName != null,
          staffName,
          nav,
          emergency,
          demo,
          demoNow,
          tour,
          otherLanguages,
          from.assetVersion,
          noindex,
          homeHref,
          help,
          question,
          crumbs,
          foot);
    }
  }
}
