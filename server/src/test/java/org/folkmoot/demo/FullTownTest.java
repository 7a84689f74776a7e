package org.folkmoot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.record.Channel;
import org.junit.jupiter.api.Test;

/// The totals of the full town, without loading it.
class FullTownTest {

  private final FullTown town = new FullTown("after-six", 7, 1);

  @Test
  void the_totals_are_those_that_were_asked_for() {
    List<FullTown.Said> all = town.voices();
    assertThat(all).hasSize(1_758);
    assertThat(
            all.stream()
                .collect(Collectors.groupingBy(FullTown.Said::channel, Collectors.counting())))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Channel.PANEL, 468L),
                Map.entry(Channel.OPEN_SURVEY, 402L),
                Map.entry(Channel.FORUM, 58L),
                Map.entry(Channel.LIVE_SESSION, 64L),
                Map.entry(Channel.STATEMENT, 36L),
                Map.entry(Channel.STORY, 24L),
                Map.entry(Channel.SMS, 268L),
                Map.entry(Channel.PUBLIC_MEETING, 252L),
                Map.entry(Channel.COMMENT_CARD, 118L),
                Map.entry(Channel.PARTNER_KIT, 41L),
                Map.entry(Channel.JURY, 13L),
                Map.entry(Channel.WRITTEN_SUBMISSION, 14L)));
    Map<String, Integer> languages = new HashMap<>();
    all.stream()
        .filter(said -> said.channel() == Channel.SMS)
        .forEach(said -> languages.merge(said.language(), 1, Integer::sum));
    assertThat(languages).isEqualTo(Map.of("en", 229, "pl", 27, "bn", 12));
    assertThat(all.stream().map(said -> said.channel() + said.act())).doesNotHaveDuplicates();
    assertThat(people(all, Channel.PANEL)).isEqualTo(240);
    assertThat(people(all, Channel.FORUM)).isEqualTo(37);
    assertThat(people(all, Channel.LIVE_SESSION)).isEqualTo(61);
    assertThat(
            all.stream()
                .filter(said -> said.channel() == Channel.OPEN_SURVEY)
                .filter(said ->
                    said.text().equals("Keep our evening buses. I urge you to fund the 14 and 7.")))
        .as("a campaign's identical letters")
        .hasSize(52);
  }

  @Test
  void each_voter_marks_a_statement_once() {
    List<FullTown.Marked> votes = town.votes();
    assertThat(votes).hasSize(4_212);
    assertThat(votes.stream().map(v -> v.participant() + "|" + v.statement()))
        .doesNotHaveDuplicates();
    assertThat(votes.stream().map(FullTown.Marked::participant).distinct()).hasSize(188);
    assertThat(votes.stream().map(FullTown.Marked::statement).distinct()).hasSize(32);
  }

  @Test
  void a_seed_makes_one_town_and_a_multiple_makes_more() {
    assertThat(new FullTown("after-six", 7, 1).voices()).isEqualTo(town.voices());
    assertThat(new FullTown("after-six", 8, 1).voices()).isNotEqualTo(town.voices());
    var three = new FullTown("after-six", 7, 3);
    assertThat(three.voices()).hasSize(3 * 1_758);
    assertThat(new HashSet<>(three.votes())).hasSize(3 * 4_212);
  }

  private static long people(List<FullTown.Said> all, Channel channel) {
    return all.stream()
        .filter(said -> said.channel() == channel)
        .map(FullTown.Said::participant)
        .distinct()
        .count();
  }
}
