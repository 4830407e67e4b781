package org.novacat.fits.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Element;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.spark.query.FileColumn;

/**
 * A column of one file's table as Spark sees it.
 *
 * @param name TTYPEn; {@code col<n>} without one; {@code NAME_<n>} where another column or a
 *     metadata column has that name, whatever the case
 * @param column where it lies
 * @param element how its elements are decoded
 * @param textWidth bytes of each text where a cell holds several (TDIMn of a column of texts), else
 *     0
 * @param dimensions TDIMn as it stands, or ""
 */
record TableColumn(String name, Column column, Element element, int textWidth, String dimensions) {
  private static final Pattern TEXT_DIMENSIONS = Pattern.compile("\\(\\s*(\\d{1,9})\\s*,.*\\)");

  /** All columns of a table. */
  static List<TableColumn> of(Hdu hdu, List<Column> columns) {
    Set<String> taken = new HashSet<>();
    for (FileColumn reserved : FileColumn.values()) {
      taken.add(reserved.columnName());
    }
    List<TableColumn> named = new ArrayList<>();
    for (Column column : columns) {
      Element element = Element.of(hdu.kind(), hdu.header(), column);
      String dimensions = hdu.header().text("TDIM" + column.number()).strip();
      int width = textWidth(column, dimensions);
      named.add(new TableColumn(name(column, taken), column, element, width, dimensions));
    }
    return List.copyOf(named);
  }

  private static String name(Column column, Set<String> taken) {
    String name = column.name().strip();
    String usual = name.isEmpty() ? "col" + column.number() : name;
    String unique =
        taken.add(usual.toLowerCase(Locale.ROOT)) ? usual : usual + "_" + column.number();
    taken.add(unique.toLowerCase(Locale.ROOT));
    return unique;
  }

  private static int textWidth(Column column, String dimensions) {
    Matcher m = TEXT_DIMENSIONS.matcher(dimensions);
    boolean several = column.type() == ColumnType.TEXT && column.descriptor() == 0 && m.matches();
    int width = several ? Integer.parseInt(m.group(1)) : 0;
    return width <= column.count() ? width : 0;
  }

  /** Whether each row holds a list of elements, and not one element or one text. */
  boolean isArray() {
    if (column.type() == ColumnType.TEXT) {
      return textWidth > 0;
    }
    return column.descriptor() > 0 || column.count() != 1;
  }

  /** Whether the elements lie in the heap. */
  boolean isInHeap() {
    return column.descriptor() > 0;
  }
}
