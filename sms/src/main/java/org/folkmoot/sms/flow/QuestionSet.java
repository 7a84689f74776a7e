package org.folkmoot.sms.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The questions somebody puts together for a flow. Immutable: each change is a new one.
///
/// @param made the highest number a question was ever given: an id is never used twice, so that
///   whoever is at a question that is gone is not taken to be at another
public record QuestionSet(List<Question> questions, int made) {

  public QuestionSet {
    questions = List.copyOf(questions);
    made = Math.max(made, questions.stream().mapToInt(QuestionSet::number).max().orElse(0));
    if (questions.stream().map(Question::id).distinct().count() != questions.size()) {
      throw new IllegalArgumentException("two questions have the same id");
    }
  }

  public static QuestionSet empty() {
    return new QuestionSet(List.of(), 0);
  }

  /// The languages that every question has, in the order of [Flows#LANGUAGES].
  public List<String> languages() {
    return Flows.LANGUAGES.stream()
        .filter(l -> questions.stream().allMatch(q -> q.text().containsKey(l)))
        .toList();
  }

  public Optional<Question> find(String id) {
    return questions.stream().filter(q -> q.id().equals(id)).findFirst();
  }

  /// The id of a question that is yet to be made.
  public String nextId() {
    return "Q" + (made + 1);
  }

  /// With this question in the place of the one with its id, or at the end.
  public QuestionSet with(Question question) {
    var all = new ArrayList<>(questions);
    int at = questions.stream().map(Question::id).toList().indexOf(question.id());
    if (at < 0) {
      all.add(question);
    } else {
      all.set(at, question);
    }
    return new QuestionSet(all, made);
  }

  public QuestionSet without(String id) {
    return new QuestionSet(questions.stream().filter(q -> !q.id().equals(id)).toList(), made);
  }

  /// With a question one place earlier or later; at the end of the list nothing changes.
  public QuestionSet moved(String id, boolean earlier) {
    int at = questions.stream().map(Question::id).toList().indexOf(id);
    int to = earlier ? at - 1 : at + 1;
    if (at < 0 || to < 0 || to >= questions.size()) {
      return this;
    }
    var all = new ArrayList<>(questions);
    all.add(to, all.remove(at));
    return new QuestionSet(all, made);
  }

  private static int number(Question question) {
    return question.id().matches("Q[0-9]{1,6}") ? Integer.parseInt(question.id().substring(1)) : 0;
  }
}
