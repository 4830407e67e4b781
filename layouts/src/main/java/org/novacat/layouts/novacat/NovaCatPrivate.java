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
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/primary.fits", IMMUTABLE_ONCE_VALID),
  /** Where the bytes came from, and when. */
  RAW_SOURCE("raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/source.json", IMMUTABLE_ONCE_VALID),
  RAW_ARCHIVE_ZIP(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/archive.zip", IMMUTABLE_ONCE_VALID),
  /** Our addition: Nova Cat names zip alone, and a tar.gz under a zip's name would be a lie. */
  RAW_ARCHIVE_TAR_GZ(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/archive.tar.gz", IMMUTABLE_ONCE_VALID),
  /** A member of either archive, under its own path. */
  RAW_UNZIPPED(
      "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/unzipped/{relative_path:path}",
      IMMUTABLE_ONCE_VALID),

  // 2. Spectra quarantine
  QUARANTINE_PRIMARY(
      "quarantine/spectra/{nova_id:uuid}/{data_product_id:uuid}/{timestamp:timestamp}/primary.fits",
      IMMUTABLE),
  QUARANTINE_CONTEXT(
      "quarantine/spectra/{nova_id:uuid}/{data_product_id:uuid}/{timestamp:timestamp}/context.json",
      IMMUTABLE),

  // 3. Derived spectra
  DERIVED_SPECTRUM(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/normalized/spectrum.parquet", DERIVED),
  DERIVED_METADATA(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/normalized/metadata.json", DERIVED),
  DERIVED_PREVIEW(
      "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/plots/preview.png", DERIVED),

  // 4A. Photometry uploads
  UPLOAD_ORIGINAL(
      "raw/photometry/uploads/{ingest_file_id:uuid}/original/{filename:filename}", IMMUTABLE),
  UPLOAD_SPLIT(
      "raw/photometry/uploads/{ingest_file_id:uuid}/split/{nova_id:uuid}/{filename:filename}",
      DERIVED),
  /** Our addition: the accepted rows of a nova, which its table is made from, beside the split. */
  UPLOAD_ROWS("raw/photometry/uploads/{ingest_file_id:uuid}/rows/{nova_id:uuid}.parquet", DERIVED),
  UPLOAD_MANIFEST("raw/photometry/uploads/{ingest_file_id:uuid}/manifest.json", DERIVED),

  // 4A. Photometry quarantine, our addition: it mirrors that of spectra
  /** A refused file as it came. */
  QUARANTINE_UPLOAD(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/primary", IMMUTABLE),
  /** Why the file, or rows of it, were refused. */
  QUARANTINE_UPLOAD_CONTEXT(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/context.json", IMMUTABLE),
  /** The rejected rows, a JSON object a line. */
  QUARANTINE_UPLOAD_ROWS(
      "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/rows.jsonl", IMMUTABLE),

  // 4B. Canonical photometry
  PHOTOMETRY_TABLE("derived/photometry/{nova_id:uuid}/photometry_table.parquet", REPLACED),
  PHOTOMETRY_METADATA("derived/photometry/{nova_id:uuid}/metadata.json", REPLACED),
  PHOTOMETRY_LIGHTCURVE("derived/photometry/{nova_id:uuid}/plots/lightcurve.png", REPLACED),

  // 4C. Photometry snapshots, at a change of schema only
  SNAPSHOT_TABLE(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/photometry_table.parquet",
      IMMUTABLE),
  SNAPSHOT_METADATA(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/metadata.json",
      IMMUTABLE),
  SNAPSHOT_TABLE_AT(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/at={timestamp:timestamp}/photometry_table.parquet",
      IMMUTABLE),
  /** Our addition: Nova Cat gives a dated snapshot its table only, not what describes it. */
  SNAPSHOT_METADATA_AT(
      "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}"
          + "/at={timestamp:timestamp}/metadata.json",
      IMMUTABLE),

  // 5. Bundles
  BUNDLE_ZIP("bundles/{nova_id:uuid}/full.zip", REPLACED),
  BUNDLE_MANIFEST("bundles/{nova_id:uuid}/manifest.json", REPLACED),

  // 6. Workflow payloads
  WORKFLOW_INPUT("workflow-payloads/{workflow_name:text}/{job_run_id:uuid}/input.json", IMMUTABLE),
  WORKFLOW_OUTPUT(
      "workflow-payloads/{workflow_name:text}/{job_run_id:uuid}/output.json", IMMUTABLE),

  // FITS profile assets
  PROFILE("profiles/fits/{profile_id:text}/{version:version}/profile.yaml", IMMUTABLE),
  PROFILE_TEST(
      "profiles/fits/{profile_id:text}/{version:version}/tests/{sample:filename}.fits", IMMUTABLE);

  /** All of the above, under the name by which the command line knows it. */
  public static final KeyLayout LAYOUT =
      KeyLayout.of("novacat-private", BucketRole.PRIVATE, values());

  @SuppressWarnings("ImmutableEnumChecker") // a template has no setters and no mutable part
  private final KeyTemplate template;

  private final WriteRule rule;

  NovaCatPrivate(String template, WriteRule rule) {
    this.template = KeyTemplate.of(template);
    this.rule = rule;
  }

  @Override
  public KeyTemplate template() {
    return template;
  }

  @Override
  public WriteRule rule() {
    return rule;
  }
}
