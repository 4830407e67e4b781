package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.text.Cells;

/**
 * A table one of whose columns holds names of files.
 *
 * @param file number of that column from 0
 */
record MetadataRows(List<String> names, int file, List<List<String>> rows) {
  private static final int HEAD = 50;
  private static final int LEAST_COLUMNS = 2;

  private static final Pattern FILE =
      Pattern.compile(
          "(?i)[^\\s,;|].*\\.(?:csv|txt|dat|asci|ascii|spec|tsv|ecsv|vot|xml|fits?|fts|flm|asc)(?:\\.gz)?");

  /** Null when a text is no such table. */
  static @Nullable MetadataRows of(TextInput in) {
    for (int i = 0; i < Math.min(HEAD, in.lines().size()); i++) {
      for (char sign : new char[] {'\t', ',', ';', '|'}) {
        List<String> names = new Cells(sign).cut(in.lines().get(i).said()).texts();
        MetadataRows rows = names.size() < LEAST_COLUMNS ? null : below(in, i, sign, names);
        if (rows != null) {
          return rows;
        }
      }
    }
    return null;
  }

  private static @Nullable MetadataRows below(
      TextInput in, int header, char sign, List<String> names) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (ColumnWords.of(names.get(i)).role() == ColumnRole.FILE) {
        candidates.add(i);
      }
    }
    boolean measured =
        names.stream().anyMatch(name -> ColumnWords.of(name).role() == ColumnRole.MAGNITUDE);
    if (candidates.isEmpty() || measured) {
      return null;
    }
    List<List<String>> rows = rows(in, header, sign);
    return candidates.stream()
        .filter(i -> areFiles(rows, i))
        .findFirst()
        .map(i -> new MetadataRows(names, i, rows))
        .orElse(null);
  }

  private static List<List<String>> rows(TextInput in, int header, char sign) {
    Cells cells = new Cells(sign);
    List<List<String>> rows = new ArrayList<>();
    for (TextLine line : in.lines().subList(header + 1, in.lines().size())) {
      if (!line.isBlank() && line.remark() < 0) {
        rows.add(List.copyOf(cells.cut(line.text()).texts()));
      }
    }
    return rows;
  }

  /** Whether half of the rows at least name a file there. */
  private static boolean areFiles(List<List<String>> rows, int column) {
    long files =
        rows.stream()
            .filter(row -> column < row.size() && FILE.matcher(row.get(column).strip()).matches())
            .count();
    return files > 0 && 2 * files >= rows.size();
  }
}
