package org.novacat.spectral.spark;

import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;

/**
 * The data source {@code spectral-zarr}, found by Spark through its service file: {@code
 * spark.read().format("spectral-zarr").load("novae.zarr")}. Options and columns are described in
 * docs/formats/spectral-zarr.md. It reads and does not write.
 *
 * <p>Which store is the current one, and its metadata, are read once, when the data frame is made.
 */
public final class SpectralDataSource implements TableProvider, DataSourceRegister {
  private @Nullable SpectralTable table;

  @Override
  public String shortName() {
    return "spectral-zarr";
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    SpectralTable found = SpectralTable.of(SourceOptions.parse(options));
    table = found;
    return found.store().schema();
  }

  @Override
  public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> options) {
    return table != null
        ? table
        : SpectralTable.of(SourceOptions.parse(new CaseInsensitiveStringMap(options)));
  }

  /**
   * A store as a table of Spark.
   *
   * @param path of the store's folder
   */
  private record SpectralTable(SourceOptions options, String path, StoreTable store)
      implements SupportsRead {
    static SpectralTable of(SourceOptions options) {
      Configuration conf = options.apply(SparkSession.active().sessionState().newHadoopConf());
      String path = options.store(conf);
      return new SpectralTable(options, path, StoreTable.of(path, new HadoopFiles(conf, path)));
    }

    @Override
    public String name() {
      return "spectral-zarr " + path;
    }

    // The successor of this method does not exist for tables without a catalog in Spark 3.5.
    @Override
    @SuppressWarnings("deprecation")
    public StructType schema() {
      return store.schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap read) {
      return new SpectralScanBuilder(options, path, store);
    }
  }
}
