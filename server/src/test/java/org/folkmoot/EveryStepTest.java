package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.door.Role;
import org.folkmoot.ledger.Act;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine stops before each single write of an act, and once after it was answered: a portal
/// started on what is left finds the act wholly done or not begun, and whoever presses again gets
/// the same answer, and the act is in the log once. Two moments of each act are looked at, others
/// each time; with `-Dstress=1` every one.
@Order(2)
final class EveryStepTest {

  private static final String TOWN = "/c/after-six";
  private static final String STORY = TOWN + "/stories/new";
  private static final String WORD = "zqkittiwake";

  /// What becomes of the voice that all of this is about.
  private enum Stands {
    NOT_YET,
    WHOLE,
    GONE
  }

  @TempDir Path data;
  @TempDir Path copies;

  private Portal portal;
  private Moments moments;
  private Browser sender;
  private String code = "";
  private int walked;

  @Test
  void an_act_is_wholly_done_or_can_be_wholly_repeated_wherever_it_is_cut_off() throws IOException {
    Portal.over(data, Duration.ZERO, Map.of()).setUp().close();
    var between = new Moments(data, copies);
    moments = between;
    String key = data.resolve("master-key.json").toString();
    portal =
        Portal.over(
            data, Duration.ZERO, Map.of("mongodb_uri", moments.uri(), "master_key_file", key));
    try (between;
        Portal running = portal) {
      sender = running.resident();
      ScreenForm told = story();
      cutOff(pressed(sender, told, ""), Act.Kind.RECEIVED, Stands.NOT_YET, Stands.WHOLE);
      portal.record().service().check(voice(portal).orElseThrow().id(), "Amina");

      Browser finder = running.resident();
      ScreenForm hide = takeBack(finder);
      cutOff(
          pressed(finder, hide, "Take it back now"),
          Act.Kind.TAKEN_BACK,
          Stands.WHOLE,
          Stands.GONE);
      ScreenForm back = sender.get("/r/" + code).form("/put-back");
      cutOff(pressed(sender, back, ""), Act.Kind.PUT_BACK, Stands.GONE, Stands.WHOLE);
      takeBack(finder).press("Take it back now");
      portal.time().forward(Duration.ofDays(7));
      cutOff(
          at -> at.record().service().withdrawals().erase(),
          Act.Kind.ERASED,
          Stands.GONE,
          Stands.GONE);

      sender = running.resident();
      code = story().submit().code();
      portal.record().service().check(voice(portal).orElseThrow().id(), "Amina");
      ScreenForm forGood = takeBack(sender);
      cutOff(
          pressed(sender, forGood, "Take it back now"),
          Act.Kind.TAKEN_BACK,
          Stands.WHOLE,
          Stands.GONE);
      held();
      underHold();
      byRight();
    }
    System.out.printf("%d moments, each found whole%n", walked);
  }

  /// What the safeguarding lead has is taken back, and then their case ends.
  private void held() throws IOException {
    sender = portal.resident();
    code = story().set("words", "He hits me at the " + WORD).submit().code();
    ScreenForm back = takeBack(sender);
    cutOff(
        pressed(sender, back, "Take it back now"), Act.Kind.TAKEN_BACK, Stands.WHOLE, Stands.GONE);
    String id = voice(portal).orElseThrow().id();
    assertThat(portal.record().service().withdrawals().isKeptForLead(id)).isTrue();
    cutOff(
        at -> at.record().service().withdrawals().endCase(id, "Ruth"),
        Act.Kind.ERASED,
        Stands.GONE,
        Stands.GONE);
  }

  /// What was taken back under a legal hold is erased when that is lifted.
  private void underHold() throws IOException {
    sender = portal.resident();
    code = story().submit().code();
    String id = voice(portal).orElseThrow().id();
    portal.record().service().check(id, "Amina");
    cutOff(
        at -> at.record().service().holds().put(id, "Dana", "A claim"),
        Act.Kind.HOLD_PUT,
        Stands.WHOLE,
        Stands.WHOLE);
    takeBack(sender).press("Take it back now");
    assertThat(portal.record().service().holds().isKept(id)).isTrue();
    cutOff(
        at -> {
          at.record().service().holds().lift(id, "Dana", "Settled");
          assertThat(at.record().service().holds().isKept(id)).isFalse();
        },
        Act.Kind.ERASED,
        Stands.GONE,
        Stands.GONE);
  }

  /// Somebody's right: everything is deleted at the second approval.
  private void byRight() throws IOException {
    sender = portal.resident();
    code = story().submit().code();
    portal.record().service().check(voice(portal).orElseThrow().id(), "Amina");
    Browser dana = officer("Dana");
    Browser dele = officer("Dele");
    Screen request =
        dana.get("/desk/rights")
            .form("/desk/rights")
            .set("who", code)
            .set("identity", "Called back")
            .submit();
    request.form("/approve").submit();
    ScreenForm second = dele.get(request.path()).form("/approve");
    cutOff(pressed(dele, second, ""), Act.Kind.TAKEN_BACK, Stands.WHOLE, Stands.GONE);
  }

