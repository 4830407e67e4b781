package org.novacat.fits.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
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
import org.novacat.fits.spark.file.FileLister;
import org.novacat.fits.spark.file.Listing;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.table.TableSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data source {@code fits}, found by Spark through its service file: {@code
 * spark.read().format("fits").option("mode", "spectra").load(path)}. Options and columns are
 * described in docs/formats/fits-data-source.md. It reads and does not write.
 *
 * <p>The files are listed once, when the data frame is made.
 */
public final class FitsDataSource implements TableProvider, DataSourceRegister {
  private static final Logger log = LoggerFactory.getLogger(FitsDataSource.class);

  private @Nullable Listing listing;

  @Override
  public String shortName() {
    return "fits";
  }

  @Override
  public boolean supportsExternalMetadata() {
    return true;
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap map) {
    FitsOptions options = FitsOptions.parse(map);
    return Schemas.of(
        options, () -> TableSchema.infer(conf(options), options, list(options).files()));
  }

  @Override
  public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> map) {
    FitsOptions options = FitsOptions.parse(new CaseInsensitiveStringMap(map));
    Schemas.check(options, schema);
    return new FitsTable(options, list(options), schema);
  }

  private Listing list(FitsOptions options) {
    if (listing == null) {
      try {
        listing = FileLister.list(conf(options), options.files());
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      report(listing);
    }
    return listing;
  }

  private static void report(Listing listed) {
    if (listed.skipped().isEmpty()) {
      log.info("Listed FITS files, files={}", listed.files().size());
    } else {
      log.warn(
          "Skipped names that are no FITS files, files={} skipped={} first={}",
          listed.files().size(),
          listed.skippedByReason(),
          listed.skipped().get(0).file().path());
    }
  }

  private static Configuration conf(FitsOptions options) {
    return options.apply(SparkSession.active().sessionState().newHadoopConf());
  }

  /** Some FITS files as a table of Spark. */
  private static final class FitsTable implements SupportsRead, SupportsMetadataColumns {
    private final FitsOptions options;
    private final Listing listing;
    private final StructType schema;

    FitsTable(FitsOptions options, Listing listing, StructType schema) {
      this.options = options;
      this.listing = listing;
      this.schema = schema;
    }

    @Override
    public String name() {
      return "fits " + String.join(", ", options.files().paths());
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
    public MetadataColumn[] metadataColumns() {
      return Arrays.stream(FileColumn.values())
          .map(FileColumn::metadataColumn)
          .toArray(MetadataColumn[]::new);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap read) {
      return new FitsScanBuilder(options, listing, schema);
    }
  }
}
