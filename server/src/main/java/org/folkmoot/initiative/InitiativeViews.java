package org.folkmoot.initiative;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.AgendaPage;
import org.folkmoot.web.initiative.Around;
import org.folkmoot.web.initiative.ItemLine;
import org.folkmoot.web.initiative.LearningPage;
import org.folkmoot.web.initiative.SelfCheckPage;
import org.folkmoot.web.initiative.StagesPage;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// An initiative's pages of things it goes by.
final class InitiativeViews {

  static final List<String> PAGES =
      List.of("stages", "agenda", "indicators", "invitations", "check", "learning", "log");

  private static final int MOST_OF_A_STORY = 80;

  private final RecordReading reading;

  InitiativeViews(RecordReading reading) {
    this.reading = reading;
  }

  static String path(Initiative initiative) {
    return "/i/" + initiative.slug();
  }

  static String deskPath(Initiative initiative) {
    return "/desk/i/" + initiative.slug();
  }

  /// @param page last part of the address of the page it stands on; empty for the first
  static Around around(Initiative initiative, String page, Words words) {
    List<Link> pages = new ArrayList<>();
    pages.add(new Link(words.say("initiative.page.home"), path(initiative), page.isEmpty()));
    for (String each : PAGES) {
      pages.add(
          new Link(
              words.say("initiative.page." + each),
              path(initiative) + "/" + each,
              each.equals(page)));
    }
    return new Around(words.say("initiative.around", "name", initiative.name()), pages);
  }

  static String name(Item item, Words words) {
    return item.kind() == ItemKind.LEARNING ? work(item).title() : words.say(item.wordKey());
  }

  static LearningShelf.Work work(Item item) {
    int number = Integer.parseInt(item.id().substring("learning-".length()));
    return LearningShelf.works().get(number - 1);
  }

  static String number(double value, Words words) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  ItemLine line(Initiative initiative, Board board, Item item, Words words) {
    Board.Mark mark = board.mark(item);
    Standing standing = mark.standing();
    int evidence = mark.evidence().size();
    return new ItemLine(
        item.id(),
        item.number().isEmpty() ? null : item.number(),
        name(item, words),
        path(initiative) + "/items/" + item.id(),
        words.say(standing.wordKey()),
        standing == Standing.DONE || standing == Standing.ALL || standing == Standing.HELD,
        standing == Standing.PRESSING || standing == Standing.VACANT,
        mark.note().isEmpty() ? null : mark.note(),
        evidence == 0 ? null : words.say("initiative.evidence", "count", evidence),
        claim(item, mark, words));
  }

  /// What is said where a line of the self-check is claimed to hold and nothing is shown for it.
  static @Nullable String claim(Item item, Board.Mark mark, Words words) {
    return item.kind() == ItemKind.LINE && mark.isClaimOnly()
        ? words.say("initiative.claim-only")
        : null;
  }

  List<ItemLine> lines(Initiative initiative, Board board, List<Item> items, Words words) {
    return items.stream().map(item -> line(initiative, board, item, words)).toList();
  }

  StagesPage stages(Initiative initiative, Board board, boolean officer, Words words) {
    List<StagesPage.Stage> stages = new ArrayList<>();
    for (int number = 1; number <= Items.STAGES; number++) {
      stages.add(stage(initiative, board, number, officer, words));
    }
    List<StagesPage.Moved> moves =
        board.moves().reversed().stream()
            .map(move ->
                new StagesPage.Moved(
                    words.shortDate(move.on()),
                    words.say("initiative.moved", "from", move.from(), "to", move.to()),
                    move.why()))
            .toList();
    return new StagesPage(
        words.say("initiative.page.stages"),
        board.plan().language(),
        around(initiative, "stages", words),
        stages,
        moves,
        officer
            ? new Link(words.say("desk.initiative.stage-title"), deskPath(initiative) + "/stage")
            : null);
  }

  private StagesPage.Stage stage(
      Initiative initiative, Board board, int number, boolean officer, Words words) {
    String group = Integer.toString(number);
    List<Item> tasks = Items.of(ItemKind.TASK, group);
    long needless =
        tasks.stream().filter(t -> board.mark(t).standing() == Standing.NOT_NEEDED).count();
    long done = tasks.stream().filter(t -> board.mark(t).standing() == Standing.DONE).count();
    return new StagesPage.Stage(
        "stage-" + number,
        number + ". " + words.say("initiative.stage-" + number),
        words.say("initiative.stage-" + number + ".what"),
        board.stage() == number,
        words.say(
            "initiative.stages-done",
            "done",
            done,
            "all",
            tasks.size() - needless,
            "needless",
            needless),
        lines(initiative, board, tasks, words),
        lines(initiative, board, Items.of(ItemKind.ISSUE, group), words),
        stories(board, number),
        officer ? deskPath(initiative) + "/shelf/" + number : null);
  }

