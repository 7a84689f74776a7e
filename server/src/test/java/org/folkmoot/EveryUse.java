package org.folkmoot;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.ReceiptCode;

/// One voice for each use that can be allowed and for each way of standing in the record, each with
/// words of its own, and who may find them.
final class EveryUse {

  static final String PUBLIC = "public";
  static final String PASS = "evening pass";
  static final String SENDER = "who sent what was declined";

  private static final String STORY = "/c/after-six/stories/new";

  private static final Scopes NONE = Scopes.none();
  private static final Scopes QUOTED = new Scopes(true, false, false, false, false, false);
  private static final Scopes NAMED = new Scopes(true, true, false, false, false, false);
  private static final Scopes PUBLISHED = new Scopes(true, false, true, false, false, false);
  private static final Scopes SHOWN = new Scopes(true, false, true, true, false, false);
  private static final Scopes CONTACT = new Scopes(false, false, false, false, true, false);
  private static final Scopes KEPT = new Scopes(false, false, false, false, false, true);
  private static final Scopes ALL = new Scopes(true, true, true, true, true, true);

  /// Those who read the record as staff; an admin holds every role but the lead's.
  private static final Set<Role> STAFF =
      EnumSet.of(Role.ADMIN, Role.OFFICER, Role.MODERATOR, Role.ANALYST, Role.SAFEGUARDING);

  private static final Set<Role> DECIDING = with(STAFF, Role.COUNCILLOR);

  private final Portal portal;

  /// Who may find a word: names of readers.
  private final Map<String, Set<String>> mayFind = new LinkedHashMap<>();

  private final List<String> ids = new ArrayList<>();
  private final List<String> receipts = new ArrayList<>();
  private final Set<String> media = new TreeSet<>();
  private final Browser sender;
  private final List<String> codesOfDeclined = new ArrayList<>();

  private EveryUse(Portal portal) {
    this.portal = portal;
    this.sender = portal.resident();
  }

  /// Everybody speaks in the made-up town.
  static EveryUse in(Portal portal) throws IOException {
    var all = new EveryUse(portal);
    all.voices();
    all.spoken();
    return all;
  }

  /// Words, each with the names of those readers who may find it; everybody else may not.
  Map<String, Set<String>> mayFind() {
    return mayFind;
  }

  void mayFind(String word, Role... readers) {
    mayFind.put(word, Arrays.stream(readers).map(Role::name).collect(toSet()));
  }

  List<String> ids() {
    return ids;
  }

  Set<String> media() {
    return media;
  }

  List<String> codesOfDeclined() {
    return codesOfDeclined;
  }

  Browser sender() {
    return sender;
  }

  private void voices() throws IOException {
    Set<String> all =
        Stream.concat(names(EnumSet.allOf(Role.class)), Stream.of(PUBLIC, PASS, SENDER))
            .collect(toSet());
    voice("zqnone", NONE, STAFF);
    voice("zqquoted", QUOTED, DECIDING);
    voice("zqnamed", NAMED, DECIDING);
    voice("zqcontact", CONTACT, STAFF);
    voice("zqkept", KEPT, STAFF);
    mayFind.put("zqpublished", all);
    clear(told("zqpublished", PUBLISHED));
    mayFind.put("zqall", all);
    clear(told("zqall", ALL));
    mayFind.put("zqshown", all);
    mayFind.put("zqpictureshown", all);
    clear(pictured("zqshown", SHOWN, "no"));
    mayFind.put("zqothers", all);
    mayFind.put("zqpictureothers", readers(STAFF));
    clear(pictured("zqothers", SHOWN, "not-asked"));
    mayFind.put("zqunshown", all);
    mayFind.put("zqpictureunshown", readers(STAFF));
    clear(pictured("zqunshown", PUBLISHED, "no"));
    // A name that may be published is everybody's; else it is for those who report and decide.
    mayFind.put(
        "Zqnamed Person",
        readers(
            EnumSet.of(
                Role.ADMIN, Role.OFFICER, Role.MODERATOR, Role.SAFEGUARDING, Role.COUNCILLOR)));
    mayFind.put("Zqall Person", all);

    mayFind.put("zqwaits", readers(STAFF));
    told("zqwaits", ALL);
    Set<String> ofTheDeclined = new HashSet<>(readers(STAFF));
    ofTheDeclined.add(SENDER);
    for (String mark : List.of("zqdeclined", "zqappealed")) {
      mayFind.put(mark, ofTheDeclined);
      String declined = allowing(sent(form(sender, mark)), mark, ALL);
      portal.record().service().decline(declined, "Amina", "It names a neighbour.");
      codesOfDeclined.add(receipts.getLast());
    }
    sender.get("/r/" + receipts.getLast() + "/second-look").form().submit();
    mayFind.put("zqheld", Set.of(Role.SAFEGUARDING.name()));
    portal.record().service().hold(told("zqheld", ALL), "Amina");
    mayFind.put("zqyoung", readers(STAFF));
    clear(sent(form("zqyoung").set("under18", "yes")));
    mayFind.put("zqleftout", readers(STAFF));
    mayFind.put("zqremains", all);
    String cut = told("zqleftout", PUBLISHED);
    portal
        .record()
        .service()
        .addText(cut, new DerivedText("REDACTION", "en", "She zqremains.", "A", "A"), "Amina");
    clear(cut);
    mayFind.put("zqgone", Set.of());
    String gone = told("zqgone", ALL);
    clear(gone);
    portal.resident().get("/r/" + receipts.getLast() + "/take-back").form().submit();
    // The copy of everything about somebody, to be handed to them.
    mayFind.put("447700900123", readers(EnumSet.of(Role.ADMIN, Role.DPO)));
    mayFind.put("07700 900123", Set.of());
    mayFind.put("zqmail@example.org", Set.of());
    ScreenForm phone = form("zqbyphone");
    mayFind.put("zqbyphone", readers(with(STAFF, Role.DPO)));
    clear(sent(phone.set("tell", "phone").set("tell-phone", "07700 900123")));
    mayFind.put("zqbymail", readers(STAFF));
    clear(sent(form("zqbymail").set("tell", "email").set("tell-email", "zqmail@example.org")));
  }

