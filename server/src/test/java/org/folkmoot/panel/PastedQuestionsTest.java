package org.folkmoot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.panel.PastedQuestions.Mistake;
import org.folkmoot.panel.PastedQuestions.Why;
import org.junit.jupiter.api.Test;

class PastedQuestionsTest {

  @Test
  void a_line_is_a_question_and_dashes_are_its_choices() {
    var pasted =
        PastedQuestions.read(
            """
            1. How often could you not go?
            - Never
            – Once or twice

            * What did you miss?
            - Work
            - Friends

            Who did you ask for a lift? (several)
            - A friend
            - A neighbour

            Tell us about the last time
            """);

    assertThat(pasted.mistakes()).isEmpty();
    assertThat(pasted.questions())
        .extracting(Wave.Question::id, Wave.Question::text, Wave.Question::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("q1", "How often could you not go?", Wave.Kind.ONE),
            org.assertj.core.groups.Tuple.tuple("q2", "What did you miss?", Wave.Kind.SEVERAL),
            org.assertj.core.groups.Tuple.tuple(
                "q3", "Who did you ask for a lift?", Wave.Kind.SEVERAL),
            org.assertj.core.groups.Tuple.tuple(
                "q4", "Tell us about the last time", Wave.Kind.OPEN));
    assertThat(pasted.questions().getFirst().choices())
        .extracting(Wave.Choice::text)
        .containsExactly("Never", "Once or twice");
  }

  @Test
  void a_mistake_names_its_line() {
    var pasted =
        PastedQuestions.read(
            """
            - Never

            How often?
            - Once
            How far?

            * And why?

            When?
            - Now
            - now
            - Later
            -
            """);

    assertThat(pasted.mistakes())
        .containsExactly(
            new Mistake(1, Why.CHOICE_WITHOUT_QUESTION),
            new Mistake(5, Why.NO_EMPTY_LINE),
            new Mistake(3, Why.ONE_CHOICE_ONLY),
            new Mistake(7, Why.SEVERAL_WITHOUT_CHOICES),
            new Mistake(11, Why.SAME_CHOICE_TWICE),
            new Mistake(13, Why.EMPTY_CHOICE));
  }

  @Test
  void nothing_pasted_is_a_mistake() {
    assertThat(PastedQuestions.read("  \n\n").mistakes())
        .containsExactly(new Mistake(1, Why.NO_QUESTIONS));
  }
}
