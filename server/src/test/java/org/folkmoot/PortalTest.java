package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The portal as a whole, as tests of every room start it.
class PortalTest {

  private static Portal portal;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void an_unknown_page_is_answered_in_plain_words() {
    Screen screen = portal.resident().get("/nowhere");

    assertThat(screen.status()).isEqualTo(404);
    assertThat(screen.heading()).isEqualTo("This page is not here");
  }

  @Test
  void health_is_told_to_machines() {
    assertThat(portal.browser().get("/health/ready").status()).isBetween(200, 204);
  }
}
