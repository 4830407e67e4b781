package org.novacat.fits.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.novacat.fits.spark.file.Listing;
import org.novacat.fits.spark.file.Metrics;
import org.novacat.fits.spark.file.SharedConfiguration;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.Mode;
import org.novacat.fits.spark.query.ScanSpec;

/**
 * One scan of a query. Two are equal when they give the same rows, so that Spark runs equal ones
 * once.
 *
 * @param spec what is asked for
 * @param listing of which files
 */
record FitsScan(ScanSpec spec, Listing listing) implements SupportsReportStatistics, Batch {
  @Override
  public StructType readSchema() {
    return spec.schema();
  }

  @Override
  public String description() {
    FitsOptions options = spec.options();
    String table = options.mode() == Mode.TABLE ? ", hdu " + options.hdu() : "";
    return "fits mode %s%s, %s files, filters on files %s"
        .formatted(options.mode(), table, listing.files().size(), spec.filter().filters());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return spec.options().mode() == Mode.TABLE
        ? ColumnarSupportMode.SUPPORTED
        : ColumnarSupportMode.UNSUPPORTED;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    SparkSession spark = SparkSession.active();
    ScanPlanner planner =
        new ScanPlanner(hadoop(), spec, spark.sparkContext().defaultParallelism());
    try {
      return planner.plan(listing.files()).toArray(InputPartition[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot plan scan of FITS files", e);
    }
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new FitsReaderFactory(
        spec, SharedConfiguration.of(SparkSession.active().sparkContext(), hadoop()));
  }

  private Configuration hadoop() {
    return spec.options().apply(SparkSession.active().sessionState().newHadoopConf());
  }

  @Override
  public Statistics estimateStatistics() {
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(listing.bytes());
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.empty();
      }
    };
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return Metrics.supported();
  }

  @Override
  public CustomTaskMetric[] reportDriverMetrics() {
    return new CustomTaskMetric[] {
      Metrics.value(Metrics.FILES, listing.files().size()),
      Metrics.value(Metrics.SKIPPED, listing.skipped().size())
    };
  }
}
