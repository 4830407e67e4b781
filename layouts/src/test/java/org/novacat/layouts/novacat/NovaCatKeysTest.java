package org.novacat.layouts.novacat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.LayoutEntry;
import org.novacat.layouts.key.LayoutKey;

/** Every key of the seed, byte for byte; identifiers that the seed cuts short are completed. */
class NovaCatKeysTest {
  private static final String NOVA_TEXT = "4e9b0e88-0c3f-4d4e-9f6a-3a1b2c3d4e5f";
  private static final String PRODUCT_TEXT = "2c7d1f4d-7b6a-5c5d-8e8f-9a0b1c2d3e4f";
  private static final String FILE_TEXT = "0f1e2d3c-4b5a-8978-a796-a5b4c3d2e1f0";
  private static final String RUN_TEXT = "11112222-3333-4444-8555-666677778888";
  private static final String RELEASE_TEXT = "20260221-4e9b0e88";
  private static final String TIME_TEXT = "2026-02-21T20:45:10Z";

  private static final NovaId NOVA = NovaId.parse(NOVA_TEXT);
  private static final DataProductId PRODUCT = DataProductId.parse(PRODUCT_TEXT);
  private static final IngestFileId FILE = IngestFileId.parse(FILE_TEXT);
  private static final JobRunId RUN = JobRunId.parse(RUN_TEXT);
  private static final Instant TIME = Instant.parse(TIME_TEXT);
  private static final ReleaseId RELEASE = ReleaseId.parse(RELEASE_TEXT);

  private static final String SPECTRUM = NOVA_TEXT + "/" + PRODUCT_TEXT;
  private static final String QUARANTINE = "quarantine/spectra/" + SPECTRUM + "/" + TIME_TEXT;
  private static final String UPLOAD = "raw/photometry/uploads/" + FILE_TEXT;
  private static final String PHOTOMETRY = "derived/photometry/" + NOVA_TEXT;
  private static final String SNAPSHOT = PHOTOMETRY + "/snapshots/schema=1.0.0";

  private static Stream<Arguments> keys() {
    return Stream.of(
            privateKeys(NovaCatPrivate.values()).stream(),
            publicKeys(NovaCatPublic.values()).stream())
        .flatMap(keys -> keys);
  }

