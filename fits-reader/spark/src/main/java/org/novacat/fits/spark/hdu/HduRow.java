package org.novacat.fits.spark.hdu;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.spark.query.QueryRows;

/** An HDU as a row of mode {@code hdus}. */
public final class HduRow {
  private static final StructType COLUMN =
      new StructType()
          .add("name", DataTypes.StringType, false)
          .add("form", DataTypes.StringType, false)
          .add("unit", DataTypes.StringType, true)
          .add("ucd", DataTypes.StringType, true)
          .add("utype", DataTypes.StringType, true);

  public static final StructType TYPE =
      new StructType()
          .add("index", DataTypes.IntegerType)
          .add("name", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("bitpix", DataTypes.IntegerType)
          .add("axes", DataTypes.createArrayType(DataTypes.LongType, false))
          .add("columns", DataTypes.createArrayType(COLUMN, false))
          .add("header", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false))
          .add("header_start", DataTypes.LongType)
          .add("data_start", DataTypes.LongType)
          .add("data_bytes", DataTypes.LongType);

  /** Where the value of a card begins. */
  private static final int VALUE = 8;

  private HduRow() {}

  /** The value of a column; null when there is none. */
  static @Nullable Object value(Hdu hdu, String column) {
    return switch (column) {
      case "index" -> hdu.index();
      case "name" -> QueryRows.textOrNull(hdu.name());
      case "kind" -> QueryRows.text(hdu.kind().name());
      case "bitpix" -> hdu.bitpix();
      case "axes" -> QueryRows.array(Arrays.stream(hdu.axes()).mapToObj(Long::valueOf).toList());
      case "columns" -> hdu.isTable() ? QueryRows.array(columns(hdu)) : null;
      case "header" -> QueryRows.map(cards(hdu.header()));
      case "header_start" -> hdu.headerStart();
      case "data_start" -> hdu.dataStart();
      case "data_bytes" -> hdu.dataLength();
      default -> null;
    };
  }

  private static List<?> columns(Hdu hdu) {
    return Table.of(hdu.withoutData()).columns().stream().map(HduRow::column).toList();
  }

  private static Object column(Column column) {
    return QueryRows.struct(
        QueryRows.text(column.name()),
        QueryRows.text(column.form()),
        QueryRows.textOrNull(column.unit()),
        QueryRows.textOrNull(column.ucd()),
        QueryRows.textOrNull(column.utype()));
  }

  /**
   * The cards of a header as a map from keyword to value, both as text, in their order. The first
   * of a repeated keyword counts; the lines of COMMENT, HISTORY and blank keywords are joined by
   * line feeds; a long string is whole; a HIERARCH card has the name behind that word.
   */
  private static Map<String, String> cards(Header header) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String keyword = header.keyword(i);
      switch (keyword) {
        case "CONTINUE" -> {}
        case "COMMENT", "HISTORY", "" -> {
          String line = header.card(i).substring(VALUE).stripTrailing();
          map.merge(keyword, line, (above, below) -> above + "\n" + below);
        }
        case "HIERARCH" -> {
          String name = hierarchName(header.card(i));
          map.putIfAbsent(name, header.text("HIERARCH " + name));
        }
        default -> map.putIfAbsent(keyword, header.text(keyword));
      }
    }
    return map;
  }

  private static String hierarchName(String card) {
    int equals = card.indexOf('=');
    return card.substring(VALUE, equals < 0 ? card.length() : equals).strip();
  }
}
