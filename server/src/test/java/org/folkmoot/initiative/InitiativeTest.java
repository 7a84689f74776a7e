package org.folkmoot.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.junit.jupiter.api.Test;

/// An initiative, from the officer's form to the page that everybody reads.
class InitiativeTest {

  @Test
  void an_officer_describes_what_a_question_is_part_of_and_everybody_reads_it() {
    try (Portal portal = Portal.start().setUp()) {
      assertThat(portal.resident().get("/i/wrenmouth").status()).isEqualTo(404);
      assertThat(portal.resident().get("/desk/i/wrenmouth").status()).isEqualTo(401);

      Screen form = portal.officer().get("/desk/i/wrenmouth");
      assertThat(form.form("Save").submit().errors()).hasSize(1);
      Screen saved =
          form.form("Save")
              .set("name", "Wrenmouth Together")
              .set("why", "So that nobody misses work.")
              .tick("questions", Portal.AFTER_SIX)
              .submit();
      assertThat(saved.notice()).isNotEmpty();

      Screen question = portal.resident().get("/c/after-six");
      assertThat(question.page().select("a[href=/i/wrenmouth]")).hasSize(1);
      Screen page = portal.resident().get("/i/wrenmouth");
      assertThat(page.heading()).isEqualTo("Wrenmouth Together");
      assertThat(page.text())
          .contains("So that nobody misses work.")
          .contains("How should people get home after six?")
          .contains("From home:")
          .contains("In person:");

      portal
          .officer()
          .get("/desk/i/wrenmouth")
          .form("Save")
          .untick("questions", Portal.AFTER_SIX)
          .submit();
      assertThat(portal.resident().get("/c/after-six").html()).doesNotContain("/i/wrenmouth");
    }
  }
}
