package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.AccountJson;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.column.ColumnUse;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.plan.Account;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.upload.RowTally;

/** How an upload was read, in lines for people and as JSON. */
final class PhotometryExplanation {
  private final List<String> lines = new ArrayList<>();

  private PhotometryExplanation() {}

  static List<String> text(String file, PhotometryRead result, ReadSummary summary) {
    PhotometryExplanation text = new PhotometryExplanation();
    text.lines.add(file);
    Understanding understood =
        result.<@Nullable Understanding>match(
            read -> read.understanding(), refused -> refused.understanding());
    if (understood != null) {
      text.understanding(understood);
    }
    result.match(
        read -> text.read(read.tally(), summary),
        refused -> {
          text.add("refused: " + refused.refusal().code());
          text.add("    " + refused.refusal().message());
          return text.add("    " + refused.refusal().remedy());
        });
    if (understood != null) {
      text.wishes(understood);
    }
    text.lines.add("");
    return text.lines;
  }

  private void understanding(Understanding u) {
    add("format: " + u.format());
    add("encoding: " + u.encoding());
    add("columns:");
    for (ColumnUse column : u.columns()) {
      String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
      String what = column.fate() == Fate.USED ? column.role().key() : column.fate().code();
      add(
          "    %s '%s'%s: %s, %s"
              .formatted(column.number(), column.name(), unit, what, column.reason()));
    }
    TimeFrame time = u.time();
    add(
        "times: %s, scale %s (%s), place %s: %s"
            .formatted(
                time.system(),
                time.scale(),
                time.confidence().code(),
                time.reference(),
                time.reason()));
    add("band: " + stated(u.band(), u.bandReason(), u.trust().band()));
    add("nova: " + stated(u.object(), u.objectReason(), u.trust().nova()));
    u.notes().forEach(note -> add("note: " + note));
    account(u.account());
    for (Understanding section : u.more()) {
      add("a section further down is read otherwise:");
      section(section);
    }
  }

  /** What a section has that the one before it may not have. */
  private void section(Understanding u) {
    for (ColumnUse column : u.columns()) {
      if (column.fate() == Fate.USED) {
        add("    %s '%s': %s".formatted(column.number(), column.name(), column.role().key()));
      }
    }
    add("    band: " + stated(u.band(), u.bandReason(), u.trust().band()));
    add("    nova: " + stated(u.object(), u.objectReason(), u.trust().nova()));
  }

  private void account(Account account) {
    LineTally lines = account.lines();
    if (lines.lines() > 0) {
      add(
          "lines: %s = %s of headers, %s comments, %s blank, %s of rows"
              .formatted(
                  lines.lines() + account.rowLines(),
                  lines.header(),
                  lines.comments(),
                  lines.blank(),
                  account.rowLines()));
    }
    for (Piece piece : account.pieces()) {
      if (!piece.kind().equals("column")) {
        add(
            "%s '%s': %s, %s"
                .formatted(piece.kind(), piece.name(), piece.fate().code(), piece.what()));
      }
    }
  }

  private static String stated(String text, String reason, @Nullable Confidence by) {
    String said = text.isEmpty() ? reason : "'%s', %s".formatted(text, reason);
    boolean nothing = by == null || (text.isEmpty() && by == Confidence.ASSUMED);
    return nothing || by == null ? said : "%s (%s)".formatted(said, by.code());
  }

  private boolean read(RowTally tally, ReadSummary summary) {
    add(
        "rows: %s, accepted %s (%s of them limits), rejected %s"
            .formatted(tally.rows(), tally.accepted(), tally.limits(), tally.rejectedRows()));
    tally.ordered().forEach((code, count) -> add("    %s: %s".formatted(code, count)));
    counts("bands", summary.bands());
    counts("novae", summary.novae());
    return tally.accepted() == 0
        || add(
            String.format(
                Locale.ROOT, "epochs: MJD %.5f to %.5f", summary.epochMin(), summary.epochMax()));
  }

  private void counts(String name, Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((key, count) -> parts.add("'%s' %s".formatted(key, count)));
    add(name + ": " + String.join(", ", parts));
  }

  private void wishes(Understanding understanding) {
    if (!understanding.wishes().isEmpty()) {
      add("a sidecar could say:");
      for (Understanding.Wish wish : understanding.wishes()) {
        add(
            "    \"%s\": %s    %s%s"
                .formatted(
                    wish.key(), wish.example(), wish.needed() ? "needed: " : "", wish.reason()));
      }
    }
  }

  private boolean add(String line) {
    return lines.add(("  " + line).stripTrailing());
  }

  static ObjectNode json(String file, PhotometryRead result, ReadSummary summary) {
    ObjectNode line = summary.line(file, result);
    Understanding u =
        result.<@Nullable Understanding>match(
            read -> read.understanding(), refused -> refused.understanding());
    ArrayNode columns = line.putArray("columns");
    ArrayNode sidecar = line.putArray("sidecar");
    ArrayNode notes = line.putArray("notes");
    if (u == null) {
      return line.putNull("time").putNull("nova").putNull("band");
    }
    for (ColumnUse column : u.columns()) {
      ObjectNode one = columns.addObject().put("number", column.number());
      one.put("name", column.name()).put("unit", column.unit());
      one.put("role", column.role().key()).put("fate", column.fate().code());
      one.put("reason", column.reason());
    }
    for (Understanding.Wish wish : u.wishes()) {
      sidecar
          .addObject()
          .put("key", wish.key())
          .put("example", wish.example())
          .put("reason", wish.reason())
          .put("needed", wish.needed());
    }
    u.notes().forEach(notes::add);
    AccountJson.put(line.putArray("pieces"), u.account().pieces());
    LineTally passed = u.account().lines();
    ObjectNode lines = line.putObject("lines").put("header", passed.header());
    lines.put("comments", passed.comments()).put("blank", passed.blank());
    lines.put("rows", u.account().rowLines());
    ObjectNode time = line.putObject("time").put("system", u.time().system().name());
    time.put("scale", u.time().scale().name()).put("reference", u.time().reference().name());
    time.put("confidence", u.time().confidence().code()).put("reason", u.time().reason());
    said(line.putObject("nova"), u.object(), u.objectReason(), u.trust().nova());
    said(line.putObject("band"), u.band(), u.bandReason(), u.trust().band());
    return line;
  }

  private static void said(ObjectNode in, String name, String reason, @Nullable Confidence by) {
    in.put("name", name).put("reason", reason).put("confidence", by == null ? null : by.code());
  }
}
