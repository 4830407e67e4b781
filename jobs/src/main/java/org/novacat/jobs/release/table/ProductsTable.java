package org.novacat.jobs.release.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.parquet.TableParquet;
import org.novacat.jobs.votable.TableForm;

/**
 * Writes and reads {@code tables/products.parquet}: one row a product, by which two releases are
 * compared.
 */
public final class ProductsTable {
  /** Version of the set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.0.0";

  private static final TableForm<ProductRow> FORM =
      TableForm.<ProductRow>described(ProductsTable.class, "products.tsv", "products")
          .column("product_id", ProductRow::productId)
          .column("nova_id", ProductRow::novaId)
          .column("kind", row -> row.kind().name())
          .column("provider", row -> SpectraTable.orNull(row.provider()))
          .column("name", ProductRow::name)
          .column("raw_sha256", row -> SpectraTable.orNull(row.made().rawSha256()))
          .column("inputs_sha256", row -> SpectraTable.orNull(row.made().inputsSha256()))
          .column("sha256", row -> row.published().sha256())
          .column("bytes", row -> row.published().bytes())
          .column("made_by", row -> row.made().by())
          .column("rows", row -> row.published().rows())
          .column("licence", row -> row.credit().licence())
          .column("bibcode", row -> SpectraTable.orNull(row.credit().bibcode()))
          .column("doi", row -> SpectraTable.orNull(row.credit().doi()))
          .column("acknowledgement", row -> SpectraTable.orNull(row.credit().acknowledgement()))
          .column("access_url", row -> row.published().accessUrl())
          .in();

  private ProductsTable() {}

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of
   * products.
   *
   * @param rows sorted by nova, kind and id
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(Iterator<ProductRow> rows, Path file, SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> schema = Map.of("novacat.schema", "release-products/" + SCHEMA_VERSION);
    new TableParquet<>(FORM, List.of("product_id", "raw_sha256", "sha256", "access_url"))
        .write(rows, file, schema, facts);
  }

  /**
   * All rows of a file, in its order. A column that it lacks is taken as unknown: "" or 0.
   *
   * @throws IllegalArgumentException when the bytes are no such table
   */
  public static List<ProductRow> read(byte[] file) {
    ParquetColumns columns = ParquetColumns.read(file);
    if (columns.rows() > 0 && columns.texts("product_id") == null) {
      throw new IllegalArgumentException(
          "Cannot read products of a release: the table has no column 'product_id'");
    }
    Cells cells = new Cells(columns);
    return IntStream.range(0, columns.rows()).mapToObj(cells::row).toList();
  }

  /** Makes rows of columns. */
  private record Cells(ParquetColumns columns) {
    ProductRow row(int i) {
      return new ProductRow(
          text("product_id", i),
          text("nova_id", i),
          ProductRow.Kind.valueOf(text("kind", i)),
          text("provider", i),
          text("name", i),
          new ProductRow.Made(text("raw_sha256", i), text("inputs_sha256", i), text("made_by", i)),
          new ProductRow.Published(
              text("sha256", i), number("bytes", i), number("rows", i), text("access_url", i)),
          new Credit(
              text("licence", i), text("bibcode", i), text("doi", i), text("acknowledgement", i)));
    }

    private String text(String column, int i) {
      @Nullable String @Nullable [] texts = columns.texts(column);
      String text = texts == null ? null : texts[i];
      return text == null ? "" : text;
    }

    private long number(String column, int i) {
      long @Nullable [] numbers = columns.longs(column);
      return numbers == null ? 0 : numbers[i];
    }
  }
}
