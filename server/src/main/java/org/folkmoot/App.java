package org.folkmoot;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.folkmoot.api.ApiRoom;
import org.folkmoot.archive.ArchiveRoom;
import org.folkmoot.calling.CallingRoom;
import org.folkmoot.calling.CallingService;
import org.folkmoot.calling.PhoneLine;
import org.folkmoot.comeback.ComebackRoom;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationGate;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.RecordingService;
import org.folkmoot.demo.Demo;
import org.folkmoot.demo.OneVoiceRoom;
import org.folkmoot.demo.SampleTime;
import org.folkmoot.desk.DeskRoom;
import org.folkmoot.door.Door;
import org.folkmoot.door.FormTokens;
import org.folkmoot.door.HttpServer;
import org.folkmoot.door.Limits;
import org.folkmoot.door.RouteTable;
import org.folkmoot.forum.ForumRoom;
import org.folkmoot.initiative.InitiativeRoom;
import org.folkmoot.jury.JuryRoom;
import org.folkmoot.kit.KitRoom;
import org.folkmoot.mail.MailRoom;
import org.folkmoot.media.Clamd;
import org.folkmoot.media.MalwareScan;
import org.folkmoot.media.MediaExaminer;
import org.folkmoot.media.MediaRepository;
import org.folkmoot.media.MediaService;
import org.folkmoot.media.RenditionRepository;
import org.folkmoot.media.RenditionService;
import org.folkmoot.media.SharedContent;
import org.folkmoot.meeting.MeetingRoom;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.moderation.ModerationRoom;
import org.folkmoot.panel.PanelRoom;
import org.folkmoot.people.PeopleRoom;
import org.folkmoot.people.PeopleService;
import org.folkmoot.people.Vault;
import org.folkmoot.receipt.ReceiptRoom;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.report.Elsewhere;
import org.folkmoot.report.OutboxService;
import org.folkmoot.report.ReportRoom;
import org.folkmoot.retention.RetentionRoom;
import org.folkmoot.retention.RetentionService;
import org.folkmoot.rights.RightsRoom;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.simulator.SimulatedCalls;
import org.folkmoot.sms.voice.CallPortal;
import org.folkmoot.statement.StatementRoom;
import org.folkmoot.store.Blobs;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.story.StoryRoom;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.Dialling;
import org.folkmoot.texting.Gateway;
import org.folkmoot.texting.OutText;
import org.folkmoot.texting.Purpose;
import org.folkmoot.texting.ResultLines;
import org.folkmoot.texting.SendingService;
import org.folkmoot.texting.TextingRoom;
import org.folkmoot.texting.TextingService;
import org.folkmoot.upload.UploadRoom;
import org.folkmoot.web.Pages;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.jspecify.annotations.Nullable;

