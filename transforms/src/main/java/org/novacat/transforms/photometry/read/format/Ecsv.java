package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.EcsvHeader;

/**
 * Enhanced CSV (Astropy Proposal for Enhancement 6): a YAML header behind comment signs, of which
 * the columns and the plain entries of {@code meta} are read, then names, then rows.
 */
final class Ecsv {
  private Ecsv() {}

  /**
   * Null when the file does not say that it is one. An excerpt is of the format it was cut from.
   */
  static @Nullable RawTable open(TextUpload in) {
    if (!in.head().stripLeading().startsWith(EcsvHeader.SIGN)) {
      return null;
    }
    TextHead head = TextHead.of(in);
    EcsvHeader header = new EcsvHeader();
    head.comments().forEach(comment -> header.line(TextHead.stripped(comment.text())));
    FactWords facts = new FactWords();
    header.end().meta().forEach(facts::line);
    SerializedTimes.of(head.comments()).forEach(facts::fact);
    int names = head.lines().isEmpty() ? 0 : head.lines().get(0).number();
    char sign = header.delimiter();
    Rows rows = () -> new TextCursor(in.text(), sign, names);
    RawTable excerpt = excerpt(head, rows);
    List<UploadColumn> columns = header.columns().stream().map(Ecsv::column).toList();
    RawTable table =
        new RawTable("ecsv", columns, sign == Cells.BLANKS, facts.facts(), Conventions.NONE, rows);
    return KnownTables.recognised(excerpt == null ? table : excerpt, in);
  }

  private static UploadColumn column(EcsvHeader.Column said) {
    return new UploadColumn(said.name(), said.unit(), said.ucd(), said.description());
  }

  private static @Nullable RawTable excerpt(TextHead head, Rows rows) {
    return head.comments().stream()
        .flatMap(comment -> Stream.ofNullable(ExcerptHeader.table(comment.text(), rows)))
        .findFirst()
        .orElse(null);
  }
}
