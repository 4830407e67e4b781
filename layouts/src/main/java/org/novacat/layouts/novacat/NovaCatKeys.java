package org.novacat.layouts.novacat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.KeyFields;
import org.novacat.layouts.key.LayoutKey;
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
  public static LayoutKey primary(NovaId nova, DataProductId product, FileEnding ending) {
    KeyFields fields = spectrum(nova, product);
    return ending.isFits()
        ? NovaCatPrivate.RAW_PRIMARY.key(fields)
        : NovaCatPrivate.RAW_PRIMARY_TEXT.key(fields.and("ending", ending));
  }

  /** What the keys of {@link #primary} begin with, whatever the ending. */
  public static String primaryPrefix(NovaId nova, DataProductId product) {
    String key = primary(nova, product, FileEnding.FITS).toString();
    return key.substring(0, key.length() - FileEnding.FITS.text().length());
  }

  /**
   * The ending of the bytes of a spectrum, as acquired or in quarantine.
   *
   * @throws IllegalArgumentException when the key is one of other objects
   */
  public static FileEnding endingOfPrimary(ObjectKey key) {
    String name = key.toString().substring(key.toString().lastIndexOf('/') + 1);
    return switch ((NovaCatPrivate) NovaCatPrivate.LAYOUT.key(key).line()) {
      case RAW_PRIMARY, RAW_PRIMARY_TEXT, QUARANTINE_PRIMARY, QUARANTINE_PRIMARY_TEXT ->
          new FileEnding(name.substring(name.indexOf('.') + 1));
      default ->
          throw new IllegalArgumentException(
              "Cannot tell the ending of object '%s': it is no raw spectrum".formatted(key));
    };
  }

  /** The provenance of a spectrum's bytes. */
  public static LayoutKey sourceJson(NovaId nova, DataProductId product) {
    return NovaCatPrivate.RAW_SOURCE.key(spectrum(nova, product));
  }

  /** The zip in which a spectrum was acquired. */
  public static LayoutKey archiveZip(NovaId nova, DataProductId product) {
    return NovaCatPrivate.RAW_ARCHIVE_ZIP.key(spectrum(nova, product));
  }

  /** The tar.gz in which a spectrum was acquired. */
  public static LayoutKey archiveTarGz(NovaId nova, DataProductId product) {
    return NovaCatPrivate.RAW_ARCHIVE_TAR_GZ.key(spectrum(nova, product));
  }

  /**
   * A member of the archive in which a spectrum was acquired.
   *
   * @throws IllegalArgumentException when the path is absolute, steps out with {@code ..}, or holds
   *     a character that no key may hold
   */
  public static LayoutKey unzipped(NovaId nova, DataProductId product, String relativePath) {
    return NovaCatPrivate.RAW_UNZIPPED.key(
        spectrum(nova, product).and("relative_path", relativePath));
  }

  /** The bytes of a spectrum that one attempt, at {@code attempt}, put into quarantine. */
  public static LayoutKey quarantinePrimary(
      NovaId nova, DataProductId product, Instant attempt, FileEnding ending) {
    KeyFields fields = spectrum(nova, product).and("timestamp", seconds(attempt));
    return ending.isFits()
        ? NovaCatPrivate.QUARANTINE_PRIMARY.key(fields)
        : NovaCatPrivate.QUARANTINE_PRIMARY_TEXT.key(fields.and("ending", ending));
  }

  /** Why the attempt at {@code attempt} put a spectrum into quarantine. */
  public static LayoutKey quarantineContext(NovaId nova, DataProductId product, Instant attempt) {
    return NovaCatPrivate.QUARANTINE_CONTEXT.key(
        spectrum(nova, product).and("timestamp", seconds(attempt)));
  }

  /** A normalised spectrum. */
  public static LayoutKey spectrumParquet(NovaId nova, DataProductId product) {
    return NovaCatPrivate.DERIVED_SPECTRUM.key(spectrum(nova, product));
  }

  /** The conversions and decisions behind a normalised spectrum. */
  public static LayoutKey spectrumMetadata(NovaId nova, DataProductId product) {
    return NovaCatPrivate.DERIVED_METADATA.key(spectrum(nova, product));
  }

  /** The picture of a normalised spectrum. */
  public static LayoutKey previewPng(NovaId nova, DataProductId product) {
    return NovaCatPrivate.DERIVED_PREVIEW.key(spectrum(nova, product));
  }

  /** What the keys of all that is made of a spectrum begin with, its slash included. */
  public static String derivedFolder(NovaId nova, DataProductId product) {
    String key = spectrumParquet(nova, product).toString();
    return key.substring(0, key.lastIndexOf("normalized/"));
  }

  /** A photometry file as uploaded. */
  public static LayoutKey uploadOriginal(IngestFileId file, String filename) {
    return NovaCatPrivate.UPLOAD_ORIGINAL.key(upload(file).and("filename", filename));
  }

  /** The part of a photometry file that is about one nova, where the file is about several. */
  public static LayoutKey uploadSplit(IngestFileId file, NovaId nova, String filename) {
    return NovaCatPrivate.UPLOAD_SPLIT.key(
        upload(file).and("nova_id", nova).and("filename", filename));
  }

  /** The accepted rows of a photometry file that are about one nova, as Parquet. */
  public static LayoutKey uploadRows(IngestFileId file, NovaId nova) {
    return NovaCatPrivate.UPLOAD_ROWS.key(upload(file).and("nova_id", nova));
  }

  /** What became of a photometry file. */
  public static LayoutKey uploadManifest(IngestFileId file) {
    return NovaCatPrivate.UPLOAD_MANIFEST.key(upload(file));
  }

  /** A photometry file that the attempt at {@code attempt} refused. */
  public static LayoutKey quarantineUpload(IngestFileId file, Instant attempt) {
    return NovaCatPrivate.QUARANTINE_UPLOAD.key(attempted(file, attempt));
  }

  /** Why the attempt at {@code attempt} refused a photometry file or rows of it. */
  public static LayoutKey quarantineUploadContext(IngestFileId file, Instant attempt) {
    return NovaCatPrivate.QUARANTINE_UPLOAD_CONTEXT.key(attempted(file, attempt));
  }

  /** The rows of a photometry file that the attempt at {@code attempt} rejected. */
  public static LayoutKey quarantineUploadRows(IngestFileId file, Instant attempt) {
    return NovaCatPrivate.QUARANTINE_UPLOAD_ROWS.key(attempted(file, attempt));
  }

  private static KeyFields attempted(IngestFileId file, Instant attempt) {
    return upload(file).and("timestamp", seconds(attempt));
  }

  /** The one photometry table of a nova. */
  public static LayoutKey photometryTable(NovaId nova) {
    return NovaCatPrivate.PHOTOMETRY_TABLE.key(of(nova));
  }

  /** What describes the photometry table of a nova. */
  public static LayoutKey photometryMetadata(NovaId nova) {
    return NovaCatPrivate.PHOTOMETRY_METADATA.key(of(nova));
  }

  /** The picture of a nova's light curve. */
  public static LayoutKey lightcurvePng(NovaId nova) {
    return NovaCatPrivate.PHOTOMETRY_LIGHTCURVE.key(of(nova));
  }

  /** The photometry table as it was under an older schema, e.g. {@code 1.0.0}. */
  public static LayoutKey snapshotTable(NovaId nova, String oldSchemaVersion) {
    return NovaCatPrivate.SNAPSHOT_TABLE.key(snapshot(nova, oldSchemaVersion));
  }

  /** What describes {@link #snapshotTable(NovaId, String)}. */
  public static LayoutKey snapshotMetadata(NovaId nova, String oldSchemaVersion) {
    return NovaCatPrivate.SNAPSHOT_METADATA.key(snapshot(nova, oldSchemaVersion));
  }

  /** The photometry table as it was under an older schema at {@code at}. */
  public static LayoutKey snapshotTable(NovaId nova, String oldSchemaVersion, Instant at) {
    return NovaCatPrivate.SNAPSHOT_TABLE_AT.key(
        snapshot(nova, oldSchemaVersion).and("timestamp", seconds(at)));
  }

  /** What describes {@link #snapshotTable(NovaId, String, Instant)}. */
  public static LayoutKey snapshotMetadata(NovaId nova, String oldSchemaVersion, Instant at) {
    return NovaCatPrivate.SNAPSHOT_METADATA_AT.key(
        snapshot(nova, oldSchemaVersion).and("timestamp", seconds(at)));
  }

  /** Everything a researcher needs of a nova. */
  public static LayoutKey bundleZip(NovaId nova) {
    return NovaCatPrivate.BUNDLE_ZIP.key(of(nova));
  }

  /** What a bundle holds. */
  public static LayoutKey bundleManifest(NovaId nova) {
    return NovaCatPrivate.BUNDLE_MANIFEST.key(of(nova));
  }

  /** The plan of a run; workflow names are like {@code acquire_and_validate_spectra}. */
  public static LayoutKey workflowInput(String workflowName, JobRunId run) {
    return NovaCatPrivate.WORKFLOW_INPUT.key(workflow(workflowName, run));
  }

  /** The report of a run. */
  public static LayoutKey workflowOutput(String workflowName, JobRunId run) {
    return NovaCatPrivate.WORKFLOW_OUTPUT.key(workflow(workflowName, run));
  }

  /** The definition of a FITS profile, were profiles kept outside the code. */
  public static LayoutKey profile(String profileId, String version) {
    return NovaCatPrivate.PROFILE.key(profileFields(profileId, version));
  }

  /** A file that a FITS profile must read; {@code sample} is without {@code .fits}. */
  public static LayoutKey profileTest(String profileId, String version, String sample) {
    return NovaCatPrivate.PROFILE_TEST.key(profileFields(profileId, version).and("sample", sample));
  }

  /** The first page of a release. */
  public static LayoutKey releaseIndex(ReleaseId release) {
    return NovaCatPublic.RELEASE_INDEX.key(of(release));
  }

  /** A script, style or picture that a release's pages share. */
  public static LayoutKey releaseAsset(ReleaseId release, String relativePath) {
    return NovaCatPublic.RELEASE_ASSET.key(of(release).and("relative_path", relativePath));
  }

  /** A page or file about one nova in a release. */
  public static LayoutKey releaseNova(ReleaseId release, NovaId nova, String relativePath) {
    return NovaCatPublic.RELEASE_NOVA.key(
        of(release).and("nova_id", nova).and("relative_path", relativePath));
  }

  /**
   * Any object of a release.
   *
   * @param path below the folder of the release, such as {@code tables/novae.parquet}
   * @throws IllegalArgumentException when no release has an object there
   */
  public static LayoutKey release(ReleaseId release, String path) {
    return NovaCatPublic.LAYOUT.key(ObjectKey.of(releaseFolder(release) + path));
  }

  /** What the keys of all objects of a release begin with, its slash included. */
  public static String releaseFolder(ReleaseId release) {
    String index = releaseIndex(release).toString();
    return index.substring(0, index.lastIndexOf('/') + 1);
  }

  /** A file of what visitors see first. */
  public static LayoutKey current(String relativePath) {
    return NovaCatPublic.CURRENT.key(KeyFields.of("relative_path", relativePath));
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
