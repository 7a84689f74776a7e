package org.folkmoot.texting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.FlowText;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.texting.Switchboard.Connected;
import org.folkmoot.texting.TextLine.Script;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.texting.PhoneScreen;
import org.folkmoot.web.texting.PhoneScreen.Bubble;
import org.folkmoot.web.texting.TextPage;
import org.folkmoot.web.texting.TextingDeskPage;

/// Lines and conversations as pages show them.
final class TextingViews {

  /// A code of the right shape, to measure texts with.
  private static final int FEW = 6;

  static final String SOME_CODE = "9MY-1MV2-K4T";

  private TextingViews() {}

  /// How to call instead.
  static TextPage.Call call(String number, Council council, Words words) {
    String shown = Dialling.shown(number, council.country());
    return new TextPage.Call(
        "tel:" + number,
        shown,
        words.say("calling.lead", "number", shown),
        List.of("how", "code", "cost", "free").stream()
            .map(step -> words.say("calling." + step))
            .toList());
  }

  static TextPage.How how(Connected connected, Council council, Words words) {
    TextLine line = connected.line();
    Flow flow = connected.flow();
    String keyword = line.keyword();
    int texts = 2 + flow.questions().size() + flow.closing().size();
    return new TextPage.How(
        keyword,
        Dialling.shown(line.number(), council.country()),
        "sms:" + line.number() + "?body=" + keyword.replace(" ", "%20"),
        words.say("texting.sentence", "keyword", keyword, "example", words.say("texting.example")),
        words.say(
            "texting.cost-beside", "phone", council.phone().isEmpty() ? "none" : council.phone()),
        List.of(
            words.say("texting.step-consent", "keyword", keyword),
            words.say("texting.step-go", "keyword", keyword),
            words.say("texting.step-questions", "count", flow.questions().size()),
            words.say("texting.step-code"),
            words.say("texting.step-decided")),
        words.say("texting.cost", "count", texts),
        free(connected.consultation(), council, words),
        List.of("stop", "help", "forget", "change", "result").stream()
            .map(word ->
                new TextPage.Command(
                    words.say("texting.word-" + word), words.say("texting.does-" + word)))
            .toList(),
        example(line, flow, council, words));
  }

  private static List<TextPage.Way> free(Consultation c, Council council, Words words) {
    var ways = new ArrayList<TextPage.Way>();
    if (!council.phone().isEmpty()) {
      ways.add(new TextPage.Way(words.say("texting.free-phone", "phone", council.phone()), null));
      ways.add(new TextPage.Way(words.say("texting.free-library", "phone", council.phone()), null));
    }
    ways.add(new TextPage.Way(words.say("texting.free-online"), "/c/" + c.slug()));
    return ways;
  }

  private static PhoneScreen example(TextLine line, Flow flow, Council council, Words words) {
    String language =
        flow.languages().contains(words.language())
            ? words.language()
            : flow.languages().getFirst();
    String you = words.say("texting.you");
    String us = council.name();
    return new PhoneScreen(
        words.say("texting.screen"),
        Dialling.shown(line.number(), council.country()),
        List.of(
            new Bubble(you, true, line.keyword(), ""),
            new Bubble(us, false, flow.text(language, FlowText.CONSENT), ""),
            new Bubble(you, true, "GO", ""),
            new Bubble(us, false, flow.ask(flow.questions().getFirst(), language), "")));
  }

  static Choices script(FormState form, Words words) {
    return form.radios(
        "script",
        words.say("desk.texting.script"),
        List.of(Script.values()).stream()
            .map(script -> {
              String key = "desk.texting.script." + script.name().toLowerCase(Locale.ROOT);
              return new Choices.Option(script.name(), words.say(key), words.say(key + "-note"));
            })
            .toList());
  }

  static List<TextArea> questions(FormState form, Words words) {
    return Flows.LANGUAGES.stream()
        .map(language ->
            form.area(
                    "question-" + language,
                    words.say("desk.texting.question", "language", spoken(language)),
                    3)
                .hint(words.say("desk.texting.question-hint"))
                .ifYouLike())
        .toList();
  }

  static List<TextingDeskPage.Names> names(FormState form, Words words) {
    return Flows.LANGUAGES.stream()
        .map(language ->
            new TextingDeskPage.Names(
                words.say("desk.texting.names", "language", spoken(language)),
                LineForm.NAMES.stream()
                    .map(name ->
                        form.text(
                                LineForm.field(language, name),
                                words.say("desk.texting.name." + name))
                            .atMost(60))
                    .toList()))
        .toList();
  }

