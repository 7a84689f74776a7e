package org.folkmoot.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.ledger.Act;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Other people in a picture or recording have a say of their own: while they did not agree, nobody
/// outside staff sees or hears it, whatever its teller allowed.
final class OthersTest {

  private static final String NEW = "/c/after-six/stories/new";

  private static Portal portal;
  private static Browser officer;

  @BeforeAll
  static void open() {
    portal = Portal.start(java.util.Map.of(), true);
    officer = portal.as("officer");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void a_file_does_not_come_without_the_answer_and_agreement_not_without_who() throws Exception {
    ScreenForm unasked =
        portal
            .resident()
            .get(NEW)
            .form(NEW)
            .attach("file", "a.png", "image/png", MediaFiles.picture(20, 20, "png"))
            .set("use", "count")
            .set("under18", "no");
    Screen again = unasked.submit();
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors()).containsExactly("Say whether anybody else is to be seen or heard");

    Screen nobodyNamed = again.form(NEW).set("others", "agreed").submit();
    assertThat(nobodyNamed.errors()).containsExactly("Write who agreed, and how");

    Screen thanks =
        nobodyNamed
            .form(NEW)
            .set("others-who", "My two neighbours, at the table")
            .set("others-young", "Their mother for Tom")
            .submit();
    assertThat(found(thanks.code()).media().getFirst().others())
        .isEqualTo(
            new Others(
                Others.State.AGREED, "My two neighbours, at the table / Their mother for Tom"));
  }

  @Test
  void who_was_not_asked_is_shown_to_staff_alone_until_they_agree_and_never_after_they_object()
      throws Exception {
    Contribution story = checked("not-asked");
    String file = "/c/after-six/media/" + story.media().getFirst().id();

    assertThat(portal.resident().get(file).status()).isEqualTo(404);
    assertThat(portal.as("councillor").get(file).status()).isEqualTo(404);
    assertThat(officer.get(file).status()).isEqualTo(200);
    assertThat(read(story).media()).isEmpty();
    assertThat(portal.resident().get("/r/" + story.receipt().printed()).text())
        .contains("Others are in your file who did not agree");

    assertThat(note(story, "agreed", "Ann, by phone").notice()).contains("Noted");
    assertThat(portal.resident().get(file).status()).isEqualTo(200);
    assertThat(read(story).media().getFirst().others().who()).isEmpty();
    assertThat(portal.resident().get("/c/after-six/stories/" + story.id()).text())
        .doesNotContain("Ann, by phone");

    note(story, "objects", "Ann, by letter");
    assertThat(portal.resident().get(file).status()).isEqualTo(404);
    assertThat(read(story).media()).isEmpty();
    var acts = portal.record().reading().history(story.id());
    Act last = acts.getLast().act();
    assertThat(last.kind()).isEqualTo(Act.Kind.OTHERS_NOTED);
    assertThat(last.details()).containsEntry("others", "OBJECTED");
    assertThat(last.why()).isEqualTo("Ann, by letter");
    assertThat(portal.record().check().wrong("after-six")).isEmpty();
  }

  @Test
  void what_is_said_in_such_a_recording_is_not_read_either() throws Exception {
    Contribution story = checked("not-asked");
    officer
        .get("/desk/c/after-six/stories/" + story.id())
        .form("transcript")
        .set("transcript", "Somebody unasked said zebra crossing.")
        .tick("checked")
        .submit();

    assertThat(portal.resident().get("/c/after-six/stories/" + story.id()).text())
        .doesNotContain("zebra");
    note(story, "no", "");
    assertThat(portal.resident().get("/c/after-six/stories/" + story.id()).html())
        .contains("zebra");
  }

  @Test
  void who_the_others_are_is_gone_with_the_story_and_may_mean_danger() throws Exception {
    Contribution story = checked("agreed");
    portal.record().service().takeBack(story.id(), Act.CONTRIBUTOR, "");
    assertThat(found(story.receipt().printed()).media().getFirst().others())
        .isEqualTo(Others.notSaid());

    Contribution held = checked("agreed");
    note(held, "agreed", "He hits me and I want to die");
    assertThat(found(held.receipt().printed()).status()).isEqualTo(Status.HELD);
  }

  private static Contribution checked(String others) throws Exception {
    ScreenForm form =
        portal
            .resident()
            .get(NEW)
            .form(NEW)
            .set("words", "Two of us at the stop " + others)
            .attach("file", "a.png", "image/png", MediaFiles.picture(20, 20, "png"))
            .closing()
            .set("others", others);
    if (others.equals("agreed")) {
      form.set("others-who", "Ann");
    }
    Contribution story = found(form.submit().code());
    portal.record().service().check(story.id(), "Officer");
    return story;
  }

  private static Screen note(Contribution story, String answer, String who) {
    String page = "/desk/c/after-six/stories/" + story.id();
    return officer
        .get(page)
        .form(page + "/others")
        .set("others", answer)
        .set("others-who", who)
        .submit();
  }

  private static Voice read(Contribution story) {
    return portal.record().reading().find(Reader.PUBLIC, story.id()).orElseThrow();
  }

  private static Contribution found(String code) {
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }
}
