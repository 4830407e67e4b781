package org.novacat.persistence.bulk;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code novacat-table}, found by Spark through its service file: {@code
 * spark.read().format("novacat-table").option("table", "NovaCat").load()}. It reads and does not
 * write.
 */
public final class NovacatTableSource implements TableProvider, DataSourceRegister {
  @Override
  public String shortName() {
    return "novacat-table";
  }

  @Override
  public boolean supportsExternalMetadata() {
    return true;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap map) {
    ReadOptions.parse(map);
    return Columns.USUAL;
  }

  /**
   * A table of Spark.
   *
   * @throws IllegalArgumentException when an option cannot be used, or a column is of a type that
   *     no attribute has
   */
  @Override
  public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> map) {
    ReadOptions options = ReadOptions.parse(new CaseInsensitiveStringMap(map));
    Columns.check(schema);
    return new ItemsTable(options, schema);
  }

  /** The items of one table. */
  private static final class ItemsTable implements SupportsRead {
    private final ReadOptions options;
    private final StructType schema;

    ItemsTable(ReadOptions options, StructType schema) {
      this.options = options;
      this.schema = schema;
    }

    @Override
    public String name() {
      return "novacat-table " + options.place().name();
    }

    // The successor of this method does not exist for tables without a catalog in Spark 3.5.
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
      return schema;
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap read) {
      return new ItemScanBuilder(options, schema);
    }
  }
}
