package org.novacat.spectral.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.SampleStore;

/**
 * Each rule of the contract is kept by a valid store, and broken by one that differs in one thing.
 */
class SpectralValidatorTest {
  private static final int SPECTRA = 6;
  private static final int SAMPLES = 8;
  private static final Expected EXPECTED = Expected.named("x/novae.zarr").of(SPECTRA);

  /** What breaks each rule and no other. */
  private static final Map<SpectralCheck, Consumer<SampleStore>> BROKEN = broken();

  private static Map<SpectralCheck, Consumer<SampleStore>> broken() {
    Map<SpectralCheck, Consumer<SampleStore>> cases = new EnumMap<>(SpectralCheck.class);
    cases.put(SpectralCheck.STORE_OPENS, s -> s.unconsolidated().then(f -> f.remove(".zgroup")));
    cases.put(SpectralCheck.STORE_NAME, s -> {});
    cases.put(SpectralCheck.EXPECTED_SPECTRA, s -> {});
    cases.put(SpectralCheck.SCHEMA_VERSION, s -> s.root.put("schema_version", "2.1"));
    cases.put(SpectralCheck.ROOT_ATTRIBUTES, s -> s.root.put("git_commit", " "));
    cases.put(SpectralCheck.CREATED_AT, s -> s.root.put("created_at", "yesterday"));
    cases.put(
        SpectralCheck.CONSOLIDATED_METADATA,
        s ->
            s.damage(f -> f.put("metadata/.zattrs", json("{\"x\":1}")))
                .damage(f -> f.remove(SpectralStore.MANIFEST)));
    layout(cases);
    attributes(cases);
    values(cases);
    index(cases);
    return cases;
  }

  private static void layout(Map<SpectralCheck, Consumer<SampleStore>> cases) {
    cases.put(
        SpectralCheck.REQUIRED_GROUPS,
        s ->
            s.unconsolidated()
                .then(f -> f.remove("params/.zgroup"))
                .then(f -> f.remove("params/.zattrs")));
    cases.put(
        SpectralCheck.REQUIRED_ARRAYS, s -> s.arrays.remove(SpectralStore.CONTINUUM_UNCERTAINTY));
    cases.put(
        SpectralCheck.NO_HIERARCHY,
        s -> {
          s.groups.add("HARPS");
          s.groups.add("HARPS/V339_Del");
          s.arrays.put("HARPS/V339_Del/flux", other(2, 3));
        });
    cases.put(
        SpectralCheck.TENSOR_SHAPES,
        s -> s.arrays.put(SpectralStore.CONTINUUM_MODEL, other(SPECTRA, SAMPLES - 1)));
    cases.put(
        SpectralCheck.WAVELENGTH_SHAPE,
        s -> s.array(SpectralStore.SIGNAL_WAVELENGTH, new double[] {1, 2, 3}));
    cases.put(
        SpectralCheck.METHOD_SHAPE,
        s -> s.array(SpectralStore.CONTINUUM_METHOD, List.of("none", "none")));
    cases.put(SpectralCheck.PARAMS_SHAPES, s -> s.array("params/teff", new float[] {5000}));
    cases.put(SpectralCheck.METADATA_SHAPES, s -> s.array("metadata/dome", List.of("open")));
    cases.put(
        SpectralCheck.TENSOR_TYPES,
        s ->
            s.arrays.put(
                SpectralStore.CONTINUUM_MODEL,
                new SampleStore.Values(
                    List.of(6L, 8L), List.of(6, 8), new long[SPECTRA * SAMPLES])));
    cases.put(
        SpectralCheck.FLUX_FLOAT32,
        s ->
            s.arrays.put(
                SpectralStore.SIGNAL_FLUX_RAW,
                new SampleStore.Values(List.of(6L, 8L), List.of(6, 8), ones(SPECTRA * SAMPLES))));
    cases.put(
        SpectralCheck.PARAMS_TYPES, s -> s.array("params/class", Collections.nCopies(6, "O9")));
    cases.put(SpectralCheck.TEXT_TYPES, s -> s.array("metadata/h0_exptime", new float[SPECTRA]));
    cases.put(
        SpectralCheck.HEADER_NAMES,
        s -> s.array("metadata/h0_EXPTIME", Collections.nCopies(6, "30")));
    cases.put(
        SpectralCheck.REPRESENTATIONS_PAIR, s -> s.arrays.remove(SpectralStore.NORMALIZED_FLUX));
  }

  private static void attributes(Map<SpectralCheck, Consumer<SampleStore>> cases) {
    cases.put(
        SpectralCheck.UNITS,
        s -> s.attributes.get(SpectralStore.SIGNAL_UNCERTAINTY_RAW).remove("units"));
    cases.put(
        SpectralCheck.WAVELENGTH_UNIT,
        s -> s.array("metadata/wavelength_unit", List.of("AA", "Angstrom", "nm", "AA", "", "Å")));
    cases.put(
        SpectralCheck.PARAMS_ATTRIBUTES, s -> s.attribute("params/teff", "description", "hot"));
    cases.put(SpectralCheck.PARAMETERS_AS_ATTRIBUTES, s -> s.root.put("teff", 5772));
    cases.put(SpectralCheck.TINY_CHUNKS, s -> s.chunks("metadata/snr", 2));
    cases.put(
        SpectralCheck.CHUNK_SHAPES, s -> s.chunks(SpectralStore.SIGNAL_UNCERTAINTY_RAW, 8, 8));
    cases.put(
        SpectralCheck.COMPRESSION,
        s -> s.then(SampleStore.replace("params/teff/.zarray", "\"clevel\":5", "\"clevel\":4")));
    cases.put(
        SpectralCheck.TEXT_COMPRESSION,
        s -> s.then(SampleStore.replace("metadata/spec_id/.zarray", "zstd", "lz4")));
  }

