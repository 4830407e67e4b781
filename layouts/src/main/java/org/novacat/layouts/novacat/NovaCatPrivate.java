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
  RAW_PRIMARY(In.RAW + "primary.fits", IMMUTABLE_ONCE_VALID, Voucher.PRODUCT),
  /** Our addition: a spectrum that is text keeps its own ending. */
  RAW_PRIMARY_TEXT(In.RAW + "primary.{ending:ending}", IMMUTABLE_ONCE_VALID, Voucher.PRODUCT),
  /** Where the bytes came from, and when. */
  RAW_SOURCE(In.RAW + "source.json", IMMUTABLE_ONCE_VALID, Voucher.PRODUCT),
  RAW_ARCHIVE_ZIP(In.RAW + "archive.zip", IMMUTABLE_ONCE_VALID, Voucher.FILE_OBJECT),
  /** Our addition: Nova Cat names zip alone, and a tar.gz under a zip's name would be a lie. */
  RAW_ARCHIVE_TAR_GZ(In.RAW + "archive.tar.gz", IMMUTABLE_ONCE_VALID, Voucher.FILE_OBJECT),
  /** A member of either archive, under its own path. */
  RAW_UNZIPPED(In.RAW + "unzipped/{relative_path:path}", IMMUTABLE_ONCE_VALID, Voucher.FILE_OBJECT),

  // 2. Spectra quarantine
  QUARANTINE_PRIMARY(In.QUARANTINE + "primary.fits", IMMUTABLE, Voucher.FILE_OBJECT),
  /** Our addition, as {@link #RAW_PRIMARY_TEXT}. */
  QUARANTINE_PRIMARY_TEXT(
      In.QUARANTINE + "primary.{ending:ending}", IMMUTABLE, Voucher.FILE_OBJECT),
  QUARANTINE_CONTEXT(In.QUARANTINE + "context.json", IMMUTABLE, Voucher.FILE_OBJECT),

  // 3. Derived spectra
  DERIVED_SPECTRUM(In.DERIVED + "normalized/spectrum.parquet", DERIVED, Voucher.FILE_OBJECT),
  DERIVED_METADATA(In.DERIVED + "normalized/metadata.json", DERIVED, Voucher.FILE_OBJECT),
  DERIVED_PREVIEW(In.DERIVED + "plots/preview.png", DERIVED, Voucher.FILE_OBJECT),

  // 4A. Photometry uploads
  UPLOAD_ORIGINAL(In.UPLOAD + "original/{filename:filename}", IMMUTABLE, Voucher.UPLOAD),
  UPLOAD_SPLIT(In.UPLOAD + "split/{nova_id:uuid}/{filename:filename}", DERIVED, Voucher.PART),
  /** Our addition: the accepted rows of a nova, which its table is made from, beside the split. */
  UPLOAD_ROWS(In.UPLOAD + "rows/{nova_id:uuid}.parquet", DERIVED, Voucher.PART),
  UPLOAD_MANIFEST(In.UPLOAD + "manifest.json", DERIVED, Voucher.UPLOAD),

  // 4A. Photometry quarantine, our addition: it mirrors that of spectra
  /** A refused file as it came. */
  QUARANTINE_UPLOAD(In.REFUSED + "primary", IMMUTABLE, Voucher.UPLOAD),
  /** Why the file, or rows of it, were refused. */
  QUARANTINE_UPLOAD_CONTEXT(In.REFUSED + "context.json", IMMUTABLE, Voucher.UPLOAD),
  /** The rejected rows, a JSON object a line. */
  QUARANTINE_UPLOAD_ROWS(In.REFUSED + "rows.jsonl", IMMUTABLE, Voucher.UPLOAD),

  // 4B. Canonical photometry
  PHOTOMETRY_TABLE(In.PHOTOMETRY + "photometry_table.parquet", REPLACED, Voucher.TABLE),
  PHOTOMETRY_METADATA(In.PHOTOMETRY + "metadata.json", REPLACED, Voucher.TABLE),
  PHOTOMETRY_LIGHTCURVE(In.PHOTOMETRY + "plots/lightcurve.png", REPLACED, Voucher.TABLE),

  // 4C. Photometry snapshots, at a change of schema only
  SNAPSHOT_TABLE(In.SNAPSHOT + "photometry_table.parquet", IMMUTABLE, Voucher.TABLE),
  SNAPSHOT_METADATA(In.SNAPSHOT + "metadata.json", IMMUTABLE, Voucher.TABLE),
  SNAPSHOT_TABLE_AT(
      In.SNAPSHOT + "at={timestamp:timestamp}/photometry_table.parquet", IMMUTABLE, Voucher.TABLE),
  /** Our addition: Nova Cat gives a dated snapshot its table only, not what describes it. */
  SNAPSHOT_METADATA_AT(
      In.SNAPSHOT + "at={timestamp:timestamp}/metadata.json", IMMUTABLE, Voucher.TABLE),

  // 5. Bundles
  BUNDLE_ZIP(In.BUNDLE + "full.zip", REPLACED, Voucher.BUNDLE),
  BUNDLE_MANIFEST(In.BUNDLE + "manifest.json", REPLACED, Voucher.BUNDLE),

  // 6. Workflow payloads
  WORKFLOW_INPUT(In.RUN + "input.json", IMMUTABLE, Voucher.JOB_RUN),
  WORKFLOW_OUTPUT(In.RUN + "output.json", IMMUTABLE, Voucher.JOB_RUN),

  // FITS profile assets
  PROFILE(In.PROFILES + "profile.yaml", IMMUTABLE, Voucher.NOBODY),
  PROFILE_TEST(In.PROFILES + "tests/{sample:filename}.fits", IMMUTABLE, Voucher.NOBODY);

  /** All of the above, under the name by which the command line knows it. */
  public static final KeyLayout LAYOUT =
      KeyLayout.of("novacat-private", BucketRole.PRIVATE, values());

  /** The folders, each said once. */
  private static final class In {
    static final String RAW = "raw/spectra/{nova_id:uuid}/{data_product_id:uuid}/";
    static final String QUARANTINE =
        "quarantine/spectra/{nova_id:uuid}/{data_product_id:uuid}/{timestamp:timestamp}/";
    static final String DERIVED = "derived/spectra/{nova_id:uuid}/{data_product_id:uuid}/";
    static final String UPLOAD = "raw/photometry/uploads/{ingest_file_id:uuid}/";
    static final String REFUSED =
        "quarantine/photometry/{ingest_file_id:uuid}/{timestamp:timestamp}/";
    static final String SNAPSHOT =
        "derived/photometry/{nova_id:uuid}/snapshots/schema={old_schema_version:version}/";
    static final String PHOTOMETRY = "derived/photometry/{nova_id:uuid}/";
    static final String BUNDLE = "bundles/{nova_id:uuid}/";
    static final String RUN = "workflow-payloads/{workflow_name:text}/{job_run_id:uuid}/";
    static final String PROFILES = "profiles/fits/{profile_id:text}/{version:version}/";
  }

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
