package org.novacat.jobs.photometry.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * What became of a file, in parts that laws compare.
 *
 * @param ends of its rows, in order; none of a refused file
 * @param refusal null when the file was read
 * @param understanding null when nothing was made of the file
 */
record Outcome(
    List<End> ends,
    @Nullable FileRefusal refusal,
    @Nullable Understanding understanding,
    RowTally tally) {

  static Outcome of(Upload upload) {
    FieldReading reading = FieldReading.of(upload);
    PhotometryRead result = reading.result();
    return result.match(
        read ->
            new Outcome(
                reading.lines().stream().map(End::of).toList(),
                null,
                read.understanding(),
                read.tally()),
        no -> new Outcome(List.of(), no.refusal(), no.understanding(), no.tally()));
  }

  /** The sections of the file, the first one first. */
  List<Understanding> sections() {
    List<Understanding> all = new ArrayList<>();
    if (understanding != null) {
      all.add(understanding);
      all.addAll(understanding.more());
    }
    return all;
  }

  /** Whether a piece is named as one that nobody understood, or that no row needs. */
  boolean isLeft(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Stream<String> columns =
        sections().stream()
            .flatMap(section -> section.columns().stream())
            .filter(column -> column.fate() != Fate.USED)
            .map(column -> column.name());
    Stream<String> pieces =
        sections().stream()
            .flatMap(section -> section.account().pieces().stream())
            .filter(piece -> piece.fate() != Fate.USED)
            .map(piece -> piece.name());
    return Stream.concat(columns, pieces).anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(lower));
  }

  /** What no file may end as, whatever stands in it; "" when all is well. */
  String fault() {
    if (refusal != null) {
      return refusal.code() == FileRefusalCode.READER_FAILED ? refusal.toString() : "";
    }
    long rejected = tally.rejected().values().stream().mapToLong(Long::longValue).sum();
    return tally.rows() == tally.accepted() + rejected && ends.size() == tally.rows()
        ? ""
        : "%s ends of %s rows, %s accepted and %s rejected"
            .formatted(ends.size(), tally.rows(), tally.accepted(), rejected);
  }

  /** Whether the refusal tells of something. */
  boolean isRefusedFor(String name) {
    return refusal != null
        && (refusal.message() + refusal.remedy())
            .toLowerCase(Locale.ROOT)
            .contains(name.toLowerCase(Locale.ROOT));
  }
}