  private static List<Arguments> privateKeys(NovaCatPrivate[] lines) {
    List<Arguments> keys = new ArrayList<>();
    for (NovaCatPrivate line : lines) {
      keys.add(
          switch (line) {
            case RAW_PRIMARY ->
                key(
                    line,
                    NovaCatKeys.primary(NOVA, PRODUCT, FileEnding.FITS),
                    "raw/spectra/" + SPECTRUM + "/primary.fits");
            case RAW_PRIMARY_TEXT ->
                key(
                    line,
                    NovaCatKeys.primary(NOVA, PRODUCT, new FileEnding("csv.gz")),
                    "raw/spectra/" + SPECTRUM + "/primary.csv.gz");
            case RAW_SOURCE ->
                key(
                    line,
                    NovaCatKeys.sourceJson(NOVA, PRODUCT),
                    "raw/spectra/" + SPECTRUM + "/source.json");
            case RAW_ARCHIVE_ZIP ->
                key(
                    line,
                    NovaCatKeys.archiveZip(NOVA, PRODUCT),
                    "raw/spectra/" + SPECTRUM + "/archive.zip");
            case RAW_ARCHIVE_TAR_GZ ->
                key(
                    line,
                    NovaCatKeys.archiveTarGz(NOVA, PRODUCT),
                    "raw/spectra/" + SPECTRUM + "/archive.tar.gz");
            case RAW_UNZIPPED ->
                key(
                    line,
                    NovaCatKeys.unzipped(NOVA, PRODUCT, "night 1/_tcrb.fit"),
                    "raw/spectra/" + SPECTRUM + "/unzipped/night 1/_tcrb.fit");
            case QUARANTINE_PRIMARY ->
                key(
                    line,
                    NovaCatKeys.quarantinePrimary(NOVA, PRODUCT, TIME, FileEnding.FITS),
                    QUARANTINE + "/primary.fits");
            case QUARANTINE_PRIMARY_TEXT ->
                key(
                    line,
                    NovaCatKeys.quarantinePrimary(NOVA, PRODUCT, TIME, new FileEnding("vot")),
                    QUARANTINE + "/primary.vot");
            case QUARANTINE_CONTEXT ->
                key(
                    line,
                    NovaCatKeys.quarantineContext(NOVA, PRODUCT, TIME.plusMillis(999)),
                    QUARANTINE + "/context.json");
            case DERIVED_SPECTRUM ->
                key(
                    line,
                    NovaCatKeys.spectrumParquet(NOVA, PRODUCT),
                    "derived/spectra/" + SPECTRUM + "/normalized/spectrum.parquet");
            case DERIVED_METADATA ->
                key(
                    line,
                    NovaCatKeys.spectrumMetadata(NOVA, PRODUCT),
                    "derived/spectra/" + SPECTRUM + "/normalized/metadata.json");
            case DERIVED_PREVIEW ->
                key(
                    line,
                    NovaCatKeys.previewPng(NOVA, PRODUCT),
                    "derived/spectra/" + SPECTRUM + "/plots/preview.png");
            case QUARANTINE_UPLOAD ->
                key(
                    line,
                    NovaCatKeys.quarantineUpload(FILE, TIME),
                    "quarantine/photometry/" + FILE_TEXT + "/" + TIME_TEXT + "/primary");
            case QUARANTINE_UPLOAD_CONTEXT ->
                key(
                    line,
                    NovaCatKeys.quarantineUploadContext(FILE, TIME),
                    "quarantine/photometry/" + FILE_TEXT + "/" + TIME_TEXT + "/context.json");
            case QUARANTINE_UPLOAD_ROWS ->
                key(
                    line,
                    NovaCatKeys.quarantineUploadRows(FILE, TIME),
                    "quarantine/photometry/" + FILE_TEXT + "/" + TIME_TEXT + "/rows.jsonl");
            case UPLOAD_ORIGINAL ->
                key(
                    line,
                    NovaCatKeys.uploadOriginal(FILE, "V1324 Sco.csv"),
                    UPLOAD + "/original/V1324 Sco.csv");
            case UPLOAD_SPLIT ->
                key(
                    line,
                    NovaCatKeys.uploadSplit(FILE, NOVA, "all.csv"),
                    UPLOAD + "/split/" + NOVA_TEXT + "/all.csv");
            case UPLOAD_ROWS ->
                key(
                    line,
                    NovaCatKeys.uploadRows(FILE, NOVA),
                    UPLOAD + "/rows/" + NOVA_TEXT + ".parquet");
            case UPLOAD_MANIFEST ->
                key(line, NovaCatKeys.uploadManifest(FILE), UPLOAD + "/manifest.json");
            case PHOTOMETRY_TABLE ->
                key(
                    line,
                    NovaCatKeys.photometryTable(NOVA),
                    PHOTOMETRY + "/photometry_table.parquet");
            case PHOTOMETRY_METADATA ->
                key(line, NovaCatKeys.photometryMetadata(NOVA), PHOTOMETRY + "/metadata.json");
            case PHOTOMETRY_LIGHTCURVE ->
                key(line, NovaCatKeys.lightcurvePng(NOVA), PHOTOMETRY + "/plots/lightcurve.png");
            case SNAPSHOT_TABLE ->
                key(
                    line,
                    NovaCatKeys.snapshotTable(NOVA, "1.0.0"),
                    SNAPSHOT + "/photometry_table.parquet");
            case SNAPSHOT_METADATA ->
                key(line, NovaCatKeys.snapshotMetadata(NOVA, "1.0.0"), SNAPSHOT + "/metadata.json");
            case SNAPSHOT_TABLE_AT ->
                key(
                    line,
                    NovaCatKeys.snapshotTable(NOVA, "1.0.0", TIME),
                    SNAPSHOT + "/at=" + TIME_TEXT + "/photometry_table.parquet");
            case SNAPSHOT_METADATA_AT ->
                key(
                    line,
                    NovaCatKeys.snapshotMetadata(NOVA, "1.0.0", TIME),
                    SNAPSHOT + "/at=" + TIME_TEXT + "/metadata.json");
            case BUNDLE_ZIP ->
                key(line, NovaCatKeys.bundleZip(NOVA), "bundles/" + NOVA_TEXT + "/full.zip");
            case BUNDLE_MANIFEST ->
                key(
                    line,
                    NovaCatKeys.bundleManifest(NOVA),
                    "bundles/" + NOVA_TEXT + "/manifest.json");
            case WORKFLOW_INPUT ->
                key(
                    line,
                    NovaCatKeys.workflowInput("acquire_and_validate_spectra", RUN),
                    "workflow-payloads/acquire_and_validate_spectra/" + RUN_TEXT + "/input.json");
            case WORKFLOW_OUTPUT ->
                key(
                    line,
                    NovaCatKeys.workflowOutput("ingest-spectra", RUN),
                    "workflow-payloads/ingest-spectra/" + RUN_TEXT + "/output.json");
            case PROFILE ->
                key(
                    line,
                    NovaCatKeys.profile("eso-sdp", "1.2"),
                    "profiles/fits/eso-sdp/1.2/profile.yaml");
            case PROFILE_TEST ->
                key(
                    line,
                    NovaCatKeys.profileTest("eso-sdp", "1.2", "uves"),
                    "profiles/fits/eso-sdp/1.2/tests/uves.fits");
          });
    }
    return keys;
  }

