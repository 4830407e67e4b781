package org.novacat.fits.spark;

import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.novacat.fits.spark.file.Listing;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;

/** Some FITS files as a table of Spark. */
final class FitsTable implements SupportsRead, SupportsMetadataColumns {
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
