package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.photometry.read.row.RowList;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * Every real file ends as its truth says. Files that do not say enough get the sidecar that a
 * curator would write; what happens without it is tested too. The one FITS file is tested where
 * FITS can be read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotometryCorpusTest {
  private static final ReadSettings SETTINGS =
      ReadSettings.at(Instant.parse("2026-11-21T00:00:00Z"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QDP = "{\"t0\": 2450000.5}";

  /** What the files do not say themselves. */
  private static final Map<String, String> SIDECARS =
      Map.of(
          "iar_cvnovag.csv",
              "{\"nova\": \"ZTF18aayzpbr\", \"band\": \"g\", \"time-system\": \"HJD\","
                  + " \"time-offset\": 2400000}",
          "v1369cen_izzo2017_fig1.json",
              "{\"nova\": \"V1369 Cen\", \"band\": \"V\", \"t0\": \"2013-12-02T00:00:00\"}",
          "v606vul_tess_mag.dat", "{\"band\": \"TESS\", \"time-system\": \"BJD_TDB\"}",
          "v606vul_ztf_g_preeruption.txt", "{\"band\": \"zg\", \"time-system\": \"MJD\"}",
          "v606vul_ztf_r_postdustdip.txt", "{\"band\": \"zr\", \"time-system\": \"MJD\"}",
          "v606vul_tess_s14_bcksub.csv", "{\"zero-point\": 20.44}",
          "xray_V745DSco_fluxlc.qdp", "{\"nova\": \"V745 Sco\", \"t0\": 2450000.5}");

  /** Names that mean the same star, which the reader leaves to those who know. */
  private static final Map<String, String> STARS = Map.of("NOVA AQL 1918", "V603 AQL");

  private final List<String> table = new ArrayList<>();

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(SharedData.photometry().resolve("files"))) {
      return all.filter(file -> !file.toString().endsWith(".fits")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_endsAsItsTruthSays(Path file) throws IOException {
    JsonNode truth = truth(file);
    RowList rows = new RowList();

    PhotometryRead result = new PhotometryReader(SETTINGS).read(upload(file), rows);

    result.match(
        read -> {
          line(file, read.understanding().format(), read.tally().toString());
          check(file, truth, read, rows);
          return true;
        },
        refused -> {
          line(file, "", refused.refusal().code() + ": " + refused.refusal().message());
          checkRefused(file, truth, refused);
          return false;
        });
  }

  @AfterAll
  void printTable() {
    table.stream().sorted().forEach(System.out::println);
  }

  private void line(Path file, String format, String outcome) {
    table.add("%-36s %-15s %s".formatted(file.getFileName(), format, outcome));
  }

  private static void checkRefused(Path file, JsonNode truth, PhotometryRead.Refused refused) {
    String name = file.getFileName().toString();
    // The truth of a ReadMe alone says no rows and leaves the code open.
    String expected =
        name.endsWith(".ReadMe") ? "NO_DATA_ROWS" : truth.path("expect").asText("no refusal");
    assertThat(expected).contains(refused.refusal().code().name());
    assertThat(refused.refusal().remedy()).isNotBlank();
  }

  private static void check(Path file, JsonNode truth, PhotometryRead.Read read, RowList rows) {
    SoftAssertions softly = new SoftAssertions();
    RowTally tally = read.tally();
    List<Measurement> all = rows.measurements();
    Map<String, Long> expected = expectedRejections(truth);
    long pending = pending(file);

    softly.assertThat(tally.rows()).isEqualTo(tally.accepted() + rows.rejected().size());
    softly.assertThat(tally.accepted()).isEqualTo(all.size());
    softly
        .assertThat(tally.accepted())
        .as("accepted")
        .isEqualTo(truth.get("n_rows_accepted").asLong() + pending);
    softly.assertThat(tally.limits()).as("limits").isEqualTo(truth.get("n_upper_limits").asLong());
    softly.assertThat(codes(tally)).as("rejected").isEqualTo(expected);
    if (truth.has("n_rows")) {
      softly.assertThat(tally.rows()).as("rows").isEqualTo(truth.get("n_rows").asLong());
    }
    if (pending == 0) {
      softly
          .assertThat(counts(all, Measurement::band))
          .as("bands")
          .isEqualTo(longs(truth.get("per_band")));
      softly.assertThat(counts(all, m -> star(m.object()))).as("novae").isEqualTo(novae(truth));
    }
    long errors = all.stream().filter(m -> m.brightness().error() != null).count();
    softly.assertThat(errors).as("errors").isEqualTo(truth.get("n_with_error").asLong());
    extremes(softly, truth, all);
    softly.assertAll();
  }

  /**
   * Rows of dirty_notations.csv that the truth rejects and no reader can: the filter Q9, which only
   * the registry does not know, and the repeated row, which only the table finds.
   */
  private static long pending(Path file) {
    return file.endsWith("dirty_notations.csv") ? 2 : 0;
  }

  private static Map<String, Long> expectedRejections(JsonNode truth) {
    Map<String, Long> expected = longs(truth.path("reasons"));
    expected.keySet().removeAll(List.of("DUPLICATE", "BAND_UNRECOGNIZED"));
    if (truth.has("n_blank_magnitude")) {
      expected.put("NO_MEASUREMENT", truth.get("n_blank_magnitude").asLong());
    }
    return expected;
  }

  private static void extremes(SoftAssertions softly, JsonNode truth, List<Measurement> all) {
    boolean qdp = truth.has("t_days_min");
    String low = qdp ? "t_days_min" : "jd_min";
    String high = qdp ? "t_days_max" : "jd_max";
    double zero = qdp ? 2_450_000.5 : 0;
    double first = all.stream().mapToDouble(m -> m.epoch().jd() - zero).min().orElseThrow();
    double last = all.stream().mapToDouble(m -> m.epoch().jd() - zero).max().orElseThrow();
    softly.assertThat(first).as(low).isCloseTo(truth.get(low).asDouble(), within(1e-6));
    softly.assertThat(last).as(high).isCloseTo(truth.get(high).asDouble(), within(1e-6));
    // One unit of the instrumental flux of TESS is 3631 Jy at magnitude 20.44.
    double unit =
        truth.path("unit").asText().startsWith("e-/s") ? 3631 * Math.pow(10, -0.4 * 20.44) : 1;
    for (String kind : List.of("mag", "flux")) {
      if (truth.has(kind + "_min")) {
        double min = values(all).min().orElseThrow() / unit;
        double max = values(all).max().orElseThrow() / unit;
        softly.assertThat(min).as(kind).isCloseTo(truth.get(kind + "_min").asDouble(), near(min));
        softly.assertThat(max).as(kind).isCloseTo(truth.get(kind + "_max").asDouble(), near(max));
      }
    }
    if (truth.has("mag_limit_min")) {
      softly.assertThat(limits(all).min()).hasValue(truth.get("mag_limit_min").asDouble());
      softly.assertThat(limits(all).max()).hasValue(truth.get("mag_limit_max").asDouble());
    }
  }

  private static Offset<Double> near(double value) {
    return within(Math.abs(value) * 1e-12);
  }

  private static DoubleStream values(List<Measurement> all) {
    return all.stream()
        .filter(m -> !m.brightness().isLimit())
        .mapToDouble(m -> m.brightness().value());
  }

  private static DoubleStream limits(List<Measurement> all) {
    return all.stream()
        .filter(m -> m.brightness().isLimit())
        .mapToDouble(m -> m.brightness().limit());
  }

  private static Map<String, Long> novae(JsonNode truth) {
    Map<String, Long> expected = new TreeMap<>();
    longs(truth.get("novae")).forEach((name, count) -> expected.put(star(name), count));
    return expected;
  }

  private static String star(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return STARS.getOrDefault(upper, upper);
  }

  private static Map<String, Long> counts(
      List<Measurement> all, Function<Measurement, String> key) {
    Map<String, Long> counts = new TreeMap<>();
    all.forEach(m -> counts.merge(key.apply(m), 1L, Long::sum));
    return counts;
  }

  private static Map<String, Long> codes(RowTally tally) {
    Map<String, Long> codes = new TreeMap<>();
    tally.rejected().forEach((code, count) -> codes.put(code.name(), count));
    return codes;
  }

  private static Map<String, Long> longs(JsonNode object) {
    Map<String, Long> all = new TreeMap<>();
    object.fields().forEachRemaining(e -> all.put(e.getKey(), e.getValue().asLong()));
    return all;
  }

  @Test
  void filesThatLackSomething_areRefusedWithoutASidecar() throws IOException {
    assertThat(codeOfBare("xray_RSOph_fluxlc.qdp"))
        .isEqualTo(FileRefusalCode.TIME_REFERENCE_MISSING);
    assertThat(codeOfBare("v1369cen_izzo2017_fig1.json"))
        .isEqualTo(FileRefusalCode.TIME_REFERENCE_MISSING);
    assertThat(codeOfBare("v606vul_tess_s14_bcksub.csv"))
        .isEqualTo(FileRefusalCode.UNCALIBRATED_FLUX);
    assertThat(codeOfBare("v606vul_tess_mag.dat"))
        .isEqualTo(FileRefusalCode.MISSING_REQUIRED_COLUMN);
    assertThat(codeOfBare("iar_cvnovag.csv")).isEqualTo(FileRefusalCode.MISSING_REQUIRED_COLUMN);
  }

  private static FileRefusalCode codeOfBare(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.photometry().resolve("files").resolve(name));
    return new PhotometryReader(SETTINGS)
        .read(Upload.of(name, bytes), new RowList())
        .match(read -> null, refused -> refused.refusal().code());
  }

  private static JsonNode truth(Path file) throws IOException {
    Path truth = SharedData.photometry().resolve("truth").resolve(file.getFileName() + ".json");
    return JSON.readTree(truth.toFile());
  }

  private static Upload upload(Path file) throws IOException {
    String name = file.getFileName().toString();
    String sidecar = SIDECARS.getOrDefault(name, name.endsWith(".qdp") ? QDP : "{}");
    Upload upload = Upload.of(name, Files.readAllBytes(file)).with(SidecarJson.parse(sidecar));
    Path readMe = file.resolveSibling(name.replaceFirst("\\.[^.]*$", ".ReadMe"));
    boolean described = Files.exists(readMe) && !readMe.equals(file);
    return described
        ? Reading.beside(
            upload,
            List.of(
                new Upload.Companion(readMe.getFileName().toString(), Files.readAllBytes(readMe))))
        : upload;
  }
}