  private Browser officer(String name) {
    var invited = portal.app().people().invite(name, Set.of(Role.DPO), "", "", "Amina");
    Browser who = portal.resident();
    who.get("/enter/" + invited.secret()).form().submit();
    return who;
  }

  private ScreenForm story() throws IOException {
    return sender
        .get(STORY)
        .form(STORY)
        .set("title", WORD + " at the quay")
        .set("words", "A " + WORD + " waits in the rain.")
        .set("description", "The " + WORD)
        .attach("file", "bird.png", "image/png", MediaFiles.picture(9, 9, "png"))
        .closing();
  }

  private ScreenForm takeBack(Browser who) {
    return who.get("/r/" + code + "/take-back").form();
  }

  /// The same form by the same person, wherever the portal is.
  private Consumer<Portal> pressed(Browser who, ScreenForm form, String button) {
    return at -> {
      ScreenForm there = form.by(who.at(at));
      Screen answer = button.isEmpty() ? there.submit() : there.press(button);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      if (!answer.page().select(".receipt__code").isEmpty()) {
        code = answer.code();
      }
    };
  }

  private void cutOff(Consumer<Portal> act, Act.Kind kind, Stands before, Stands after)
      throws IOException {
    Moments.Walk walk = moments.of(() -> act.accept(portal));
    String told = code;
    long once = acts(portal, kind);
    Duration later = Duration.between(MutableTime.START, portal.time().instant());
    assertThat(walk.writes()).isGreaterThan(2);
    for (Moments.Moment moment : walk.kept()) {
      String where = kind + " " + moment.number() + " of " + walk.writes();
      try (Portal again = Portal.over(moment.files(), later, Map.of())) {
        Stands found = stands(again, where);
        assertThat(found).as(where).isIn(before, after);
        if (moment.number() == walk.writes()) {
          assertThat(found).as("what was acknowledged").isEqualTo(after);
        }
        act.accept(again);
        if (found != Stands.NOT_YET) {
          assertThat(code).as(where + ": the same code").isEqualTo(told);
        }
        assertThat(stands(again, where + ", pressed again")).isEqualTo(after);
        assertThat(acts(again, kind)).as(where).isEqualTo(once);
      }
      code = told;
      walked++;
      if (after == Stands.GONE) {
        // What only hides keeps one sealed copy, which this word cannot be read in.
        assertThat(traces(moment.files())).as(where).isEmpty();
      }
      Portal.remove(moment.files());
    }
  }

  /// How the voice stands, the same by every way of looking at it.
  private Stands stands(Portal at, String where) {
    assertThat(at.record().ledger().verify("after-six").wrong()).as(where).isEmpty();
    assertThat(at.record().check().wrong("after-six")).as(where).isEmpty();
    Optional<Contribution> voice = voice(at);
    boolean whole = voice.filter(c -> !c.status().isGone()).isPresent();
    String own = voice.isEmpty() ? "" : sender.at(at).get("/r/" + code).text();
    assertThat(own.contains(WORD)).as(where + ": its own page").isEqualTo(whole);
    boolean isPublic = voice.filter(c -> c.status() == Status.CLEARED).isPresent();
    for (String page : List.of(TOWN + "/record", TOWN + "/stories")) {
      assertThat(at.resident().get(page).html().contains(WORD))
          .as(where + ": " + page)
          .isEqualTo(isPublic);
    }
    if (voice.isEmpty()) {
      return Stands.NOT_YET;
    }
    voice
        .get()
        .media()
        .forEach(file ->
            assertThat(at.resident().get(TOWN + "/media/" + file.id()).status())
                .as(where + ": its picture")
                .isEqualTo(isPublic ? 200 : 404));
    return whole ? Stands.WHOLE : Stands.GONE;
  }

  private Optional<Contribution> voice(Portal at) {
    return ReceiptCode.parse(code).flatMap(at.record().reading()::byReceipt);
  }

  private long acts(Portal at, Act.Kind kind) {
    return at.record().reading().history(voice(at).orElseThrow().id()).stream()
        .filter(entry -> entry.act().kind() == kind)
        .count();
  }

  private static List<String> traces(Path of) {
    try (Store store = Store.embedded(of.resolve("store"))) {
      return store.collections().stream()
          .filter(name -> {
            for (Document document : store.collection(name).find()) {
              if (document.toJson().contains(WORD)) {
                return true;
              }
            }
            return false;
          })
          .toList();
    }
  }
}
