package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * A header of one comment a column, as SExtractor writes its catalogues: {@code # 2 MAG_AUTO
 * Kron-like magnitude [mag]}. Columns of several cells leave numbers out.
 */
final class NumberedHeader {
  private static final Pattern COLUMN =
      Pattern.compile(
          "#\\s+(\\d{1,3})\\s+([A-Za-z_]\\S*)(?:\\s+(.*?))?(?:\\s*\\[([^\\[\\]]*)\\])?\\s*");

  private NumberedHeader() {}

  /** The names of so many columns; null when the comments do not number them from 1. */
  static @Nullable List<UploadColumn> of(TextHead head, int cells) {
    List<UploadColumn> columns = new ArrayList<>();
    for (TextHead.Line comment : head.comments()) {
      Matcher column = COLUMN.matcher(comment.text());
      if (column.matches() && Integer.parseInt(column.group(1)) == columns.size() + 1) {
        String unit = column.group(4) == null ? "" : column.group(4).strip();
        String words = column.group(3) == null ? "" : column.group(3).strip();
        columns.add(new UploadColumn(column.group(2), unit, "", words));
      }
    }
    return columns.size() == cells && cells > 1 ? columns : null;
  }
}