  private static void values(Map<SpectralCheck, Consumer<SampleStore>> cases) {
    cases.put(
        SpectralCheck.CHUNKS_DECODE,
        s ->
            s.then(
                f -> {
                  byte[] chunk = f.read("continuum/continuum_model/0.0").orElseThrow();
                  f.put("continuum/continuum_model/0.0", ByteBuffer.wrap(chunk, 0, 20));
                }));
    cases.put(
        SpectralCheck.MANIFEST, s -> s.damage(f -> f.remove("continuum/continuum_model/0.0")));
    cases.put(
        SpectralCheck.FLUX_ROWS,
        s -> Arrays.fill(floats(s, SpectralStore.SIGNAL_FLUX_RAW), 16, 24, Float.NaN));
    cases.put(
        SpectralCheck.WAVELENGTH_INCREASES,
        s -> ((double[]) s.arrays.get(SpectralStore.SIGNAL_WAVELENGTH).values())[4] = 4003);
    cases.put(
        SpectralCheck.METHOD_LABELS,
        s ->
            s.array(
                SpectralStore.CONTINUUM_METHOD, List.of("none", "", "fit:poly3", "a", "b", "c")));
    cases.put(
        SpectralCheck.SPEC_IDS,
        s -> {
          List<String> ids = List.of("s0", "s1", "s2", "s1", "s4", "s1");
          s.array(SpectralStore.SPEC_ID, ids);
          s.index.put("spec_id", new ArrayList<>(ids));
        });
    cases.put(
        SpectralCheck.SOURCE_TYPES,
        s -> {
          s.array(SpectralStore.SOURCE_TYPE, Collections.nCopies(6, "measured"));
          s.index.put("source_type", new ArrayList<>(Collections.nCopies(6, "measured")));
        });
    cases.put(
        SpectralCheck.FLUX_TYPES,
        s -> s.array(SpectralStore.FLUX_TYPE, Collections.nCopies(6, "Flux")));
    cases.put(
        SpectralCheck.SIGNAL_SENTINELS,
        s -> floats(s, SpectralStore.SIGNAL_UNCERTAINTY_RAW)[11] = -999);
    cases.put(
        SpectralCheck.PARAMS_SENTINELS,
        s -> {
          floats(s, "params/teff")[3] = -999;
          s.index.get("teff").set(3, -999.0);
        });
    cases.put(
        SpectralCheck.METADATA_SENTINELS,
        s -> {
          floats(s, "metadata/snr")[5] = -99.9f;
          s.index.get("snr").set(5, -99.9);
        });
  }

  private static void index(Map<SpectralCheck, Consumer<SampleStore>> cases) {
    cases.put(SpectralCheck.INDEX, s -> s.index.clear());
    cases.put(
        SpectralCheck.INDEX_LENGTH, s -> s.index.values().forEach(column -> column.remove(5)));
    cases.put(SpectralCheck.INDEX_COLUMNS, s -> s.index.remove("simulator"));
    cases.put(SpectralCheck.INDEX_SPEC_IDS, s -> Collections.swap(s.index.get("spec_id"), 2, 3));
    cases.put(SpectralCheck.INDEX_VALUES, s -> s.index.get("gaia_id").set(2, (1L << 60) + 3));
  }

  private static ByteBuffer json(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static float[] floats(SampleStore store, String path) {
    return (float[]) store.arrays.get(path).values();
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static SampleStore.Values other(int rows, int columns) {
    return new SampleStore.Values(
        List.of((long) rows, (long) columns), List.of(rows, columns), new float[rows * columns]);
  }

  private static ValidationReport validate(SampleStore store, Expected expected) {
    return SpectralValidator.validate(store.write(), expected);
  }

  private static List<SpectralCheck> failed(ValidationReport report) {
    return report.ended(CheckResult.Outcome.FAILED).stream().map(CheckResult::check).toList();
  }

  private static Expected expected(SpectralCheck check) {
    return switch (check) {
      case STORE_NAME -> Expected.named("novae.zarr.tmp").of(SPECTRA);
      case EXPECTED_SPECTRA -> EXPECTED.of(SPECTRA + 1);
      default -> EXPECTED;
    };
  }

  @Test
  void validStore_passesEachCheck() {
    ValidationReport report = validate(new SampleStore(SPECTRA, SAMPLES), EXPECTED);

    assertThat(report.results())
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.values());
    assertThat(report.ended(CheckResult.Outcome.PASSED))
        .as(report.text())
        .hasSize(SpectralCheck.values().length);
    assertThat(report.passed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void storeThatBreaksOneRule_failsThatCheckAlone(SpectralCheck check) {
    SampleStore store = new SampleStore(SPECTRA, SAMPLES);
    BROKEN.get(check).accept(store);

    ValidationReport report = validate(store, expected(check));

    assertThat(failed(report)).as(report.text()).containsExactly(check);
    assertThat(report.passed()).isEqualTo(check.severity() == SpectralCheck.Severity.SHOULD);
  }

  @Test
  void rowsAtFault_areNamedAndCounted() {
    SampleStore store = new SampleStore(40, SAMPLES);
    Arrays.fill(floats(store, SpectralStore.SIGNAL_FLUX_RAW), 8, 8 + 15 * SAMPLES, 0);

    CheckResult result = validate(store, EXPECTED).result(SpectralCheck.FLUX_ROWS);

    assertThat(result.rows()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(result.rowCount()).isEqualTo(15);
    assertThat(result.sentence())
        .isEqualTo(
            "row 1: nothing but zero; row 2: nothing but zero; row 3: nothing but zero; and 12 more");
  }
}
