package org.novacat.spectral.spark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * One scan of a query. Two are equal when they give the same rows, so that Spark runs equal ones
 * once.
 *
 * @param path of the store's folder
 * @param index of the store
 * @param schema the columns that are asked for
 * @param filters on what the index tells
 */
record SpectralScan(
    SourceOptions options,
    String path,
    StoreTable store,
    StoreIndex index,
    StructType schema,
    List<Filter> filters)
    implements Scan, Batch, SupportsReportStatistics {
  @Override
  public StructType readSchema() {
    return schema;
  }

  @Override
  public String description() {
    return "spectral-zarr %s, %s spectra, filters on index %s"
        .formatted(path, store.spectra(), filters);
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    SparkSession spark = SparkSession.active();
    RowBlocks blocks = RowBlocks.of(store.spectra(), columns());
    BitSet wanted = new BitSet();
    if (filters.isEmpty()) {
      wanted.set(0, blocks.count());
    } else {
      wanted = index.matching(filters, blocks.count(), blocks.rows());
    }
    return blocks.pack(wanted, options.partitionBytes(), spark.sparkContext().defaultParallelism());
  }

  private List<StoreColumn> columns() {
    return Arrays.stream(schema.fieldNames())
        .map(store.columns()::get)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    List<StoreColumn> columns = columns();
    return new SpectralReaderFactory(
        path,
        schema.fieldNames(),
        columns.toArray(StoreColumn[]::new),
        store.documents(columns),
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext())
            .broadcast(new SerializableConfiguration(conf())));
  }

  private Configuration conf() {
    return options.apply(SparkSession.active().sessionState().newHadoopConf());
  }

  @Override
  public Statistics estimateStatistics() {
    long row = columns().stream().mapToLong(StoreColumn::rowBytes).sum() + Long.BYTES;
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(Math.max(1, store.spectra() * row));
      }

      @Override
      public OptionalLong numRows() {
        return filters.isEmpty() ? OptionalLong.of(store.spectra()) : OptionalLong.empty();
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpectralScan scan
        && path.equals(scan.path)
        && schema.equals(scan.schema)
        && filters.equals(scan.filters)
        && options.equals(scan.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, schema, filters);
  }
}
