package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.plan.Account;
import org.novacat.transforms.photometry.read.plan.Planner;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowReader;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;

/**
 * Reads the sections of one upload in turn, each by a plan of its own, and sees to it that its
 * lines add up. Used once.
 */
final class SectionsReader {
  /** Each is planned anew, which takes as long as reading some hundred rows. */
  private static final int MOST_SECTIONS = 5000;

  private final OpenedUpload opened;
  private final ReadSettings settings;
  private final RowSink sink;
  private final List<Understanding> sections = new ArrayList<>();
  private final List<Piece> between = new ArrayList<>();
  private RowTally tally = RowTally.NONE;
  private LineTally passed = LineTally.NONE;
  private long rows;
  private long rowLines;
  private final Map<List<UploadColumn>, Sample> samples = new HashMap<>();
  private RowCursor current;
  private Supplier<Map<RowRejectionCode, String>> remedies = Map::of;

  /** The first table of the file that is about other things; null when none is. */
  private Planner.@Nullable Plan other;

  SectionsReader(OpenedUpload opened, ReadSettings settings, RowSink sink) {
    this.opened = opened;
    this.settings = settings;
    this.sink = sink;
    this.current = opened.table().rows().open();
  }

  PhotometryRead read() {
    RawTable table = opened.table();
    FileRefusal refusal = null;
    while (table != null && refusal == null) {
      RowCursor cursor = table.rows().open();
      current = cursor;
      boolean empty = !cursor.next();
      refusal = empty && cursor.rest() != null ? null : section(table, cursor, empty);
      passed = passed.and(cursor.passed());
      between.addAll(Account.between(cursor.unread()));
      table = refusal == null ? cursor.rest() : null;
    }
    if (other != null && refusal == null && !any()) {
      return new PhotometryRead.Refused(
          Objects.requireNonNull(other.refusal()), other.understanding(), tally);
    }
    refusal = refusal == null ? refusal() : refusal;
    return refusal == null ? new PhotometryRead.Read(understanding(), tally) : refused(refusal);
  }

  /** Reads a section, whose cursor is at its first row; why the file is refused, else null. */
  private @Nullable FileRefusal section(RawTable table, RowCursor cursor, boolean empty) {
    Planner.Plan plan = plan(table);
    if (OtherTable.isOne(table, plan) && (other != null || cursor.rest() != null || any())) {
      other = other == null ? plan : other;
      between.add(OtherTable.piece(table, plan));
      return null;
    }
    sections.add(plan.understanding());
    return measurements(cursor, plan, empty);
  }

  private @Nullable FileRefusal measurements(RowCursor cursor, Planner.Plan plan, boolean empty) {
    if (sections.size() > MOST_SECTIONS) {
      return FileRefusals.tooLarge(opened.upload().name(), MOST_SECTIONS, "headers among its rows");
    }
    if (sections.size() > 1) {
      return walk(cursor, plan, empty);
    }
    if (plan.refusal() != null) {
      return plan.refusal();
    }
    remedies = plan.remedies();
    sink.begin(plan.understanding(), () -> current.raw());
    return walk(cursor, plan, empty);
  }

  private boolean any() {
    return !sections.isEmpty();
  }

  private Planner.Plan plan(RawTable table) {
    Sample sample = Sample.of(table, samples.get(table.columns()));
    samples.putIfAbsent(table.columns(), sample);
    Sidecar sidecar = ofSection(table, opened.upload().sidecar());
    return new Planner(opened.upload().name(), table, sidecar, settings, sample)
        .plan(opened.encoding(), opened.lines());
  }

  /**
   * Numbers of columns are those of the first header; names that another header lacks are not its.
   */
  private Sidecar ofSection(RawTable table, Sidecar sidecar) {
    List<UploadColumn> columns = table.columns();
    if (sidecar.columns().isEmpty() || columns.equals(opened.table().columns())) {
      return sidecar;
    }
    return sidecar.onlyColumns(
        name ->
            columns.stream().anyMatch(one -> one.name().equals(name) || one.label().equals(name)));
  }

  /** Reads the rows of a section; the refusal of a file that has too many, else null. */
  private @Nullable FileRefusal walk(RowCursor cursor, Planner.Plan plan, boolean empty) {
    RowReader reader = new RowReader(plan.rows(), settings.now(), sink);
    FileRefusal tooLong = null;
    boolean more = !empty;
    while (more && tooLong == null) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException(
            "interrupted while reading '%s'".formatted(opened.upload().name()));
      }
      rowLines += cursor.height();
      tooLong = ++rows > settings.maxRows() ? tooLong() : null;
      if (tooLong == null) {
        end(cursor, plan, reader);
        more = cursor.next();
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
          "The header above the row cannot be read: %s (%s)"
              .formatted(unreadable.message(), unreadable.remedy()));
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
    return FileRefusals.hopeless(name, tally, remedies);
  }

  private Understanding understanding() {
    List<Piece> pieces =
        Stream.concat(
                sections.stream().flatMap(s -> s.account().pieces().stream()), between.stream())
            .distinct()
            .toList();
    return sections
        .get(0)
        .and(sections.subList(1, sections.size()), new Account(passed, rowLines, pieces));
  }

  private PhotometryRead refused(FileRefusal why) {
    return new PhotometryRead.Refused(why, sections.isEmpty() ? null : understanding(), tally);
  }
}
