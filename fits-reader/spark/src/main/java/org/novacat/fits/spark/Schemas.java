package org.novacat.fits.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.fits.spark.hdu.HduRow;
import org.novacat.fits.spark.query.CorruptRecord;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.HeaderColumn;
import org.novacat.fits.spark.query.ParseMode;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.spectrum.SpectrumRow;

/** The columns of each mode, in the order in which they are shown. */
final class Schemas {
  private Schemas() {}

  /**
   * The columns of the mode, then those from headers, then that for corrupt records where the parse
   * mode gives such.
   *
   * @param table the columns of the table, asked for in that mode alone
   */
  static StructType of(FitsOptions options, Supplier<StructType> table) {
    StructType schema =
        switch (options.mode()) {
          case HDUS -> HduRow.TYPE;
          case SPECTRA -> SpectrumRow.TYPE;
          case TABLE -> table.get();
        };
    for (HeaderColumn column : options.headers()) {
      schema = schema.add(column.name(), column.type().spark(), true);
    }
    if (options.parseMode() == ParseMode.PERMISSIVE) {
      schema = schema.add(options.corruptColumn(), CorruptRecord.TYPE, true);
    }
    checkNames(schema);
    return schema;
  }

  private static void checkNames(StructType schema) {
    Set<String> taken = new HashSet<>();
    for (String name : schema.fieldNames()) {
      if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "Cannot read FITS: two columns are called '%s' (write KEYWORD AS name in option 'headers', or set columnNameOfCorruptRecord)"
                .formatted(name));
      }
    }
  }

  /**
   * Refuses a schema that the user gave and the mode cannot fill. In mode {@code table} any column
   * may be asked for, and in each mode the metadata columns: views of SQL do not pass them on
   * otherwise.
   */
  static void check(FitsOptions options, StructType schema) {
    StructType usual = of(options, () -> schema(options, schema));
    List<StructField> known = new ArrayList<>(List.of(usual.fields()));
    known.add(new StructType().add(options.corruptColumn(), CorruptRecord.TYPE).fields()[0]);
    Arrays.stream(FileColumn.values()).map(FileColumn::field).forEach(known::add);
    for (StructField field : schema.fields()) {
      if (known.stream().noneMatch(f -> same(f, field))) {
        throw new IllegalArgumentException(
            "Cannot read FITS: mode %s has no column '%s' of type %s (it has %s)"
                .formatted(
                    options.mode(), field.name(), field.dataType().catalogString(), usual.toDDL()));
      }
    }
  }

  private static boolean same(StructField a, StructField b) {
    return a.name().equals(b.name())
        && a.dataType().catalogString().equals(b.dataType().catalogString());
  }

  /** What a schema has beside the columns that every table gets. */
  private static StructType schema(FitsOptions options, StructType given) {
    StructType columns = new StructType();
    for (StructField field : given.fields()) {
      boolean own =
          ScanSpec.isFact(options, field.name()) || field.name().equals(options.corruptColumn());
      columns = own ? columns : columns.add(field);
    }
    return columns;
  }
}
