package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.plan.Account;
import org.novacat.transforms.photometry.read.plan.Planner;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowReader;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;

/**
 * Reads the sections of one upload in turn, each by a plan of its own, and sees to it that its
 * lines add up. Used once.
 */
final class SectionsReader {
  private final OpenedUpload opened;
  private final ReadSettings settings;
  private final RowSink sink;
  private final List<Understanding> sections = new ArrayList<>();
  private final List<Account.Piece> between = new ArrayList<>();
  private RowTally tally = RowTally.NONE;
  private LineTally passed = LineTally.NONE;
  private long rows;
  private long rowLines;
  private RowCursor current;

  SectionsReader(OpenedUpload opened, ReadSettings settings, RowSink sink) {
    this.opened = opened;
    this.settings = settings;
    this.sink = sink;
    this.current = opened.table().rows().open();
  }

  PhotometryRead read() {
    RawTable table = opened.table();
    while (table != null) {
      Planner.Plan plan = plan(table);
      sections.add(plan.understanding());
      if (plan.refusal() != null && sections.size() == 1) {
        return refused(plan.refusal());
      }
      RowCursor cursor = table.rows().open();
      current = cursor;
      if (sections.size() == 1) {
        sink.begin(plan.understanding(), () -> current.raw());
      }
      FileRefusal tooLong = walk(cursor, plan);
      if (tooLong != null) {
        return refused(tooLong);
      }
      passed = passed.and(cursor.passed());
      between.addAll(Account.between(cursor.unread()));
      table = cursor.rest();
    }
    FileRefusal refusal = refusal();
    return refusal == null ? new PhotometryRead.Read(understanding(), tally) : refused(refusal);
  }

  private Planner.Plan plan(RawTable table) {
    return new Planner(opened.upload().name(), table, opened.upload().sidecar(), settings)
        .plan(opened.encoding(), opened.lines());
  }

  /** Reads the rows of a section; the refusal of a file that has too many, else null. */
  private @Nullable FileRefusal walk(RowCursor cursor, Planner.Plan plan) {
    RowReader reader = new RowReader(plan.rows(), settings.now(), sink);
    FileRefusal tooLong = null;
    while (tooLong == null && cursor.next()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException(
            "interrupted while reading '%s'".formatted(opened.upload().name()));
      }
      rowLines += cursor.height();
      tooLong = ++rows > settings.maxRows() ? tooLong() : null;
      if (tooLong == null) {
        end(cursor, plan, reader);
      }
    }
    tally = tally.and(reader.tally());
    return tooLong;
  }

  private FileRefusal tooLong() {
    return FileRefusals.tooLarge(opened.upload().name(), settings.maxRows(), "rows");
  }

  private void end(RowCursor cursor, Planner.Plan plan, RowReader reader) {
    FileRefusal unreadable = plan.refusal();
    if (unreadable == null) {
      reader.read(cursor);
    } else {
      reader.reject(
          cursor,
          RowRejectionCode.SECTION_UNREADABLE,
          "The header above the row cannot be read: " + unreadable.message());
    }
  }

  private @Nullable FileRefusal refusal() {
    String name = opened.upload().name();
    if (rows == 0) {
      return FileRefusals.noRows(name);
    }
    long counted = passed.lines() + rowLines;
    if (opened.lineCount() >= 0 && counted != opened.lineCount()) {
      throw new IllegalStateException(
          "%s lines are counted of %s".formatted(counted, opened.lineCount()));
    }
    return FileRefusals.hopeless(name, tally);
  }

  private Understanding understanding() {
    List<Account.Piece> pieces =
        Stream.concat(
                sections.stream().flatMap(s -> s.account().pieces().stream()), between.stream())
            .distinct()
            .toList();
    return sections
        .get(0)
        .and(sections.subList(1, sections.size()), new Account(passed, rowLines, pieces));
  }

  private PhotometryRead refused(FileRefusal why) {
    return new PhotometryRead.Refused(why, understanding(), tally);
  }
}
