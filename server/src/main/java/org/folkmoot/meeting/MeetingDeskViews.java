package org.folkmoot.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.door.PublicAddress;
import org.folkmoot.door.QrPicture;
import org.folkmoot.record.Channel;
import org.folkmoot.web.Words;
import org.folkmoot.web.meeting.MeetingDeskPage;
import org.folkmoot.web.meeting.MeetingFormPage;
import org.folkmoot.web.meeting.MeetingsDeskPage;
import org.folkmoot.web.meeting.MeetingsPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Figure;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextField;

/// Meetings as those who set them up see them: the list, the plan, and what has come back.
final class MeetingDeskViews {

  private final MeetingService meetings;
  private final MeetingViews notices;
  private final Supplier<String> url;

  /// @param url the portal's public address
  MeetingDeskViews(MeetingService meetings, MeetingViews notices, Supplier<String> url) {
    this.meetings = meetings;
    this.notices = notices;
    this.url = url;
  }

  static String href(Meeting meeting) {
    return "/desk/c/" + meeting.consultation() + "/meetings/" + meeting.id();
  }

  MeetingsDeskPage list(Words words, Consultation consultation, List<Meeting> all, Instant now) {
    String here = "/desk/c/" + consultation.slug() + "/meetings";
    return new MeetingsDeskPage(
        words.say("desk.meeting.title"),
        "/desk/c/" + consultation.slug(),
        items(words, all.stream().filter(m -> !notices.isOver(m, now)).toList()),
        items(words, all.stream().filter(m -> notices.isOver(m, now)).toList().reversed()),
        all.isEmpty() ? new EmptyState(words.say("desk.meeting.none")) : null,
        here + "/new");
  }

  private List<MeetingsPage.Item> items(Words words, List<Meeting> meetings) {
    return meetings.stream().map(m -> notices.item(words, m, href(m))).toList();
  }

  MeetingFormPage blankPlan(Words words, Consultation consultation, FormState form, String act) {
    String here = "/desk/c/" + consultation.slug() + "/meetings";
    return plan(
        words, form, Optional.empty(), words.say("desk.meeting.new-title"), here, here, act);
  }

  MeetingFormPage planOf(Words words, Consultation consultation, Meeting meeting, FormState form) {
    return plan(
        words,
        form,
        Optional.of(meeting),
        words.say("desk.meeting.change-title"),
        href(meeting),
        href(meeting) + "/change",
        "");
  }

  private static MeetingFormPage plan(
      Words words,
      FormState sent,
      Optional<Meeting> meeting,
      String title,
      String back,
      String action,
      String act) {
    Optional<MeetingPlan> was = meeting.map(Meeting::plan);
    FormState form = sent.values().isEmpty() && was.isPresent() ? PlanFields.of(was.get()) : sent;
    List<Choices.Option> offers =
        Arrays.stream(MeetingPlan.Offer.values())
            .map(offer -> new Choices.Option(offer.value(), words.say(offer.wordKey())))
            .toList();
    return new MeetingFormPage(
        title,
        back,
        action,
        act,
        meeting.map(Meeting::version).orElse(0L),
        form.summary(),
        form.text("name", words.say("desk.meeting.name"))
            .hint(words.say("desk.meeting.name-hint"))
            .atMost(120),
        form.text("date", words.say("desk.meeting.date")).of("date"),
        form.text("starts", words.say("desk.meeting.starts")).of("time"),
        form.text("minutes", words.say("desk.meeting.minutes")).orElse("120").keyboard("numeric"),
        form.area("place", words.say("desk.meeting.place"), 2)
            .hint(words.say("desk.meeting.place-hint"))
            .atMost(400),
        form.checkboxes("offers", words.say("desk.meeting.offers"), offers),
        form.area("access", words.say("desk.meeting.access"), 3)
            .hint(words.say("desk.meeting.access-hint"))
            .atMost(1000)
            .ifYouLike(),
        form.area("without", words.say("desk.meeting.without"), 2).atMost(1000).ifYouLike(),
        form.text("phone", words.say("desk.meeting.phone")).of("tel").ifYouLike(),
        form.area("questions", words.say("desk.meeting.questions"), 3)
            .hint(words.say("desk.meeting.questions-hint"))
            .atMost(2000),
        form.area("dots", words.say("desk.meeting.dots"), 4)
            .hint(words.say("desk.meeting.dots-hint"))
            .atMost(1000)
            .ifYouLike(),
        form.text("tables", words.say("desk.meeting.tables")).orElse("4").keyboard("numeric"),
        form.text("cards", words.say("desk.meeting.cards"))
            .orElse(Integer.toString(MeetingPlan.DEFAULT_CARDS))
            .keyboard("numeric"),
        Button.main(words.say("desk.meeting.save")));
  }

