package org.novacat.transforms.photometry.read.table;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/** The tables of a container such as VOTable and FITS, each of which goes on in the next. */
public final class Tables {
  private Tables() {}

  /**
   * One of them.
   *
   * @param facts what is said of it, and of all of them
   */
  public record Part(List<UploadColumn> columns, ColumnFacts facts, List<List<String>> rows) {}

  /**
   * The first of them, behind which the others come.
   *
   * @param parts at least one
   * @param known adds what is known of a table
   */
  public static RawTable chained(String format, List<Part> parts, UnaryOperator<RawTable> known) {
    int before = parts.stream().mapToInt(part -> part.rows().size()).sum();
    @Nullable RawTable rest = null;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      before -= part.rows().size();
      Rows rows = Rows.of(part.rows(), before, rest);
      rest = known.apply(RawTable.of(format, part.columns(), part.facts(), rows));
    }
    return Objects.requireNonNull(rest, "no parts");
  }
}