  private void spoken() {
    mayFind.put("zqremoved", readers(STAFF));
    LiveHour.happens(portal, "zqremoved");
  }

  private void voice(String mark, Scopes scopes, Set<Role> readers) throws IOException {
    mayFind.put(mark, readers(readers));
    clear(told(mark, scopes));
  }

  private String told(String mark, Scopes scopes) {
    return allowing(sent(form(mark)), mark, scopes);
  }

  /// One that was taken back under a legal hold, which its keeper alone can read.
  ///
  /// @param keeper who puts the hold
  /// @return its id
  String underHold(Browser keeper) {
    Browser teller = portal.resident();
    String code = form(teller, "zqlegal").submit().code();
    Screen hold =
        keeper
            .get("/desk/rights/holds")
            .form("/desk/rights/holds")
            .set("code", code)
            .set("why", "A claim")
            .submit();
    teller.get("/r/" + code + "/take-back").form().press("Take it back now");
    mayFind("zqlegal", Role.ADMIN, Role.DPO);
    return hold.path().replaceFirst(".*/", "");
  }

  /// @param others whether others are to be seen, and were asked
  private String pictured(String mark, Scopes scopes, String others) throws IOException {
    ScreenForm form = form(mark).set("description", mark.replace("zq", "zqpicture"));
    form.attach("file", "a.png", "image/png", MediaFiles.picture(9, 9, "png"));
    return allowing(sent(form.set("others", others)), mark, scopes);
  }

  private ScreenForm form(String mark) {
    return form(portal.resident(), mark);
  }

  private static ScreenForm form(Browser who, String mark) {
    ScreenForm form = who.get(STORY).form(STORY).set("words", "Somebody waits, " + mark);
    return form.set("use", "count").set("tell", "code").set("under18", "no");
  }

  private String sent(ScreenForm form) {
    Screen thanks = form.submit();
    assertThat(thanks.path()).as(thanks.errors().toString()).contains("/thanks/");
    Contribution kept =
        portal
            .record()
            .reading()
            .byReceipt(ReceiptCode.parse(thanks.code()).orElseThrow())
            .orElseThrow();
    ids.add(kept.id());
    receipts.add(thanks.code());
    kept.media().forEach(file -> media.add(file.id()));
    return kept.id();
  }

  private String allowing(String id, String mark, Scopes scopes) {
    String name = scopes.named() ? mark.replace("zq", "Zq") + " Person" : "";
    portal
        .record()
        .service()
        .changeUse(
            id,
            new Consent(Consent.CURRENT_WORDING, "en", Consent.Given.SCREEN, "", scopes, name),
            Contribution.Tell.CODE,
            "",
            "the contributor");
    return id;
  }

  private void clear(String id) {
    portal.record().service().check(id, "Amina");
  }

  private static Set<Role> with(Set<Role> roles, Role more) {
    Set<Role> all = EnumSet.copyOf(roles);
    all.add(more);
    return all;
  }

  private static Stream<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name);
  }

  private static Set<String> readers(Set<Role> roles) {
    return names(roles).collect(toSet());
  }
}
