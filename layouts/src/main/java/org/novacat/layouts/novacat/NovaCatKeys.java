package org.novacat.layouts.novacat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.KeyFields;
import org.novacat.layouts.key.ObjectKey;

/**
 * The keys of Nova Cat's buckets from typed values: one method for each line of {@link
 * NovaCatPrivate} and {@link NovaCatPublic}, where the rules for writing stand too.
 *
 * <p>Times are cut to the whole second, as the layout spells them. Names and paths of users are
 * normalised to NFC; one that cannot be a safe key is refused with an {@link
 * IllegalArgumentException} that names the rule.
 */
public final class NovaCatKeys {
  private NovaCatKeys() {}

  /** The bytes of a spectrum as acquired. */
  public static ObjectKey primaryFits(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.RAW_PRIMARY, spectrum(nova, product));
  }

  /** The provenance of a spectrum's bytes. */
  public static ObjectKey sourceJson(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.RAW_SOURCE, spectrum(nova, product));
  }

  /** The zip in which a spectrum was acquired. */
  public static ObjectKey archiveZip(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.RAW_ARCHIVE_ZIP, spectrum(nova, product));
  }

  /** The tar.gz in which a spectrum was acquired. */
  public static ObjectKey archiveTarGz(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.RAW_ARCHIVE_TAR_GZ, spectrum(nova, product));
  }

  /**
   * A member of the archive in which a spectrum was acquired.
   *
   * @throws IllegalArgumentException when the path is absolute, steps out with {@code ..}, or holds
   *     a character that no key may hold
   */
  public static ObjectKey unzipped(NovaId nova, DataProductId product, String relativePath) {
    return key(
        NovaCatPrivate.RAW_UNZIPPED, spectrum(nova, product).and("relative_path", relativePath));
  }

  /** The bytes of a spectrum that one attempt, at {@code attempt}, put into quarantine. */
  public static ObjectKey quarantinePrimary(NovaId nova, DataProductId product, Instant attempt) {
    return key(
        NovaCatPrivate.QUARANTINE_PRIMARY,
        spectrum(nova, product).and("timestamp", seconds(attempt)));
  }

  /** Why the attempt at {@code attempt} put a spectrum into quarantine. */
  public static ObjectKey quarantineContext(NovaId nova, DataProductId product, Instant attempt) {
    return key(
        NovaCatPrivate.QUARANTINE_CONTEXT,
        spectrum(nova, product).and("timestamp", seconds(attempt)));
  }

  /** A normalised spectrum. */
  public static ObjectKey spectrumParquet(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.DERIVED_SPECTRUM, spectrum(nova, product));
  }

  /** The conversions and decisions behind a normalised spectrum. */
  public static ObjectKey spectrumMetadata(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.DERIVED_METADATA, spectrum(nova, product));
  }

  /** The picture of a normalised spectrum. */
  public static ObjectKey previewPng(NovaId nova, DataProductId product) {
    return key(NovaCatPrivate.DERIVED_PREVIEW, spectrum(nova, product));
  }

  /** A photometry file as uploaded. */
  public static ObjectKey uploadOriginal(IngestFileId file, String filename) {
    return key(NovaCatPrivate.UPLOAD_ORIGINAL, upload(file).and("filename", filename));
  }

  /** The part of a photometry file that is about one nova, where the file is about several. */
  public static ObjectKey uploadSplit(IngestFileId file, NovaId nova, String filename) {
    return key(
        NovaCatPrivate.UPLOAD_SPLIT, upload(file).and("nova_id", nova).and("filename", filename));
  }

  /** The accepted rows of a photometry file that are about one nova, as Parquet. */
  public static ObjectKey uploadRows(IngestFileId file, NovaId nova) {
    return key(NovaCatPrivate.UPLOAD_ROWS, upload(file).and("nova_id", nova));
  }

  /** What became of a photometry file. */
  public static ObjectKey uploadManifest(IngestFileId file) {
    return key(NovaCatPrivate.UPLOAD_MANIFEST, upload(file));
  }

  /** A photometry file that the attempt at {@code attempt} refused. */
  public static ObjectKey quarantineUpload(IngestFileId file, Instant attempt) {
    return key(NovaCatPrivate.QUARANTINE_UPLOAD, attempted(file, attempt));
  }

  /** Why the attempt at {@code attempt} refused a photometry file or rows of it. */
  public static ObjectKey quarantineUploadContext(IngestFileId file, Instant attempt) {
    return key(NovaCatPrivate.QUARANTINE_UPLOAD_CONTEXT, attempted(file, attempt));
  }

  /** The rows of a photometry file that the attempt at {@code attempt} rejected. */
  public static ObjectKey quarantineUploadRows(IngestFileId file, Instant attempt) {
    return key(NovaCatPrivate.QUARANTINE_UPLOAD_ROWS, attempted(file, attempt));
  }

  private static KeyFields attempted(IngestFileId file, Instant attempt) {
    return upload(file).and("timestamp", seconds(attempt));
  }

  /** The one photometry table of a nova. */
  public static ObjectKey photometryTable(NovaId nova) {
    return key(NovaCatPrivate.PHOTOMETRY_TABLE, of(nova));
  }

  /** What describes the photometry table of a nova. */
  public static ObjectKey photometryMetadata(NovaId nova) {
    return key(NovaCatPrivate.PHOTOMETRY_METADATA, of(nova));
  }

  /** The picture of a nova's light curve. */
  public static ObjectKey lightcurvePng(NovaId nova) {
    return key(NovaCatPrivate.PHOTOMETRY_LIGHTCURVE, of(nova));
  }

  /** The photometry table as it was under an older schema, e.g. {@code 1.0.0}. */
  public static ObjectKey snapshotTable(NovaId nova, String oldSchemaVersion) {
    return key(NovaCatPrivate.SNAPSHOT_TABLE, snapshot(nova, oldSchemaVersion));
  }

  /** What describes {@link #snapshotTable(NovaId, String)}. */
  public static ObjectKey snapshotMetadata(NovaId nova, String oldSchemaVersion) {
    return key(NovaCatPrivate.SNAPSHOT_METADATA, snapshot(nova, oldSchemaVersion));
  }

  /** The photometry table as it was under an older schema at {@code at}. */
  public static ObjectKey snapshotTable(NovaId nova, String oldSchemaVersion, Instant at) {
    return key(
        NovaCatPrivate.SNAPSHOT_TABLE_AT,
        snapshot(nova, oldSchemaVersion).and("timestamp", seconds(at)));
  }

  /** What describes {@link #snapshotTable(NovaId, String, Instant)}. */
  public static ObjectKey snapshotMetadata(NovaId nova, String oldSchemaVersion, Instant at) {
    return key(
        NovaCatPrivate.SNAPSHOT_METADATA_AT,
        snapshot(nova, oldSchemaVersion).and("timestamp", seconds(at)));
  }

  /** Everything a researcher needs of a nova. */
  public static ObjectKey bundleZip(NovaId nova) {
    return key(NovaCatPrivate.BUNDLE_ZIP, of(nova));
  }

  /** What a bundle holds. */
  public static ObjectKey bundleManifest(NovaId nova) {
    return key(NovaCatPrivate.BUNDLE_MANIFEST, of(nova));
  }

  /** The plan of a run; workflow names are like {@code acquire_and_validate_spectra}. */
  public static ObjectKey workflowInput(String workflowName, JobRunId run) {
    return key(NovaCatPrivate.WORKFLOW_INPUT, workflow(workflowName, run));
  }

  /** The report of a run. */
  public static ObjectKey workflowOutput(String workflowName, JobRunId run) {
    return key(NovaCatPrivate.WORKFLOW_OUTPUT, workflow(workflowName, run));
  }

  /** The definition of a FITS profile, were profiles kept outside the code. */
  public static ObjectKey profile(String profileId, String version) {
    return key(NovaCatPrivate.PROFILE, profileFields(profileId, version));
  }

  /** A file that a FITS profile must read; {@code sample} is without {@code .fits}. */
  public static ObjectKey profileTest(String profileId, String version, String sample) {
    return key(
        NovaCatPrivate.PROFILE_TEST, profileFields(profileId, version).and("sample", sample));
  }

  /** The first page of a release. */
  public static ObjectKey releaseIndex(ReleaseId release) {
    return key(NovaCatPublic.RELEASE_INDEX, of(release));
  }

  /** A script, style or picture that a release's pages share. */
  public static ObjectKey releaseAsset(ReleaseId release, String relativePath) {
    return key(NovaCatPublic.RELEASE_ASSET, of(release).and("relative_path", relativePath));
  }

  /** A page or file about one nova in a release. */
  public static ObjectKey releaseNova(ReleaseId release, NovaId nova, String relativePath) {
    return key(
        NovaCatPublic.RELEASE_NOVA,
        of(release).and("nova_id", nova).and("relative_path", relativePath));
  }

  /** A file of what visitors see first. */
  public static ObjectKey current(String relativePath) {
    return key(NovaCatPublic.CURRENT, KeyFields.of("relative_path", relativePath));
  }

  private static ObjectKey key(NovaCatPrivate line, KeyFields fields) {
    return line.template().format(fields);
  }

  private static ObjectKey key(NovaCatPublic line, KeyFields fields) {
    return line.template().format(fields);
  }

  private static KeyFields of(NovaId nova) {
    return KeyFields.of("nova_id", nova);
  }

  private static KeyFields of(ReleaseId release) {
    return KeyFields.of("release_id", release);
  }

  private static KeyFields spectrum(NovaId nova, DataProductId product) {
    return of(nova).and("data_product_id", product);
  }

  private static KeyFields upload(IngestFileId file) {
    return KeyFields.of("ingest_file_id", file);
  }

  private static KeyFields snapshot(NovaId nova, String oldSchemaVersion) {
    return of(nova).and("old_schema_version", oldSchemaVersion);
  }

  private static KeyFields workflow(String name, JobRunId run) {
    return KeyFields.of("workflow_name", name).and("job_run_id", run);
  }

  private static KeyFields profileFields(String profileId, String version) {
    return KeyFields.of("profile_id", profileId).and("version", version);
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