  /// What lies on a shelf, for everybody the same: only what its tellers let everybody read.
  private List<StagesPage.Story> stories(Board board, int stage) {
    return board.shelf(stage).stream()
        .map(id -> reading.find(Reader.PUBLIC, id))
        .flatMap(Optional::stream)
        .map(voice ->
            new StagesPage.Story(
                titleOf(voice),
                "/c/" + voice.consultation() + "/stories/" + voice.id(),
                voice.language()))
        .toList();
  }

  static String titleOf(Voice voice) {
    String title = voice.title().isEmpty() ? voice.text().strip() : voice.title();
    return title.length() <= MOST_OF_A_STORY
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MOST_OF_A_STORY / 2)) + " …";
  }

  AgendaPage agenda(Initiative initiative, Board board, Words words) {
    Plan plan = board.plan();
    boolean none = plan.goals().isEmpty() && plan.partners().isEmpty();
    return new AgendaPage(
        words.say("initiative.page.agenda"),
        plan.language(),
        around(initiative, "agenda", words),
        none ? new EmptyState(words.say("initiative.agenda-none")) : null,
        plan.problem().isEmpty() ? null : plan.problem(),
        plan.vision().isEmpty() ? null : plan.vision(),
        plan.goals().stream()
            .map(goal ->
                new AgendaPage.Goal(
                    goal.name(),
                    plan.activities().stream().anyMatch(a -> a.goals().contains(goal.id()))
                        ? null
                        : words.say("initiative.gap")))
            .toList(),
        plan.partners().stream().map(p -> partner(plan, p, words)).toList());
  }

  private static AgendaPage.Partner partner(Plan plan, Plan.Partner partner, Words words) {
    return new AgendaPage.Partner(
        partner.name(),
        partner.strength(),
        words.say(partner.position().wordKey()),
        partner.position() == Plan.Position.AGREES,
        partner.reservation().isEmpty() ? null : partner.reservation(),
        plan.activities().stream()
            .filter(a -> a.partner().equals(partner.id()))
            .map(a -> new AgendaPage.Doing(a.what(), serves(plan, a, words)))
            .toList());
  }

  private static String serves(Plan plan, Plan.Activity activity, Words words) {
    List<String> goals =
        plan.goals().stream()
            .filter(goal -> activity.goals().contains(goal.id()))
            .map(Plan.Goal::name)
            .toList();
    return goals.isEmpty()
        ? words.say("initiative.unaligned")
        : words.say("initiative.serves", "goals", String.join(" · ", goals));
  }

  SelfCheckPage check(Initiative initiative, Board board, Words words) {
    return new SelfCheckPage(
        words.say("initiative.page.check"),
        board.plan().language(),
        around(initiative, "check", words),
        lines(initiative, board, Items.of(ItemKind.OUTCOME), words),
        Items.of(ItemKind.CHALLENGE).stream()
            .map(challenge ->
                new SelfCheckPage.Challenge(
                    line(initiative, board, challenge, words),
                    lines(initiative, board, Items.of(ItemKind.LINE, challenge.group()), words)))
            .toList());
  }

  LearningPage learning(Initiative initiative, Board board, Words words) {
    List<Item> items = Items.of(ItemKind.LEARNING);
    return new LearningPage(
        words.say("initiative.page.learning"),
        board.plan().language(),
        around(initiative, "learning", words),
        items.stream().map(item -> work(initiative, board, item, words)).toList());
  }

  private static LearningPage.Work work(
      Initiative initiative, Board board, Item item, Words words) {
    LearningShelf.Work work = work(item);
    Board.Mark mark = board.mark(item);
    return new LearningPage.Work(
        item.id(),
        work.title(),
        work.year().isEmpty() ? work.by() : work.by() + ", " + work.year(),
        words.say(item.wordKey()),
        path(initiative) + "/items/" + item.id(),
        mark.standing() == Standing.GONE ? words.say(Standing.GONE.wordKey()) : null,
        mark.note().isEmpty() ? null : mark.note(),
        work.repliesTo().isEmpty()
            ? null
            : reply("learning-" + work.repliesTo(), "initiative.learning-replies", words),
        Items.of(ItemKind.LEARNING).stream()
            .filter(other -> item.id().equals("learning-" + work(other).repliesTo()))
            .findFirst()
            .map(other -> reply(other.id(), "initiative.learning-replied", words))
            .orElse(null));
  }

  private static LearningPage.Reply reply(String id, String key, Words words) {
    Item other = Items.find(id).orElseThrow();
    return new LearningPage.Reply(words.say(key, "title", work(other).title()), "#" + id);
  }
}
