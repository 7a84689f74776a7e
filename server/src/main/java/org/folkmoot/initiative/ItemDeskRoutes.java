package org.folkmoot.initiative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;

/// An officer says how an item stands, with what people said about it.
final class ItemDeskRoutes implements RouteTable.Routes {

  private static final String STANDING = "standing";
  private static final String NOTE = "note";
  private static final String EVIDENCE = "evidence";

  private final InitiativeService initiatives;
  private final VoicePicks picks;

  ItemDeskRoutes(InitiativeService initiatives, VoicePicks picks) {
    this.initiatives = initiatives;
    this.picks = picks;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    String item = "/desk/i/{initiative}/items/{item}";
    table.get(item, officer, this::item);
    table.post(item, officer, Limit.POST, this::mark);
  }

  private Answer item(Ask ask) {
    Board.Mark mark = initiatives.boards().board(ask.value("initiative")).mark(itemOf(ask));
    return item(
        ask,
        FormState.of(
            Map.of(
                STANDING, List.of(mark.standing().name()),
                NOTE, List.of(mark.note()),
                EVIDENCE, mark.evidence())));
  }

  private static Item itemOf(Ask ask) {
    return Items.find(ask.value("item"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private DeskForm itemForm(Ask ask) {
    Item item = itemOf(ask);
    Initiative initiative = initiatives.get(ask.value("initiative"));
    String name = InitiativeViews.name(item, ask.words());
    String lang = item.kind() == ItemKind.LEARNING ? "en" : ask.words().language();
    return new DeskForm(
        ask,
        "item",
        name,
        lang,
        new Link(
            ask.words().say(item.kind().wordKey()),
            InitiativeViews.path(initiative) + "/items/" + item.id()));
  }

  private Answer item(Ask ask, FormState form) {
    DeskForm desk = itemForm(ask);
    Words words = ask.words();
    String asked = ask.query("q");
    List<Choices.Option> voices = picks.found(ask, form.values(EVIDENCE), asked);
    Choices evidence =
        form.checkboxes(EVIDENCE, words.say("desk.initiative.evidence"), voices)
            .hint(
                words.say(
                    voices.isEmpty()
                        ? "desk.initiative.evidence-none"
                        : "desk.initiative.evidence-hint"))
            .ifYouLike();
    var search =
        new FormPage.Search(
            ask.path(),
            FormState.of(Map.of("q", List.of(asked)))
                .text("q", words.say("desk.initiative.evidence-search")));
    return desk.page(
        form,
        List.of(
            Field.of(
                form.radios(
                    STANDING,
                    words.say("desk.initiative.standing"),
                    itemOf(ask).kind().standings().stream()
                        .map(s -> new Choices.Option(s.name(), words.say(s.wordKey())))
                        .toList())),
            Field.of(
                form.area(NOTE, words.say("desk.initiative.note"), 3)
                    .hint(words.say("desk.initiative.note-hint"))
                    .atMost(DeskForm.LONGEST)
                    .ifYouLike()),
            Field.of(evidence)),
        search);
  }

  private Answer mark(Ask ask) {
    DeskForm desk = itemForm(ask);
    Form form = ask.form();
    Item item = itemOf(ask);
    Optional<Standing> standing = form.oneOf(STANDING, Standing.values());
    if (standing.isEmpty() || form.text(NOTE).length() > DeskForm.LONGEST) {
      return item(ask, desk.wrong(STANDING, "desk.initiative.standing-missing"));
    }
    var mark = new Board.Mark(standing.get(), form.text(NOTE), picks.ticked(ask, EVIDENCE));
    Optional<String> problem =
        initiatives
            .boards()
            .mark(
                ask.value("initiative"),
                List.of(new BoardService.Marked(item.id(), mark, desk.why())),
                ask.visitor().name());
    return problem.map(key -> item(ask, desk.wrong(field(key), key))).orElseGet(desk::saved);
  }

  private static String field(String key) {
    if (key.endsWith("standing-missing")) {
      return STANDING;
    }
    return key.endsWith("evidence-missing") ? EVIDENCE : DeskForm.WHY;
  }
}
