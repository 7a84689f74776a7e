package org.folkmoot.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.door.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CivicLotteryTest {

  private final CivicLottery lottery = new CivicLottery();

  @ParameterizedTest
  @CsvSource({"tiny_a_4,4", "syn_a_30,30"})
  void a_panel_meets_every_quota_of_a_real_pool(String data, int seats) throws Exception {
    List<Quota> quotas = Quota.read(table(data, "categories.csv"));
    List<Volunteer> pool = Volunteer.read(table(data, "respondents.csv"), quotas).people();
    Map<String, Volunteer> byId =
        pool.stream().collect(Collectors.toMap(Volunteer::id, Function.identity()));
    Set<List<String>> panels = new HashSet<>();

    for (int draw = 0; draw < 5; draw++) {
      Drawn drawn = lottery.draw(pool, quotas, seats, new Random(draw));

      assertThat(drawn).isInstanceOf(Drawn.Panel.class);
      List<String> ids = ((Drawn.Panel) drawn).ids();
      panels.add(ids);
      assertThat(ids).hasSize(seats).doesNotHaveDuplicates();
      for (Quota quota : quotas) {
        assertThat(ids)
            .filteredOn(id -> quota.value().equals(byId.get(id).features().get(quota.feature())))
            .as(quota.toString())
            .hasSizeBetween(quota.min(), quota.max());
      }
    }
    assertThat(panels).as("different panels in five draws").hasSizeGreaterThan(1);
  }

  @Test
  void a_pool_that_is_too_short_of_somebody_is_refused_by_name() throws Exception {
    List<Quota> quotas = Quota.read(table("inf_short_30", "categories.csv"));
    List<Volunteer> pool =
        Volunteer.read(table("inf_short_30", "respondents.csv"), quotas).people();

    assertThat(lottery.draw(pool, quotas, 30, new Random(1)))
        .isEqualTo(
            new Drawn.Infeasible(
                List.of(
                    new Drawn.Conflict("few", "climate = not at all concerned", 8, 2),
                    new Drawn.Conflict("least", "climate", 34, 30))));
  }

  @Test
  void two_of_one_household_are_never_drawn_together() {
    List<Volunteer> pool =
        List.of(
            new Volunteer("a", Map.of("x", "1"), "home"),
            new Volunteer("b", Map.of("x", "1"), "home"),
            new Volunteer("c", Map.of("x", "1"), ""));
    List<Quota> quotas = List.of(new Quota("x", "1", 2, 2));

    for (int draw = 0; draw < 5; draw++) {
      assertThat(((Drawn.Panel) lottery.draw(pool, quotas, 2, new Random(draw))).ids())
          .contains("c")
          .hasSize(2);
    }
    assertThat(lottery.draw(pool.subList(0, 2), quotas, 2, new Random(1)))
        .isEqualTo(new Drawn.Infeasible(List.of()));
  }

  private static CsvTable table(String data, String file)
      throws IOException, CsvTable.UnreadableException {
    try (InputStream in =
        CivicLotteryTest.class.getResourceAsStream("/sortition/" + data + "/" + file)) {
      return CsvTable.read(in.readAllBytes());
    }
  }
}