/// The portal, wired: the one place where rooms are made and given what they use, in reading order.
/// Tests start it on port 0 exactly as `serve` does.
public final class App implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration RENDITIONS = Duration.ofSeconds(3);
  private static final Duration OUTBOX = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final Store store;
  private final RecordRoom record;
  private final RouteTable routes;
  private final MailRoom mail;
  private final PeopleRoom people;
  private final ConsultationRoom consultations;
  private final Carriers carriers;
  private final TextingRoom texting;
  private final CallingRoom calling;
  private final MeetingRoom meetings;
  private final MediaExaminer examiner;
  private final RenditionService renditions;
  private final String demoWord;
  private final RetentionRoom retention;
  private final ForumRoom forum;
  private final HttpServer server;
  private final Upkeep upkeep;

  /// @param sample the clock of a portal with the sample, null for one without
  private App(Settings settings, InstantSource time, @Nullable SampleTime sample) {
    boolean demo = sample != null;
    this.settings = settings;
    Pages pages = new Pages();
    this.store =
        settings.mongodbUri().isEmpty()
            ? Store.embedded(settings.data().resolve("store"))
            : Store.connect(settings.mongodbUri());
    Keys keys = Keys.open(settings.masterKeyFile(), settings.mongodbUri().isEmpty(), store);

    this.record = RecordRoom.in(store, keys, time, settings.data().resolve("index"));
    this.mail = MailRoom.in(store, keys, settings.mail().smtpUrl(), settings.mail().from(), time);
    this.people =
        PeopleRoom.in(
            store,
            keys,
            record.ledger(),
            mail.service(),
            time,
            settings.adminToken(),
            !demo,
            this::inFull);
    this.consultations =
        ConsultationRoom.in(store, record.ledger(), time, people.service()::hasSafeguardingLead);
    ModerationRoom moderation =
        ModerationRoom.in(store, record, consultations.service(), people.service(), time);
    DeskRoom desk =
        DeskRoom.in(
            store, record, consultations.service(), people.vault(), moderation.reasons(), time);
    StatementRoom statements =
        StatementRoom.in(store, record, consultations.service(), people.vault(), time);
    this.meetings =
        MeetingRoom.in(
            store,
            record,
            consultations.service(),
            people.vault(),
            people.passes(),
            time,
            this::url);
    JuryRoom jury = JuryRoom.in(store, keys, consultations.service(), record, time);
    this.forum = ForumRoom.in(store, record, people, consultations.service(), time, this::url);
    ReportRoom report =
        ReportRoom.in(
            store,
            record,
            consultations.service(),
            desk.themes(),
            new Elsewhere(
                new JuryLines(jury.service(), record.reading()),
                new MarkedThings(statements.service(), meetings.service(), jury.service(), forum)),
            this::tell,
            this::url,
            time);
    ReceiptRoom receipts =
        ReceiptRoom.in(
            record,
            consultations.service(),
            desk.themes(),
            people.vault(),
            report.decisions(),
            moderation.reasons(),
            time,
            this::url);
    PanelRoom panel = PanelRoom.in(store, record, consultations.service(), people.vault(), time);

    this.examiner =
        new MediaExaminer(settings.data().resolve("examiner"), MediaExaminer.Limits.USUAL);
    MalwareScan scan =
        settings.clamav().isEmpty()
            ? MalwareScan.none()
            : new Clamd(settings.clamav(), Duration.ofMinutes(2));
    Blobs blobs = store.blobs(keys);
    this.renditions =
        new RenditionService(
            new RenditionRepository(store), blobs, examiner, settings.ffmpeg(), time);
    MediaService media =
        new MediaService(
            examiner,
            scan,
            new MediaRepository(store.collection("media")),
            new SharedContent(store, keys),
            renditions,
            blobs,
            time);
    RecordingService recordings = consultations.recordings(media);
    StoryRoom stories =
        StoryRoom.in(store, record, consultations.service(), people.vault(), media, time);
    UploadRoom uploads =
        UploadRoom.in(
            store,
            keys,
            media,
            StoryService.FILES,
            slug -> stories.stories().isHearing(consultations.service().get(slug)),
            () -> settings.data().toFile().getUsableSpace(),
            time);

    this.carriers = Carriers.of(settings, time);
    this.texting =
        TextingRoom.in(
            store,
            record,
            people.vault(),
            consultations.service(),
            stories.stories(),
            (slug, voice, language) ->
                report
                    .decisions()
                    .result(slug, voice, Words.of(language))
                    .map(result -> new ResultLines.Line(result.said(), result.did())),
            this::phoneLine,
            carriers.texts(),
            settings.sms().patience(),
            this::url,
            demo,
            settings.mongodbUri().isEmpty(),
            time);
    ComebackRoom comeback =
        ComebackRoom.in(
            store,
            keys,
            record,
            consultations.service(),
            receipts.service(),
            people.vault(),
            mail.service(),
            texting.service(),
            texting.sending(),
            time,
            this::url);
    this.retention =
        RetentionRoom.in(
            store,
            record,
            consultations.service(),
            texting.service(),
            people.vault(),
            report.decisions()::decidedOn,
            time);

    this.calling =
        CallingRoom.in(
            store,
            new CallingRoom.Around(
                record,
                people.vault(),
                consultations.service(),
                texting.service(),
                stories.stories(),
                media,
                (slug, voice, language) ->
                    report
                        .decisions()
                        .result(slug, Optional.of(voice), Words.of(language))
                        .map(result -> new CallPortal.Decided(result.said(), result.did()))),
            carriers.calls(),
            this::url,
            demo,
            time);

    RightsRoom rights =
        RightsRoom.in(
            store,
            record,
            consultations.service(),
            texting.service(),
            calling.service(),
            people,
            time);

    KitRoom kit =
        KitRoom.in(
            meetings.service(), meetings.passes(), consultations.service(), pages, this::url);
    ApiRoom api =
        ApiRoom.in(
            record,
            consultations.service(),
            desk,
            receipts.service(),
            statements.service(),
            report.snapshots());
    InitiativeRoom initiatives =
        InitiativeRoom.in(
            store,
            record,
            consultations.service(),
            report.decisions()::decidedOn,
            people.vault(),
            time);

    ArchiveRoom archive =
        ArchiveRoom.in(store, record, consultations.service(), desk.themes(), this::url, time);

    Limits limits = new Limits(time);
    FormTokens tokens = new FormTokens(keys.derive("form tokens"), time);
    this.routes =
        new RouteTable()
            .with(new HealthRoutes(store))
            .with(api.routes())
            .with(initiatives.routes())
            .with(desk.routes(), moderation.routes(), receipts.routes(), rights.routes())
            .with(retention.routes())
            .with(comeback.routes())
            .with(panel.routes())
            .with(statements.routes())
            .with(jury.routes())
            .with(texting.routes())
            .with(calling.routes())
            .with(meetings.routes(), kit.routes())
            .with(stories.routes())
            .with(uploads.routes())
            .with(forum.routes())
            .with(report.routes(), archive.routes());
    routes.with(
        new SiteRoutes(consultations.service()),
        consultations.routes(
            people.service(),
            record.reading(),
            recordings,
            meetings.coming(),
            report.decisions()::decidedOn,
            new ConsultationRoom.Waiting(
                report.unanswered(),
                moderation.appeals(),
                texting.threads()::waiting,
                texting.threads()::firstEnds,
                texting.news()::spentMark),
            routes),
        people.routes(
            new PeopleRoom.Around(
                this::questions,
                this::councilName,
                this::url,
                () -> consultations.service().council().zone())),
        mail.routes());
    this.demoWord = demo && !settings.isOnlyHere() ? DemoRoutes.newWord() : "";
    Optional<OneVoiceRoom> oneVoice =
        carriers
            .texts()
            .simulator()
            .filter(_ -> demo)
            .map(network ->
                OneVoiceRoom.in(
                    network, texting.service(), report.reports(), consultations.service(), record));
    if (sample != null) {
      DemoRoutes.welcome(people.service());
      new Demo(
              store,
              new Demo.Rooms(
                  consultations.service(),
                  recordings,
                  record.service(),
                  record.reading(),
                  desk.themes(),
                  panel.service(),
                  statements.service(),
                  stories.stories(),
                  stories.letters(),
                  meetings.service(),
                  texting.service(),
                  calling.service(),
                  forum.service(),
                  forum.participants(),
                  forum.says(),
                  forum.floor(),
                  forum.polls(),
                  jury.service(),
                  jury.lottery(),
                  report.snapshots(),
                  report.reports(),
                  report.decisions(),
                  initiatives.service()),
              sample)
          .load(DemoRoutes.officer().name(), carriers.texts().number());
      oneVoice.ifPresent(room -> routes.with(room.routes()));
      routes.with(new DemoRoutes(people.service(), routes, this::isAsked, demoWord));
    }
    var sockets = new HashMap<>(forum.sockets());
    oneVoice.ifPresent(room -> sockets.putAll(room.sockets()));
    Door door =
        new Door(
            routes,
            people.service(),
            new PortalScreens(
                pages,
                consultations.service(),
                moderation.modes(),
                tokens,
                demo,
                oneVoice.isPresent()),
            new ConsultationGate(consultations.service()),
            limits,
            tokens,
            this::url,
            time);
    this.server =
        new HttpServer(
            door,
            new HttpServer.Listen(
                settings.host(),
                settings.port(),
                settings.baseUrl().startsWith("https:"),
                settings.trustedProxy()),
            sockets);
    this.upkeep = new Upkeep(store, record, consultations.service());
    archive.restores().finish(upkeep::eraseAgain);
    upkeep.begin(statements.service());
    upkeep.every(
        SWEEP,
        "queue",
        () ->
            moderation
                .queue()
                .keepUp(consultations.service().all().stream().map(c -> c.slug()).toList()));
    rights.service().finish();
    upkeep.every(SWEEP, "rights", rights.service()::finish);
    upkeep.every(SWEEP, "retention", retention.service()::finish);
    upkeep.every(Duration.ofHours(1), "retention-nightly", retention.service()::nightly);
    upkeep.every(SWEEP, "initiatives", initiatives.service()::finish);
    upkeep.every(SILENCE, "texting", texting.service()::goOn);
    upkeep.every(OUTBOX, "texts", texting::sendDue);
    upkeep.every(OUTBOX, "pictures", texting::bringPictures);
    upkeep.every(SILENCE, "calling", calling.service()::goOn);
    upkeep.every(SILENCE, "mail", mail.service()::deliver);
    upkeep.every(Duration.ofHours(1), "sign-ins", people::forgetOld);
    if (!settings.clamav().isEmpty()) {
      upkeep.every(Duration.ofMinutes(5), "scans", media::scanAgain);
    }
    upkeep.every(RENDITIONS, "renditions", renditions::goOn);
    upkeep.every(Duration.ofHours(1), "uploads", uploads.service()::sweep);
    upkeep.every(
        Duration.ofHours(1),
        "files",
        () ->
            media.deleteLost(
                Duration.ofDays(1),
                owner ->
                    recordings.keeps(owner)
                        || calling.keeps(owner)
                        || record.service().find(owner).isPresent()));
  }

  /// Tells one person what was decided: by text; who wants it by e-mail still waits.
  private OutboxService.Sent tell(
      String id, String consultation, Tell how, String contact, String text) {
    return switch (how) {
      case PHONE -> {
        OutText.State at =
            texting.sending().send(id, consultation, Purpose.DECISION, contact, text).state();
        yield at == OutText.State.FAILED ? OutboxService.Sent.NEVER : OutboxService.Sent.SENT;
      }
      case EMAIL, CODE -> OutboxService.Sent.LATER;
    };
  }

  /// Starts the portal; it listens when this returns.
  public static App start(Settings settings, InstantSource time, boolean demo) {
    @Nullable SampleTime sample = demo ? new SampleTime(time) : null;
    App app = new App(settings, sample == null ? time : sample, sample);
    app.server.start();
    app.carriers.connect(app.localUrl(), URI.create(app.url()));
    app.upkeep.publishLogs(URI.create(app.url()).getAuthority());
    return app;
  }

  /// Opens a portal that has just been restored, listening to nobody, so that every room forgets
  /// again what was erased since the backup.
  static void finishRestore(Settings settings, InstantSource time) {
    new App(settings, time, null).close();
  }

  public int port() {
    return server.port();
  }

  /// The public address, without a slash at its end.
  public String url() {
    return settings.publicUrl(server.port());
  }

  /// The address on this machine, whatever the public one is.
  public URI localUrl() {
    return URI.create(settings.localUrl(server.port()));
  }

  /// The one-time set-up link, while nobody works here yet.
  public Optional<String> setUpLink() {
    return people.service().setUpSecret().map(secret -> url() + "/set-up/" + secret);
  }

  /// What the demo's sign-in asks for where others than this machine can reach it; else empty.
  public String demoWord() {
    return demoWord;
  }

  private String inFull(String number) {
    return Dialling.full(number, () -> consultations.service().council().country())
        .map(PhoneNumber::e164)
        .orElse(number);
  }

  private Optional<String> phoneLine(Consultation asked) {
    return calling.service().open(asked).map(PhoneLine::number);
  }

  private boolean isAsked(String slug) {
    return consultations.service().find(slug).isPresent();
  }

  private String councilName() {
    String name = consultations.service().council().name();
    return name.isEmpty() ? "Folkmoot" : name;
  }

  private List<Choices.Option> questions() {
    return consultations.service().all().stream()
        .map(c -> new Choices.Option(c.slug(), c.title()))
        .toList();
  }

  /// The record, for tests and the loader of samples.
  public RecordRoom record() {
    return record;
  }

  /// Every route of the portal, for the tests that walk it.
  public RouteTable routes() {
    return routes;
  }

  PeopleService people() {
    return people.service();
  }

  ConsultationService consultations() {
    return consultations.service();
  }

  TextingService texting() {
    return texting.service();
  }

  SendingService sending() {
    return texting.sending();
  }

  /// The way to telephones, for tests.
  public Gateway gateway() {
    return carriers.texts();
  }

  CallingService calling() {
    return calling.service();
  }

  /// The exchange that carries calls where no company does.
  Optional<SimulatedCalls> exchange() {
    return carriers.calls().simulator();
  }

  /// The live forum, for the demo's loader and tests.
  public ForumRoom forum() {
    return forum;
  }

  Vault vault() {
    return people.vault();
  }

  RetentionService retention() {
    return retention.service();
  }

  MeetingService meetings() {
    return meetings.service();
  }

  /// Ends in good order: no new requests, those under way finish, then the store closes.
  @Override
  public void close() {
    forum.hubs().close();
    server.close();
    renditions.close();
    upkeep.close();
    carriers.close();
    mail.service().close();
    try {
      examiner.close();
    } catch (IOException e) {
      System.getLogger("app").log(System.Logger.Level.WARNING, "event=examiner.left", e);
    }
    upkeep.signLogs();
    record.index().close();
    store.close();
  }
}