  /// A line as its form was sent.
  static Map<String, List<String>> fields(TextLine line, String country) {
    var fields = new HashMap<String, List<String>>();
    fields.put("keyword", List.of(line.keyword()));
    fields.put("number", List.of(Dialling.shown(line.number(), country)));
    fields.put("script", List.of(line.script().name()));
    line.question()
        .forEach((language, asked) -> fields.put("question-" + language, List.of(asked)));
    line.names()
        .forEach((language, names) ->
            names.forEach(
                (name, value) -> fields.put(LineForm.field(language, name), List.of(value))));
    return fields;
  }

  /// Every text of a line with its size, by language.
  static List<TextingDeskPage.Texts> texts(TextLine line, Words words) {
    Flow flow = line.flow();
    return flow.languages().stream()
        .map(language -> {
          var sized = new ArrayList<TextingDeskPage.Sized>();
          for (FlowText text : FlowText.values()) {
            String key = "desk.texting.of." + text.name().toLowerCase(Locale.ROOT);
            if (words.has(key) && !(text == FlowText.LANGUAGE && flow.languages().size() == 1)) {
              sized.add(sized(words.say(key), said(flow, language, text), words));
            }
          }
          int at = 1;
          for (Question question : flow.all()) {
            String what = words.say("desk.texting.of.question", "question", at++);
            sized.add(sized(what, flow.ask(question, language), words));
          }
          return new TextingDeskPage.Texts(
              spoken(language), language, Words.of(language).dir(), sized);
        })
        .toList();
  }

  /// A language's own name, also of one that no page is in.
  static String spoken(String language) {
    Locale locale = Locale.forLanguageTag(language);
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  private static String said(Flow flow, String language, FlowText text) {
    return flow.text(
        language,
        text,
        Map.of(
            "receipt",
            SOME_CODE,
            "code",
            SOME_CODE,
            "choices",
            "1, 2, 3",
            "from",
            "0",
            "to",
            "10",
            "count",
            String.valueOf(flow.closing().size())));
  }

  static TextingDeskPage.Sized sized(String what, String text, Words words) {
    String said = Outgoing.plain(text);
    Segments segments = Segments.of(said);
    boolean plain = segments.encoding() == Segments.Encoding.GSM_7;
    String size =
        words.say(
            "desk.texting.in-parts",
            "plain",
            plain ? "yes" : "no",
            "units",
            segments.units(),
            "parts",
            segments.parts());
    // In a script of its own every letter is one: there is nothing to tell.
    boolean few = segments.offenders().size() <= FEW;
    String letters =
        segments.offenders().stream()
            .filter(o -> few || !o.swap().isEmpty())
            .map(o ->
                o.swap().isEmpty()
                    ? o.character()
                    : words.say("desk.texting.swap-one", "letter", o.character(), "swap", o.swap()))
            .collect(Collectors.joining(", "));
    return new TextingDeskPage.Sized(
        what,
        said,
        size,
        segments.parts() > 1,
        letters.isEmpty() ? null : words.say("desk.texting.swap", "letters", letters));
  }

  static TextingDeskPage.Row row(
      ThreadService.Listed listed,
      String threads,
      Optional<TextLine> line,
      ZoneId zone,
      Words words) {
    Phone.Conversation c = listed.conversation();
    String at = listed.isStopped() ? FlowState.STOPPED : c.state().at();
    return new TextingDeskPage.Row(
        c.name(),
        threads + "/" + c.name(),
        where(at, line, words),
        spoken(c.state().language()),
        Optional.ofNullable(c.state().heardAt())
            .map(heard -> words.dateTime(heard.atZone(zone)))
            .orElse(""),
        c.waiting() == null
            ? null
            : words.say(
                "desk.texting.person-needed",
                "why",
                c.waiting().why().name().toLowerCase(Locale.ROOT)));
  }

  static String where(String at, Optional<TextLine> line, Words words) {
    return switch (at) {
      case FlowState.NEW,
          FlowState.AWAIT_CONSENT,
          FlowState.DONE,
          FlowState.PAUSED,
          FlowState.STOPPED,
          FlowState.EXPIRED ->
          words.say("desk.texting.at." + at.toLowerCase(Locale.ROOT));
      default -> {
        List<String> ids =
            line.map(l -> l.flow().all().stream().map(Question::id).toList()).orElse(List.of());
        int number = ids.indexOf(at) + 1;
        yield words.say("desk.texting.at.question", "question", Math.max(1, number));
      }
    };
  }
}