  private static List<Arguments> publicKeys(NovaCatPublic[] lines) {
    List<Arguments> keys = new ArrayList<>();
    for (NovaCatPublic line : lines) {
      keys.add(
          switch (line) {
            case RELEASE_INDEX ->
                key(
                    line,
                    NovaCatKeys.releaseIndex(RELEASE),
                    "releases/" + RELEASE_TEXT + "/index.html");
            case RELEASE_ASSET ->
                key(
                    line,
                    NovaCatKeys.releaseAsset(RELEASE, "plot/plot.js"),
                    "releases/" + RELEASE_TEXT + "/assets/plot/plot.js");
            case RELEASE_NOVA ->
                key(
                    line,
                    NovaCatKeys.releaseNova(RELEASE, NOVA, "index.html"),
                    "releases/" + RELEASE_TEXT + "/nova/" + NOVA_TEXT + "/index.html");
            case RELEASE_RECORD -> ofRelease(line, "release.json");
            case RELEASE_FILES -> ofRelease(line, "files.jsonl");
            case RELEASE_OBSCORE -> ofRelease(line, "obscore.vot");
            case RELEASE_OBSCORE_PARQUET -> ofRelease(line, "obscore.parquet");
            case RELEASE_DATALINK -> ofRelease(line, "datalink/" + PRODUCT_TEXT + ".vot");
            case RELEASE_REGISTRY -> ofRelease(line, "registry.xml");
            case RELEASE_NOVAE -> ofRelease(line, "novae.json");
            case RELEASE_SITEMAP -> ofRelease(line, "sitemap.xml");
            case RELEASE_TABLE -> ofRelease(line, "tables/spectra/spectra-4.parquet");
            case CURRENT ->
                key(line, NovaCatKeys.current("assets/plot.js"), "current/assets/plot.js");
          });
    }
    return keys;
  }

  private static Arguments ofRelease(LayoutEntry line, String path) {
    return key(line, NovaCatKeys.release(RELEASE, path), "releases/" + RELEASE_TEXT + "/" + path);
  }

  private static Arguments key(LayoutEntry line, LayoutKey key, String expected) {
    return Arguments.of(line, key, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void factory_makesTheSeedsKey_ofItsLine(LayoutEntry line, LayoutKey key, String expected) {
    assertThat(key).hasToString(expected);
    assertThat(key.line()).isEqualTo(line);
    assertThat(line.template().parse(key.key())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../../x", "a/../b", "a//b", "a\\b", "c:|x", "a\nb"})
  void hostileMemberOfAnArchive_isRefused(String path) {
    assertThatThrownBy(() -> NovaCatKeys.unzipped(NOVA, PRODUCT, path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot put '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "x{y}", "tab\there", "%2e%2e", "nul\0"})
  void hostileUploadName_isRefused(String name) {
    assertThatThrownBy(() -> NovaCatKeys.uploadOriginal(FILE, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot put '");
  }

  @Test
  void yearOfFiveDigits_isRefused() {
    Instant far = Instant.parse("+10000-01-01T00:00:00Z");

    assertThatThrownBy(() -> NovaCatKeys.quarantinePrimary(NOVA, PRODUCT, far, FileEnding.FITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot put '+10000-01-01T00:00:00Z' into a key as timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "a.fits, fits",
    "_b.FIT, fits",
    "c.fts.gz, fits",
    "d.fits.fz, fits",
    "SN2013.CSV, csv",
    "x.ascii.gz, ascii.gz",
    "y.asci, asci",
    "z.vot, vot",
    "notes.fits.txt, txt"
  })
  void endingOfAName_isThatOfItsKeys(String name, String ending) {
    FileEnding found = FileEnding.ofName(name).orElseThrow();

    assertThat(found).hasToString(ending);
    assertThat(NovaCatKeys.endingOfPrimary(NovaCatKeys.primary(NOVA, PRODUCT, found).key()))
        .isEqualTo(found);
    assertThat(
            NovaCatKeys.endingOfPrimary(
                NovaCatKeys.quarantinePrimary(NOVA, PRODUCT, TIME, found).key()))
        .isEqualTo(found);
    assertThat(NovaCatKeys.primary(NOVA, PRODUCT, found).toString())
        .startsWith(NovaCatKeys.primaryPrefix(NOVA, PRODUCT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.flm", "csv", "a.csv.bz2", "a.zip", "x.json", "table.csv.fz", ""})
  void nameThatSaysNothing_hasNoEnding(String name) {
    assertThat(FileEnding.ofName(name)).isEmpty();
  }
}
