package org.novacat.fits;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.layouts.spectrum.QuarantineReason.MISSING_CRITICAL_METADATA;
import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_PROFILE;
import static org.novacat.layouts.spectrum.QuarantineReason.UNREADABLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;

/** Every real file against its truth. */
class CorpusTest {
  private static final double TOLERANCE = 1e-9;

  /** What each damaged file must be called. */
  private static final Map<String, QuarantineReason> DAMAGE =
      Map.of(
          "FOSy19g0309t_c2f.fits", UNREADABLE,
          "bad_bitpix_unknown.fit", UNREADABLE,
          "bad_gzip_cut.fits.gz", UNREADABLE,
          "bad_html_error_page.fits", UNREADABLE,
          "bad_missing_crval.fit", MISSING_CRITICAL_METADATA,
          "bad_truncated_data.fits", UNREADABLE,
          "bad_truncated_header.fit", UNREADABLE);

  /**
   * Orders that are refused beside others that are read. Order 2 of the first is logarithmic with
   * linear coefficients, 10 to the power of 9849; the coefficients of the second were edited by
   * those who published it, so that its order 3 runs through 0.
   */
  private static final Map<String, String> REFUSED_ORDERS =
      Map.of(
          "evega.0039.rs.ec.dispcor.fits", "2 AXIS_NOT_FINITE",
          "tres_combined_modified.fits", "3 AXIS_OUT_OF_RANGE");

  private final SpectrumReader reader = SpectrumReader.standard();

  @Test
  void everyRealFile_endsAsItsTruthSays() {
    List<Row> table = Corpus.files().stream().map(this::row).toList();

    table.forEach(System.out::println);

    SoftAssertions.assertSoftly(
        softly ->
            table.forEach(row -> softly.assertThat(row.wrong()).as(row.toString()).isEqualTo("")));
    assertThat(table).hasSize(67);
    assertThat(table).filteredOn(row -> row.expect().equals("spectrum")).hasSize(51);
  }

  /**
   * Where the truth lists no uncertainty, {@link Difference} does not judge ours. These have one:
   * the sigma band of a stack, judged above as what the truth calls a spectrum of its own, and an
   * array that popler names, judged as pixels by {@code OracleTest}.
   */
  @Test
  void uncertaintiesThatTheTruthDoesNotList_areThoseOfTwoFiles() {
    List<String> unlisted =
        Corpus.files().stream()
            .filter(file -> file.expect().equals("spectrum"))
            .filter(file -> !file.spectra().get(0).has("uncertainty") && hasUncertainty(file))
            .map(RealFile::name)
            .toList();

    assertThat(unlisted).containsExactly("Trappist-1_OPT.fits", "popler_sample.fits");
  }

  private boolean hasUncertainty(RealFile file) {
    return reader
        .read(file.name(), file.bytes())
        .match(
            read -> read.spectra().stream().anyMatch(s -> s.uncertainty() != null),
            rejected -> false);
  }

  /** One line of the table. */
  private record Row(
      String file,
      String expect,
      String outcome,
      String reason,
      String profile,
      double difference,
      String wrong) {
    @Override
    public String toString() {
      return "%-56s %-18s %-9s %-26s %-24s %-9s %s"
          .formatted(
              file,
              expect,
              outcome,
              reason,
              profile,
              String.format(Locale.ROOT, "%.1e", difference),
              wrong);
    }
  }

  private Row row(RealFile file) {
    return reader
        .read(file.name(), file.bytes())
        .match(read -> readRow(file, read), rejected -> rejectedRow(file, rejected));
  }

  private static Row readRow(RealFile file, ReadResult.Read read) {
    boolean spectrum = file.expect().equals("spectrum");
    List<JsonNode> truth = new ArrayList<>(file.spectra());
    read.refused()
        .forEach(order -> truth.removeIf(one -> one.path("order").asInt() == order.order()));
    double difference = spectrum ? difference(read.spectra(), truth) : Double.POSITIVE_INFINITY;
    String wrong =
        !spectrum
            ? "read though no spectrum"
            : difference > TOLERANCE ? "wrong values" : wrongFacts(file, read);
    return new Row(file.name(), file.expect(), "READ", "", read.profile(), difference, wrong);
  }

  private static String wrongFacts(RealFile file, ReadResult.Read read) {
    JsonNode truth = file.spectra().get(0).get("axis");
    SpectralAxis axis = read.spectra().get(0).axis();
    boolean medium = truth.get("medium").asText().equals(axis.medium().name().toLowerCase(ROOT));
    String expected = truth.get("unit").asText();
    boolean unit = expected.isEmpty() || unit(expected).equals(unit(axis.unit()));
    String refused =
        read.refused().stream()
            .map(order -> order.order() + " " + order.refusal().detail())
            .collect(Collectors.joining(" "));
    boolean orders = refused.equals(REFUSED_ORDERS.getOrDefault(file.name(), ""));
    return (medium ? "" : "medium " + axis.medium())
        + (unit ? "" : "unit " + axis.unit())
        + (orders ? "" : "refused " + refused);
  }

  /** The truth spells some units its own way. */
  private static String unit(String text) {
    String lower = text.replace(" (assumed)", "").toLowerCase(ROOT).replaceAll("s$", "");
    return lower.equals("micron") ? "um" : lower.equals("nanometer") ? "nm" : lower;
  }

  private static Row rejectedRow(RealFile file, ReadResult.Rejected rejected) {
    QuarantineReason reason = rejected.refusal().reason();
    String detail = rejected.refusal().detail();
    boolean right =
        switch (file.expect()) {
          case "malformed" -> reason == DAMAGE.get(file.name());
          case "error_array" -> detail.equals("ERROR_ARRAY");
          case "light_curve" -> detail.equals("LIGHT_CURVE");
          case "velocity_spectrum", "frequency_spectrum" -> detail.equals("OTHER_SPECTRAL_AXIS");
          case "not_spectrum" -> reason == NOT_A_SPECTRUM || reason == UNKNOWN_PROFILE;
          default -> false;
        };
    return new Row(
        file.name(),
        file.expect(),
        "REJECTED",
        reason + " " + detail,
        rejected.profile(),
        Double.NaN,
        right ? "" : rejected.refusal().message());
  }

  /**
   * The truth lists each band of an IRAF stack as a spectrum. We read the first band and take the
   * sigma band, where there is one, as its uncertainty: raw counts and background are no spectra of
   * the target.
   */
  private static double difference(List<SourceSpectrum> read, List<JsonNode> truth) {
    List<JsonNode> science = new ArrayList<>();
    List<JsonNode> sigma = new ArrayList<>();
    for (JsonNode one : truth) {
      if (one.path("band").asInt(1) == 1) {
        science.add(one);
      } else if (one.path("bandid").asText().startsWith("sigma")) {
        sigma.add(one);
      }
    }
    double worst = Difference.of(read, science);
    for (int i = 0; i < sigma.size(); i++) {
      double[] ours = read.get(i).uncertainty().values();
      worst = Math.max(worst, Difference.of(ours, sigma.get(i).get("flux")));
    }
    return worst;
  }
}
