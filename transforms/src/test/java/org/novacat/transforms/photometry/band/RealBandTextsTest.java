package org.novacat.transforms.photometry.band;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.testing.SharedData;

/** Every filter text of the real files, and what a person who knows the file takes it for. */
class RealBandTextsTest {
  private static final BandResolver RESOLVER = new BandResolver(BandRegistry.standard());

  /** Where the format names a provider, what it means; else what the text alone means. */
  private static final Map<String, Map<String, String>> EXPECTED =
      Map.of(
          "aavso",
          Map.of(
              "I", "Generic_Ic",
              "R", "Generic_Rc",
              "U", "Generic_U",
              "V", "Generic_V",
              "Vis.", "AAVSO_Vis",
              "Visual", "AAVSO_Vis",
              "Unknown", "BAND_UNRECOGNIZED"),
          "uvot",
          Map.of(
              "U", "Swift_UVOT_U",
              "B", "Swift_UVOT_B",
              "V", "Swift_UVOT_V",
              "UVW1", "Swift_UVOT_UVW1",
              "UVM2", "Swift_UVOT_UVM2",
              "UVW2", "Swift_UVOT_UVW2"),
          "atlas",
          Map.of("c", "ATLAS_c", "o", "ATLAS_o"),
          "",
          Map.ofEntries(
              Map.entry("B", "Generic_B"),
              Map.entry("V", "Generic_V"),
              Map.entry("RC", "Generic_Rc"),
              Map.entry("Rc", "Generic_Rc"),
              Map.entry("IC", "Generic_Ic"),
              Map.entry("Ic", "Generic_Ic"),
              Map.entry("g", "SLOAN_SDSS_g"),
              Map.entry("vis", "AAVSO_Vis"),
              Map.entry("zg", "ZTF_g"),
              Map.entry("zr", "ZTF_r"),
              Map.entry("zi", "ZTF_i"),
              Map.entry("TESS", "TESS_T"),
              Map.entry("0.3-10 keV", "Xray_0.3-10_keV"),
              Map.entry(">1 TeV", "Gamma_VHE")));

  @Test
  void realTexts_areTheBandsThatAPersonExpects() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    for (Path file : truths()) {
      JsonNode truth = new ObjectMapper().readTree(Files.readString(file, UTF_8));
      String format = truth.get("format").asText();
      Quantity quantity = truth.has("flux_min") ? Quantity.FLUX_DENSITY : Quantity.MAGNITUDE;
      truth
          .get("per_band")
          .fieldNames()
          .forEachRemaining(
              text -> {
                String key = file.getFileName() + ": " + text;
                found.put(key, resolve(text, quantity, format));
                expected.put(key, EXPECTED.get(provider(format)).get(text));
              });
    }

    assertThat(found).hasSizeGreaterThan(50).isEqualTo(expected);
  }

  private static String provider(String format) {
    return Stream.of("aavso", "uvot", "atlas").filter(format::contains).findFirst().orElse("");
  }

  private static String resolve(String text, Quantity quantity, String format) {
    return RESOLVER
        .resolve(new BandQuery(text, quantity, null, format, "", "", ""))
        .match(band -> band.band().id(), none -> none.code().name());
  }

  private static List<Path> truths() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.photometry().resolve("truth"))) {
      return files.sorted().toList();
    }
  }
}
