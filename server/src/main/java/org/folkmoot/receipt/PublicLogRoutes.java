package org.folkmoot.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Checkpoint;
import org.folkmoot.ledger.Checkpoints;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.Proof;
import org.folkmoot.record.Contribution;

/// A question's log as the world may check it: a page for people, and files in the formats of C2SP
/// tlog-checkpoint, tlog-tiles and tlog-proof for tools that we did not write.
public final class PublicLogRoutes implements RouteTable.Routes {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BINARY = "application/octet-stream";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String PARTIAL = ".p";

  /// Levels of 256: more entries than there can be.
  private static final int LEVELS = 7;

  private static final int WIDTH = 256;

  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final ReceiptService receipts;
  private final CodeLookup codes;
  private final ConsultationService consultations;
  private final PublicLogViews views;

  PublicLogRoutes(
      Ledger ledger,
      ReceiptService receipts,
      ConsultationService consultations,
      Supplier<String> url) {
    this.ledger = ledger;
    this.checkpoints = ledger.checkpoints();
    this.receipts = receipts;
    this.codes = new CodeLookup(receipts);
    this.consultations = consultations;
    this.views = new PublicLogViews(receipts, consultations, url);
  }

  @Override
  public void register(RouteTable table) {
    String log = "/log/{consultation}";
    table.get("/c/{consultation}/log", Access.everyone(), this::show);
    table.get("/r/{receipt}/log", Access.everyone(), this::showPlace);
    table.get("/r/{receipt}/log/proof", Access.everyone(), this::proof);
    table.get(log + "/checkpoint", Access.everyone(), this::checkpoint);
    table.get(log + "/key", Access.everyone(), this::key);
    table.get(log + "/consistency/{size}", Access.everyone(), this::consistency);
    table.get(log + "/tile/{level}/{n}", Access.everyone(), Limit.API, this::tile);
    table.get(log + "/tile/{level}/{n}/{width}", Access.everyone(), Limit.API, this::tile);
    table.get(log + "/tile/{level}/{x}/{n}/{width}", Access.everyone(), Limit.API, this::tile);
  }

  private Answer show(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Checkpoint newest =
        checkpoints.covering(asked.slug(), ledger.last(asked.slug())).orElseThrow(this::unknown);
    return ask.page(views.log(asked, newest, ask.words()));
  }

  private Answer showPlace(Ask ask) {
    Contribution found = find(ask);
    boolean own = receipts.isOwnDevice(found, ask.visitor().device());
    return ask.page(views.place(found, own, ask.words()));
  }

  private Answer proof(Ask ask) {
    Contribution found = find(ask);
    Proof proof = receipts.proof(found).orElseThrow(this::unknown);
    return Answer.download(TEXT, found.receipt().printed() + ".tlog-proof", bytes(proof.file()));
  }

  private Answer checkpoint(Ask ask) {
    return Answer.text(200, TEXT, newest(ask).note()).header("Cache-Control", "no-cache");
  }

  private Answer key(Ask ask) {
    String keys = String.join("\n", checkpoints.verifierKeys(newest(ask).origin()));
    return Answer.text(200, TEXT, keys + "\n");
  }

  /// That the log of that size is the beginning of the newest: what C2SP tlog-witness takes as
  /// `add-checkpoint`.
  private Answer consistency(Ask ask) {
    Checkpoint newest = newest(ask);
    long old = number(ask.value("size"));
    if (old > newest.size()) {
      throw unknown();
    }
    var text = new StringBuilder("old ").append(old).append('\n');
    checkpoints
        .tree(log(ask), newest.size())
        .consistency(old)
        .forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    return Answer.text(200, TEXT, text.append('\n').append(newest.note()).toString())
        .header("Cache-Control", "no-cache");
  }

  private Answer tile(Ask ask) {
    Tile tile = asked(ask);
    byte[] bytes =
        tile.level() < 0
            ? bundle(log(ask), tile)
            : checkpoints.tile(log(ask), tile.level(), tile.index(), tile.width());
    return Answer.bytes(200, BINARY, bytes).header("Cache-Control", FOREVER);
  }

  private byte[] bundle(String log, Tile tile) {
    var out = new ByteArrayOutputStream();
    for (byte[] leaf : checkpoints.leaves(log, tile.index(), tile.width())) {
      out.write(leaf.length >> 8);
      out.write(leaf.length);
      out.writeBytes(leaf);
    }
    return out.toByteArray();
  }

  /// @param level -1 for the entries themselves
  private record Tile(int level, long index, int width) {}

  /// Reads `{level}/{n}`, `{level}/x{thousands}/{n}`, each with `.p/{width}` behind it or not.
  ///
  /// @throws ProblemException if the newest checkpoint does not cover such a tile
  private Tile asked(Ask ask) {
    String name = ask.valueIfAny("n").orElse("");
    String above = ask.valueIfAny("x").orElse("");
    String width = ask.valueIfAny("width").orElse("");
    if (above.isEmpty() && name.startsWith("x")) {
      above = name;
      name = width;
      width = "";
    }
    boolean partial = name.endsWith(PARTIAL);
    if (partial == width.isEmpty()) {
      throw unknown();
    }
    long index =
        part(partial ? name.substring(0, name.length() - PARTIAL.length()) : name)
            + (above.isEmpty() ? 0 : 1000 * part(above.substring(1)));
    String at = ask.value("level");
    var tile =
        new Tile(
            at.equals("entries") ? -1 : (int) number(at),
            index,
            partial ? (int) number(width) : WIDTH);
    int level = Math.max(0, tile.level());
    if (level > LEVELS
        || tile.width() < 1
        || tile.width() > (partial ? WIDTH - 1 : WIDTH)
        || index * WIDTH + tile.width() > newest(ask).size() >> (8 * level)) {
      throw unknown();
    }
    return tile;
  }

  private long part(String digits) {
    if (digits.length() != 3) {
      throw unknown();
    }
    return number(digits);
  }

  private long number(String digits) {
    if (!digits.matches("\\d{1,15}")) {
      throw unknown();
    }
    return Long.parseLong(digits);
  }

  private Checkpoint newest(Ask ask) {
    return checkpoints.latest(log(ask)).orElseThrow(this::unknown);
  }

  private String log(Ask ask) {
    return consultations.get(ask.value("consultation")).slug();
  }

  private Contribution find(Ask ask) {
    return codes.find(ask, ask.value("receipt")).orElseThrow(this::unknown);
  }

  private ProblemException unknown() {
    return new ProblemException(new Problem.NotFound());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
