package org.folkmoot.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Voice;
import org.folkmoot.record.Voices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Letters over HTTP: an officer lets a file be read, checks its text and enters it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Isolated("reading a file has a limit of time")
class LetterTest {
  private static final String LETTERS = "/desk/c/after-six/letters";

  private Portal portal;
  private Browser officer;

  @BeforeEach
  void open() {
    portal = Portal.start().setUp();
    officer = portal.officer();
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void the_text_of_a_file_is_checked_by_a_person_before_it_is_in_the_record() throws IOException {
    Screen check = upload("letter.pdf", MediaFiles.pdf("We run the 14 at a lost after six.", ""));
    assertThat(check.text()).contains("letter.pdf", "Compare the text");
    assertThat(check.form().value("words")).contains("at a lost after six");
    assertThat(portal.record().reading().count(RecordQuery.in("after-six"))).isZero();

    Screen saved = filled(check.form()).set("words", "We run the 14 at a loss after six.").submit();

    assertThat(saved.notice()).contains("in the record");
    assertThat(saved.text()).contains("Wren Valley Buses", "quoted without a name", "1 November");
    Voice letter = letter();
    assertThat(letter.text()).isEqualTo("We run the 14 at a loss after six.");
    assertThat(letter.voices()).isEqualTo(new Voices.GroupOfUnknownSize());
    assertThat(letter.quoteAs()).isEmpty();
    assertThat(saved.text()).contains(letter.receipt());
  }

  @Test
  void a_scan_is_shown_beside_the_field_to_type_it_in() throws IOException {
    Screen check = upload("scan.png", MediaFiles.picture(60, 80, "png"));
    String picture = check.page().select("figure img").attr("src");
    assertThat(check.text()).contains("Type the letter in");
    assertThat(officer.get(picture).header("Content-Type")).startsWith("image/");

    filled(check.form()).set("words", "Dear council, more lamps.").submit();

    assertThat(letter().captureKind().name()).isEqualTo("TRANSCRIPT");
    assertThat(officer.get(picture).status()).isEqualTo(404);
  }

  @Test
  void what_is_missing_is_said_and_what_was_typed_stays() {
    Screen back = officer.get(LETTERS + "/new").form().set("words", "Dear council.").submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors())
        .containsExactly(
            "Say who wrote it",
            "Say whether an organisation or a person wrote it",
            "Say whether it may be quoted");
    assertThat(back.form().value("words")).isEqualTo("Dear council.");
  }

  @Test
  void no_file_and_a_file_that_cannot_be_read_are_answered_beside_the_field() {
    assertThat(officer.get(LETTERS).form().submit().errors())
        .containsExactly("Choose the file of the letter");
    assertThat(upload("empty.pdf", new byte[0]).errors()).hasSize(1);
    assertThat(upload("song.mp3", MediaFiles.fixture("tagged.mp3")).status()).isEqualTo(422);
  }

  @Test
  void sent_twice_it_is_one_letter() {
    ScreenForm form =
        filled(officer.get(LETTERS + "/new").form()).set("words", "Dear council, once.");
    form.submit();
    form.submit();

    assertThat(portal.record().reading().count(RecordQuery.in("after-six"))).isEqualTo(1);
  }

  @Test
  void a_letter_taken_back_takes_the_name_of_its_writer_along() {
    filled(officer.get(LETTERS + "/new").form()).set("words", "Dear council.").submit();
    assertThat(officer.get(LETTERS).text()).contains("Wren Valley Buses");

    portal.record().service().takeBack(letter().id(), "Amina", "asked for by phone");

    assertThat(officer.get(LETTERS).text()).doesNotContain("Wren Valley Buses");
  }

  @Test
  void only_officers_enter_letters() {
    assertThat(portal.resident().get(LETTERS).status()).isEqualTo(401);
    assertThat(portal.invite(Role.COUNCILLOR).get(LETTERS).status()).isEqualTo(403);
  }

  private Screen upload(String name, byte[] file) {
    return officer.get(LETTERS).form().attach("file", name, "application/pdf", file).submit();
  }

  private static ScreenForm filled(ScreenForm form) {
    return form.set("writer", "Wren Valley Buses")
        .set("kind", "organisation")
        .set("received", "2027-11-01")
        .set("use", "unnamed");
  }

  private Voice letter() {
    return portal
        .record()
        .reading()
        .list(Reader.STAFF, RecordQuery.in("after-six").channel(Channel.WRITTEN_SUBMISSION))
        .voices()
        .getFirst();
  }
}
