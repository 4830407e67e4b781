package org.novacat.transforms.photometry.read.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * Tells whether a column that is called as a band is may well be another thing (resource {@code
 * ambiguous-headers.tsv}).
 */
final class AmbiguousHeaders {
  private static final Map<String, Set<String>> BESIDE = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(AmbiguousHeaders.class, "ambiguous-headers.tsv").rows()) {
      Set<String> beside = Set.copyOf(row.words("beside"));
      row.words("words").forEach(word -> BESIDE.put(word, beside));
    }
  }

  private final List<UploadColumn> columns;
  private final Set<String> names;

  AmbiguousHeaders(List<UploadColumn> columns) {
    this.columns = columns;
    this.names = columns.stream().map(UploadColumn::name).collect(Collectors.toSet());
  }

  /** Whether it is called so. */
  static boolean isNamed(UploadColumn column) {
    return BESIDE.containsKey(column.name());
  }

  /** Whether it may be, and nothing in its table says that it is a band. */
  boolean isOne(UploadColumn column) {
    Set<String> beside = BESIDE.get(column.name());
    return beside != null
        && !hasUnit(column)
        && beside.stream().noneMatch(names::contains)
        && columns.stream().noneMatch(other -> ErrorFinder.isErrorOf(other, column.name()));
  }

  private static boolean hasUnit(UploadColumn column) {
    return column.unit().startsWith("mag") || FluxUnits.of(column.unit()).isKnown();
  }
}
