package org.novacat.spectral.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.MemoryFiles;
import org.novacat.spectral.testing.SampleStore;

/** Where the line runs between a store that keeps a rule and one that does not. */
class ValidatorCasesTest {
  private static final int SPECTRA = 6;
  private static final int SAMPLES = 8;

  private final SampleStore sample = new SampleStore(SPECTRA, SAMPLES);

  private ValidationReport validate() {
    return SpectralValidator.validate(sample.write());
  }

  private List<SpectralCheck> failed() {
    return validate().ended(CheckResult.Outcome.FAILED).stream().map(CheckResult::check).toList();
  }

  private float[] floats(String path) {
    return (float[]) sample.arrays.get(path).values();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "1.9", "two", ""})
  void otherMajorVersion_isRefused_namingBoth_andNothingElseIsJudged(String version) {
    sample.root.put("schema_version", version);

    ValidationReport report = validate();

    assertThat(report.ended(CheckResult.Outcome.FAILED))
        .extracting(CheckResult::sentence)
        .containsExactly(
            "schema_version is '%s', and this reads '2.0' (use a reader of that major version)"
                .formatted(version));
    assertThat(report.ended(CheckResult.Outcome.PASSED))
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.STORE_OPENS, SpectralCheck.MANIFEST);
  }

  @Test
  void versionThatIsMissing_isToldAsThat() {
    sample.root.remove("schema_version");

    assertThat(validate().result(SpectralCheck.SCHEMA_VERSION).sentence())
        .startsWith("the root has no schema_version");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.123456+00:00, true",
    "2026-01-02T03:04:05, true",
    "2026-01-02, false",
    "2026-13-02T03:04:05Z, false",
    "1767322800, false"
  })
  void timeOfCreation_isOfIso8601(String time, boolean passes) {
    sample.root.put("created_at", time);

    assertThat(failed()).hasSize(passes ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SpectralStore.SPEC_ID, SpectralStore.SOURCE_TYPE, SpectralStore.FLUX_TYPE})
  void columnThatMustBeThere_isMissed(String path) {
    sample.arrays.remove(path);

    assertThat(failed()).hasSize(1);
  }

  @Test
  void storeWithoutFlux_isJudgedAsFarAsItGoes() {
    sample.arrays.remove(SpectralStore.SIGNAL_FLUX_RAW);

    ValidationReport report = validate();

    assertThat(report.ended(CheckResult.Outcome.FAILED))
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.REQUIRED_ARRAYS);
    assertThat(report.result(SpectralCheck.INDEX_LENGTH).outcome())
        .isEqualTo(CheckResult.Outcome.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{}", "{\"zarr_format\":3}", "null", "[1]"})
  void metadataThatAreDamaged_areAFailedCheck(String content) {
    MemoryFiles files = damaged(content);

    ValidationReport report = SpectralValidator.validate(files);

    assertThat(report.result(SpectralCheck.STORE_OPENS).outcome())
        .isEqualTo(CheckResult.Outcome.FAILED);
    assertThat(report.result(SpectralCheck.STORE_OPENS).sentence()).contains("continuum_model");
  }

  private static MemoryFiles damaged(String content) {
    MemoryFiles files = new SampleStore(SPECTRA, SAMPLES).write();
    files.remove(".zmetadata");
    files.remove(SpectralStore.MANIFEST);
    files.put("continuum/continuum_model/.zarray", bytes(content));
    return files;
  }

  /** Such a store would be read for ever, or ask for a heap of its size. */
  @ParameterizedTest
  @CsvSource({
    "signal/flux_raw, '6,8', '4000000000000000000,8'",
        "signal/flux_raw, '6,8', '6,4000000000000000000'",
    "metadata/spec_id, 6, 4000000000000000000", "params/teff, 6, 9000000000000",
    "metadata/wavelength_unit, 6, 9000000000000"
  })
  void shapeThatLies_isAFailedCheck(String path, String shape, String lie) {
    sample.then(SampleStore.replace(path + "/.zarray", "\"shape\":[" + shape, "\"shape\":[" + lie));

    ValidationReport report = validate();

    assertThat(report.result(SpectralCheck.CHUNKS_DECODE).sentence())
        .contains("'" + path + "' of shape")
        .contains("is not read");
    assertThat(SpectralInfo.of(sample.write()).text()).contains(path);
  }

  @Test
  void moreIdsThanCanBeCompared_areTold() {
    sample.then(
        SampleStore.replace("metadata/spec_id/.zarray", "\"chunks\":[6", "\"chunks\":[1000000"));
    sample.then(
        SampleStore.replace("metadata/spec_id/.zarray", "\"shape\":[6", "\"shape\":[70000000"));

    assertThat(validate().result(SpectralCheck.SPEC_IDS).sentence())
        .isEqualTo("70000000 are more than are compared, 67108864");
  }

  @Test
  void emptyFolder_isAFailedCheck() {
    ValidationReport report = SpectralValidator.validate(new MemoryFiles());

    assertThat(report.passed()).isFalse();
    assertThat(report.ended(CheckResult.Outcome.FAILED))
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.STORE_OPENS);
    assertThat(report.ended(CheckResult.Outcome.PASSED)).isEmpty();
  }

  @Test
  void wavelengthsOfEachSpectrum_arePaddedWithNaN_andJudgedByRow() {
    float[] grid = new float[SPECTRA * SAMPLES];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = i % SAMPLES == 7 ? Float.NaN : 4000 + i;
    }
    sample.tensor(SpectralStore.SIGNAL_WAVELENGTH, grid);
    sample.attribute(SpectralStore.SIGNAL_WAVELENGTH, "units", "Angstrom");
    assertThat(failed()).isEmpty();

    grid[3 * SAMPLES + 4] = Float.NaN;
    grid[3 * SAMPLES + 5] = 4000;
    CheckResult result = validate().result(SpectralCheck.WAVELENGTH_INCREASES);
    assertThat(result.rows()).containsExactly(3L);
    assertThat(result.sentence()).isEqualTo("row 3: 4000.0 comes after 4027.0");
  }

  /** The rows go on from one chunk of samples to the next. */
  @Test
  void rowsInSeveralChunks_areJudgedWhole() {
    SampleStore wide = new SampleStore(3, 9000);
    for (String path : SpectralStore.TENSORS) {
      wide.chunks(path, 3, 4096);
    }
    float[] flux = (float[]) wide.arrays.get(SpectralStore.SIGNAL_FLUX_RAW).values();
    Arrays.fill(flux, 0, 8999, Float.NaN);
    Arrays.fill(flux, 9000, 18000, 0);
    flux[17999] = -0f;
    wide.chunks(SpectralStore.SIGNAL_WAVELENGTH, 4096);
    ((double[]) wide.arrays.get(SpectralStore.SIGNAL_WAVELENGTH).values())[4096] = 4000 + 4095;

    ValidationReport report = SpectralValidator.validate(wide.write());

    assertThat(report.result(SpectralCheck.FLUX_ROWS).rows()).containsExactly(1L);
    assertThat(report.result(SpectralCheck.WAVELENGTH_INCREASES).sentence())
        .isEqualTo("8095.0 comes after 8095.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Angstrom, nm", "mixed", "nm or AA"})
  void severalUnits_areRefused(String units) {
    sample.arrays.remove("metadata/wavelength_unit");
    sample.attribute(SpectralStore.SIGNAL_WAVELENGTH, "units", units);

    assertThat(failed()).containsExactly(SpectralCheck.WAVELENGTH_UNIT);
  }

  @ParameterizedTest
  @CsvSource({
    "-999, -400, false",
    "-999, -998, true",
    "-9999, 0.5, false",
    "-99, -3, false",
    "1e30, 5, false",
    "9999, 5, true",
    "-1000, 5, true"
  })
  void sampleIsASentinel_whereItStandsApart(float least, float next, boolean passes) {
    float[] flux = floats(SpectralStore.SIGNAL_FLUX_RAW);
    Arrays.fill(flux, 8, 16, next);
    flux[10] = least;

    assertThat(failed()).hasSize(passes ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(floats = {-999, -9999, -99, 9999, -99.9f, 1e20f, 9.96921e36f, -Float.MAX_VALUE})
  void parameterIsASentinel_whereverItStands(float value) {
    floats("params/teff")[2] = value;
    sample.index.get("teff").set(2, (double) value);

    assertThat(failed()).containsExactly(SpectralCheck.PARAMS_SENTINELS);
  }

  @Test
  void numberOfMetadata_mayBe9999() {
    sample.array("metadata/exposure_number", new long[] {1, 2, 9999, 4, 5, 6});

    assertThat(failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "signal", "metadata", "signal/flux_raw", "metadata/snr"})
  void parameterAsAttribute_isFoundWhereverItIs(String path) {
    if (path.isEmpty()) {
      sample.root.put("LOGG", 4.4);
    } else {
      sample.attribute(path, "logg", 4.4);
    }

    assertThat(failed()).containsExactly(SpectralCheck.PARAMETERS_AS_ATTRIBUTES);
  }

  @Test
  void namesOfDimensions_areNoAttributesOfAParameter() {
    sample.attribute("params/teff", "_ARRAY_DIMENSIONS", List.of("spec"));

    assertThat(failed()).isEmpty();
  }

  @Test
  void groupOfALaterMinorVersion_isNoHierarchy() {
    sample.groups.add("quality");
    sample.arrays.put("quality/mask", sample.arrays.get(SpectralStore.SIGNAL_UNCERTAINTY_RAW));
    sample.array("quality/grade", new float[SPECTRA]);

    assertThat(failed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal/harps", "metadata/v339_del"})
  void groupWithinAGroup_isAHierarchy(String group) {
    sample.groups.add(group);

    assertThat(failed()).containsExactly(SpectralCheck.NO_HIERARCHY);
  }

  @ParameterizedTest
  @CsvSource({
    "70000, 65536, true",
    "70000, 1024, false",
    "300000, 131072, true",
    "70000, 70000, true"
  })
  void chunksOfOneDimension_areNotTiny(int length, int chunk, boolean passes) {
    sample.groups.add("extra");
    sample.array("extra/values", new float[length]).chunks("extra/values", chunk);

    assertThat(failed()).isEqualTo(passes ? List.of() : List.of(SpectralCheck.TINY_CHUNKS));
  }

  @Test
  void chunkThatTheContractRecommends_isNotTiny_howeverFewSamplesThereAre() {
    SampleStore narrow = new SampleStore(2000, 4);

    assertThat(SpectralValidator.validate(narrow.write()).passed()).isTrue();
    for (String path : SpectralStore.TENSORS) {
      narrow.chunks(path, 1000, 4);
    }
    assertThat(SpectralValidator.validate(narrow.write()).ended(CheckResult.Outcome.FAILED))
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.TINY_CHUNKS, SpectralCheck.CHUNK_SHAPES);
  }

  @ParameterizedTest
  @CsvSource({
    "novae.zarr, PASSED",
    "s3a://b/novae.zarr/, PASSED",
    "novae.zarr.tmp, FAILED",
    "novae, FAILED"
  })
  void nameOfAPublishedStore_endsWithZarr(String path, CheckResult.Outcome outcome) {
    assertThat(
            SpectralValidator.validate(sample.write(), Expected.named(path))
                .result(SpectralCheck.STORE_NAME)
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void storeThatIsBeingWritten_hasItsOwnName() {
    sample.damage(f -> f.remove(SpectralStore.MANIFEST));

    ValidationReport report =
        SpectralValidator.validate(sample.write(), Expected.named("novae.zarr.tmp"));

    assertThat(report.passed()).isTrue();
    assertThat(report.result(SpectralCheck.STORE_NAME).outcome())
        .isEqualTo(CheckResult.Outcome.NOT_APPLICABLE);
  }

  @Test
  void paramsMayBeEmpty_andRepresentationsMissing() {
    sample.arrays.remove("params/teff");
    sample.index.put("teff", new ArrayList<>(Collections.nCopies(SPECTRA, null)));
    sample.arrays.remove(SpectralStore.NORMALIZED_FLUX);
    sample.arrays.remove(SpectralStore.NORMALIZED_UNCERTAINTY);
    sample.groups.remove(SpectralStore.REPRESENTATIONS);

    assertThat(failed()).isEmpty();
  }

  /** Each object is read once for all checks, but for documents and columns that are compared. */
  @Test
  void chunksOfSamples_areReadOnce() {
    MemoryFiles files = sample.write();

    SpectralValidator.validate(files);

    assertThat(
            files.takeReads().stream().filter(SpectralStore.SIGNAL_FLUX_RAW.concat("/0.0")::equals))
        .hasSize(1);
  }

  @Test
  void report_isTextAndJson() throws Exception {
    floats("params/teff")[3] = -999;

    ValidationReport report = validate();

    assertThat(report.text())
        .contains("params-sentinels         MUST   FAILED         row 3: 'params/teff' is -999.0")
        .contains("NOT VALID: of " + SpectralCheck.values().length + " checks ");
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.at("/passed").asBoolean()).isFalse();
    assertThat(json.at("/checks").size()).isEqualTo(SpectralCheck.values().length);
    assertThat(json.at("/checks/0/check").asText()).isEqualTo("store-opens");
  }
}
