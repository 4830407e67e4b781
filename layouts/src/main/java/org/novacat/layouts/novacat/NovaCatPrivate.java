package org.novacat.layouts.novacat;

import static org.novacat.layouts.key.WriteRule.DERIVED;
import static org.novacat.layouts.key.WriteRule.IMMUTABLE;
import static org.novacat.layouts.key.WriteRule.IMMUTABLE_ONCE_VALID;
import static org.novacat.layouts.key.WriteRule.REPLACED;

import org.novacat.layouts.key.BucketRole;
import org.novacat.layouts.key.KeyLayout;
import org.novacat.layouts.key.KeyTemplate;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.WriteRule;

/**
 * The private data bucket: every key that may stand in it. No key follows two of these.
 *
 * <p>To be held beside Nova Cat's "S3 Layout (Epic 3, V2)"; what is not in it says so here. {@link
 * NovaCatKeys} makes the keys.
 */
public enum NovaCatPrivate implements LayoutEntry {
  // 1. Raw spectra
  /** The bytes as acquired, whatever their packing: gzip and tile compression included. */
  RAW_PRIMARY(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/primary.fits",
      IMMUTABLE_ONCE_VALID,
      Voucher.PRODUCT),
  /** Where the bytes came from, and when. */
  RAW_SOURCE(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/source.json",
      IMMUTABLE_ONCE_VALID,
      Voucher.PRODUCT),
  RAW_ARCHIVE_ZIP(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/archive.zip",
      IMMUTABLE_ONCE_VALID,
      Voucher.FILE_OBJECT),
  /** Our addition: Nova Cat names zip alone, and a tar.gz under a zip's name would be a lie. */
  RAW_ARCHIVE_TAR_GZ(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/archive.tar.gz",
      IMMUTABLE_ONCE_VALID,
      Voucher.FILE_OBJECT),
  /** A member of either archive, under its own path. */
  RAW_UNZIPPED(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/unzipped/{relative_path:path}",
      IMMUTABLE_ONCE_VALID,
      Voucher.FILE_OBJECT),

  // 2. Spectra quarantine
  QUARANTINE_PRIMARY(
      "quarantine/spectra/{nova_id:uuid}/{data_product_id:uuid}/{timestamp:timestamp}/primary.fits",
      IMMUTABLE,
      Voucher.FILE_OBJECT),
  QUARANTINE_CONTEXT(
      "quarantine/spectra/{nova_id:uuid}/{data_product_id:uuid}/{timestamp:timestamp}/context.json",
      IMMUTABLE,
      Voucher.FILE_OBJECT),

  // 3. Derived spectra
  DERIVED_SPECTRUM(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/normalized/spectrum.parquet",
      DERIVED,
      Voucher.FILE_OBJECT),
  DERIVED_METADATA(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/normalized/metadata.json",
      DERIVED,
      Voucher.FILE_OBJECT),
  DERIVED_PREVIEW(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/plots/preview.png",
      DERIVED,
      Voucher.FILE_OBJECT),

  // 4A. Photometry uploads
  UPLOAD_ORIGINAL(
      "raw/photometry/uploads/{ingest_file_id:uuid}/original/{filename:filename}",
      IMMUTABLE,
      Voucher.UPLOAD),
  UPLOAD_SPLIT(
      "raw/photometry/uploads/{ingest_file_id:uuid}/split/{nova_id:uuid}/{filename:filename}",
      DERIVED,
      Voucher.PART),
  /** Our addition: the accepted rows of a nova, which its table is made from, beside the split. */
  UPLOAD_ROWS(
      "raw/photometry/uploads/{ingest_file_id:uuid}/rows/{nova_id:uuid}.parquet",
      DERIVED,
      Voucher.PART),
  UPLOAD_MANIFEST(
      "raw/photometry/uploads/{ingest_file_id:uuid}/manifest.json", DERIVED, Voucher.UPLOAD),

  // 4A. Photometry quarantine, our addition: it mirrors that of spectra
  /** A refused file as it came. */
  QUARANTINE_UPLOAD(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/primary",
      IMMUTABLE,
      Voucher.UPLOAD),
  /** Why the file, or rows of it, were refused. */
  QUARANTINE_UPLOAD_CONTEXT(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/context.json",
      IMMUTABLE,
      Voucher.UPLOAD),
  /** The rejected rows, a JSON object a line. */
  QUARANTINE_UPLOAD_ROWS(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/rows.jsonl",
      IMMUTABLE,
      Voucher.UPLOAD),

  // 4B. Canonical photometry
  PHOTOMETRY_TABLE(
      "derived/photometry/{nova_id:uuid}/photometry_table.parquet", REPLACED, Voucher.TABLE),
  PHOTOMETRY_METADATA("derived/photometry/{nova_id:uuid}/metadata.json", REPLACED, Voucher.TABLE),
  PHOTOMETRY_LIGHTCURVE(
      "derived/photometry/{nova_id:uuid}/plots/lightcurve.png", REPLACED, Voucher.TABLE),

  // 4C. Photometry snapshots, at a change of schema only
  SNAPSHOT_TABLE(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/photometry_table.parquet",
      IMMUTABLE,
      Voucher.TABLE),
  SNAPSHOT_METADATA(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/metadata.json",
      IMMUTABLE,
      Voucher.TABLE),
  SNAPSHOT_TABLE_AT(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/at={timestamp:timestamp}/photometry_table.parquet",
      IMMUTABLE,
      Voucher.TABLE),
  /** Our addition: Nova Cat gives a dated snapshot its table only, not what describes it. */
  SNAPSHOT_METADATA_AT(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/at={timestamp:timestamp}/metadata.json",
      IMMUTABLE,
      Voucher.TABLE),

  // 5. Bundles
  BUNDLE_ZIP("bundles/{nova_id:uuid}/full.zip", REPLACED, Voucher.BUNDLE),
  BUNDLE_MANIFEST("bundles/{nova_id:uuid}/manifest.json", REPLACED, Voucher.BUNDLE),

  // 6. Workflow payloads
  WORKFLOW_INPUT(
      "workflow-payloads/{workflow_name:text}/{job_run_id:uuid}/input.json",
      IMMUTABLE,
      Voucher.JOB_RUN),
  WORKFLOW_OUTPUT(
      "workflow-payloads/{workflow_name:text}/{job_run_id:uuid}/output.json",
      IMMUTABLE,
      Voucher.JOB_RUN),

  // FITS profile assets
  PROFILE(
      "profiles/fits/{profile_id:text}/{version:version}/profile.yaml", IMMUTABLE, Voucher.NOBODY),
  PROFILE_TEST(
      "profiles/fits/{profile_id:text}/{version:version}/tests/{sample:filename}.fits",
      IMMUTABLE,
      Voucher.NOBODY);

  /** All of the above, under the name by which the command line knows it. */
  public static final KeyLayout LAYOUT =
      KeyLayout.of("novacat-private", BucketRole.PRIVATE, values());

  @SuppressWarnings("ImmutableEnumChecker") // a template has no setters and no mutable part
  private final KeyTemplate template;

  private final WriteRule rule;
  private final Voucher voucher;

  NovaCatPrivate(String template, WriteRule rule, Voucher voucher) {
    this.template = KeyTemplate.of(template);
    this.rule = rule;
    this.voucher = voucher;
  }

  @Override
  public KeyTemplate template() {
    return template;
  }

  @Override
  public WriteRule rule() {
    return rule;
  }

  /** Who answers for its objects. */
  public Voucher voucher() {
    return voucher;
  }
}
