package org.folkmoot.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.record.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JuryTest {

  private static final String DESK = "/desk/c/after-six/jury";
  private static final String QUOTAS = "feature,value,min,max\nage,young,1,2\nage,old,1,2\n";
  private static final String POOL =
      "id,name,household,age\nR1,Ada Marsh,H1,young\nR2,Ben Carter,H1,young\n"
          + "R3,Cleo Tide,H2,old\nR4,Dan Reed,H3,old\nR5,Eva Hill,H4,young\n";

  /** Of everybody in the pool, for who is drawn is chance. */
  private static final String[] FAMILY_NAMES = {"Marsh", "Carter", "Tide", "Reed", "Hill"};

  private Portal portal;

  @BeforeEach
  void open() {
    portal = Portal.start().setUp();
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void a_jury_is_set_up_drawn_and_heard() {
    Browser lottery = portal.invite(Role.SORTITION);
    setUp(lottery);
    Screen drawn = draw(lottery, POOL, QUOTAS);

    assertThat(drawn.html())
        .contains("The jury is drawn")
        .containsPattern("R\\d · [^<]*(" + String.join("|", FAMILY_NAMES) + ")");
    assertThat(portal.officer().get(DESK).html()).doesNotContain(FAMILY_NAMES);

    Screen entered =
        lottery
            .get(DESK)
            .form(DESK + "/recommendations")
            .set("number", "R1")
            .set("words", "Run the 14 until 22:30.")
            .set("support-support", "3")
            .submit();
    assertThat(entered.html()).contains("is in the record");
    assertThat(portal.resident().get("/c/after-six/jury").html())
        .contains("Run the 14 until 22:30.")
        .contains("3 of 3 who voted can at least live with it")
        .doesNotContain(FAMILY_NAMES);
    assertThat(portal.app().record().reading().heard("after-six")).containsEntry(Channel.JURY, 1L);
  }

  @Test
  void what_misses_the_line_is_kept_as_a_statement_of_a_minority() {
    Browser officer = portal.officer();
    setUp(officer);

    Screen entered =
        officer
            .get(DESK)
            .form(DESK + "/recommendations")
            .set("number", "R7")
            .set("words", "Free travel for under-19s.")
            .set("support-support", "2")
            .set("support-oppose", "1")
            .submit();

    assertThat(entered.html()).contains("kept as a statement of a minority");
    assertThat(portal.resident().get("/c/after-six/jury").html())
        .contains("R7, statement of a minority");
  }

  @Test
  void more_ballots_than_jurors_are_refused_and_what_was_typed_stays() {
    Browser officer = portal.officer();
    setUp(officer);

    Screen refused =
        officer
            .get(DESK)
            .form(DESK + "/recommendations")
            .set("number", "R1")
            .set("words", "Run it.")
            .set("support-support", "4")
            .submit();

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html()).contains("The votes must be whole numbers").contains("Run it.");
    assertThat(portal.app().record().reading().heard("after-six")).isEmpty();
  }

  @Test
  void files_that_cannot_be_read_or_met_say_why_and_draw_nothing() {
    Browser officer = portal.officer();
    setUp(officer);

    assertThat(draw(officer, POOL, "colour,min,max\nred,1,2\n").html())
        .contains("must have the columns feature, value, min and max");
    assertThat(draw(officer, POOL, QUOTAS.replace("young,1", "young,x")).html())
        .contains("Line 2 of the file of how many are needed");
    assertThat(draw(officer, POOL.replace(",age", ",height"), QUOTAS).html())
        .contains("has no column “age”");
    assertThat(draw(officer, POOL.replace("R4", "R3"), QUOTAS).html()).contains("Line 5");
    assertThat(draw(officer, POOL, QUOTAS.replace("old,1,2", "old,3,3")).text())
        .contains("age = old: at least 3 are needed, and there are 2.");
    Screen utf16 = drawBytes(officer, POOL.getBytes(StandardCharsets.UTF_16), QUOTAS);
    assertThat(utf16.status()).isEqualTo(422);
    assertThat(utf16.html()).contains("not saved as UTF-8");
    assertThat(drawBytes(officer, new byte[0], QUOTAS).html()).contains("The file is empty");
    assertThat(portal.resident().get("/c/after-six/jury").html()).contains("has not been held yet");
  }

  private static void setUp(Browser staff) {
    staff
        .get(DESK)
        .form(DESK)
        .set("name", "The jury")
        .set("remit", "What comes first?")
        .set("seats", "3")
        .submit();
  }

  private static Screen draw(Browser staff, String pool, String quotas) {
    return drawBytes(staff, pool.getBytes(StandardCharsets.UTF_8), quotas);
  }

  private static Screen drawBytes(Browser staff, byte[] pool, String quotas) {
    return staff
        .get(DESK)
        .form(DESK + "/draw")
        .attach("pool", "pool.csv", "text/csv", pool)
        .attach("quotas", "quotas.csv", "text/csv", quotas.getBytes(StandardCharsets.UTF_8))
        .submit();
  }
}