  /// @param officer whether the page is for somebody who can have the address changed
  MeetingDeskPage meeting(
      Words words,
      Consultation consultation,
      Meeting meeting,
      EveningPasses.Shown pass,
      FormState sent,
      boolean officer,
      Instant now) {
    String here = href(meeting);
    Meeting.Attendance came = meeting.attendance();
    return new MeetingDeskPage(
        meeting.plan().title(),
        "/desk/c/" + consultation.slug() + "/meetings",
        here + "/change",
        "/c/" + consultation.slug() + "/meetings/" + meeting.id(),
        notices.when(words, meeting),
        meeting.plan().place(),
        notices.isOver(meeting, now),
        PublicAddress.isLocal(url.get()) ? local(words, officer) : null,
        kits(words, consultation, here),
        sheets(words, consultation, meeting),
        entries(words, meeting),
        consultation.state() == Consultation.State.DRAFT
            ? words.say("desk.meeting.not-open")
            : null,
        heard(words, meeting),
        sent.summary(),
        here + "/attendance",
        came(sent, "heads", came.heads(), words),
        came(sent, "slips", came.slips(), words),
        Button.main(words.say("desk.meeting.save")),
        pass.live() ? pass(words, meeting, pass) : null,
        pass.live() ? Button.quiet(words.say("desk.meeting.pass-end")) : null,
        Button.quiet(words.say("desk.meeting.pass-new")),
        here + "/pass");
  }

  /// The field for one of the two counts of who came; empty while nobody has counted.
  static TextField came(FormState form, String name, int count, Words words) {
    return form.text(name, words.say("desk.meeting." + name))
        .orElse(count < 0 ? "" : Integer.toString(count))
        .keyboard("numeric");
  }

  private static MeetingDeskPage.Pass pass(Words words, Meeting meeting, EveningPasses.Shown pass) {
    return new MeetingDeskPage.Pass(
        pass.code(),
        QrPicture.drawing(pass.address(), words.say("desk.meeting.pass-qr")),
        words.say(
            "desk.meeting.pass-works",
            "address",
            pass.typed().replaceFirst("^https?://", ""),
            "from",
            words.shortDate(EveningPasses.firstDay(meeting)),
            "to",
            words.shortDate(pass.lastDay())));
  }

  private String local(Words words, boolean officer) {
    String said = words.say("desk.meeting.kit-local");
    return officer
        ? said + " " + words.say("desk.meeting.kit-local-officer", "address", url.get())
        : said;
  }

  private static List<MeetingDeskPage.Kit> kits(
      Words words, Consultation consultation, String here) {
    List<MeetingDeskPage.Kit> kits = new ArrayList<>();
    for (String tag : Words.LANGUAGES) {
      MeetingDeskPage.Kit kit =
          new MeetingDeskPage.Kit(
              words.say("desk.meeting.kit-download", "language", Words.of(tag).languageName()),
              here + "/kit.pdf?lang=" + tag);
      boolean isFirst =
          !consultation.languages().isEmpty() && consultation.languages().getFirst().equals(tag);
      kits.add(isFirst ? 0 : kits.size(), kit);
    }
    return kits;
  }

  /// The kinds of sheets, in the order of the kit.
  private static List<MeetingDeskPage.Sheet> sheets(
      Words words, Consultation consultation, Meeting meeting) {
    String here = href(meeting);
    return meeting.sheets(consultation).stream()
        .map(sheet -> {
          String name = words.say(sheet.wordKey());
          return new MeetingDeskPage.Sheet(
              here + "/kit/" + sheet.value() + ".png",
              words.say("desk.meeting.sheet-alt", "sheet", name),
              name,
              here + "/kit.pdf");
        })
        .toList();
  }

  private static List<MeetingDeskPage.Entry> entries(Words words, Meeting meeting) {
    String here = href(meeting);
    return List.of(
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.notes"), here + "/notes", words.say("desk.meeting.notes-row")),
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.cards-title"),
            here + "/cards",
            words.say("desk.meeting.cards-row")),
        new MeetingDeskPage.Entry(
            words.say("desk.meeting.dots-title"),
            here + "/dots",
            words.say("desk.meeting.dots-row")));
  }

  private List<Figure> heard(Words words, Meeting meeting) {
    return List.of(
        figure(words, meeting, Channel.PUBLIC_MEETING, "desk.meeting.unit-lines"),
        figure(words, meeting, Channel.COMMENT_CARD, "desk.meeting.unit-cards"),
        figure(words, meeting, Channel.DOT_VOTE, "desk.meeting.unit-sheets"));
  }

  private Figure figure(Words words, Meeting meeting, Channel channel, String unit) {
    long count = meetings.heard(meeting, channel);
    return new Figure(words.number(count), words.say(unit, "count", count), null, null);
  }
}
