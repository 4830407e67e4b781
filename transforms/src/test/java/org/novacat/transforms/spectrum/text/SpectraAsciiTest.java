package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.spectrum.NormalizeResult;
import org.novacat.transforms.spectrum.SpectrumNormalizer;
import org.novacat.transforms.spectrum.ValidationContext;

/** Real spectra of novae as text, each equal to what an independent program read. */
class SpectraAsciiTest {
  private final Path folder = SharedData.spectraAscii();

  @Test
  void spectra_areWhatAnIndependentProgramRead() throws IOException {
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());

    for (JsonNode one : truth) {
      check(one);
    }

    assertThat(truth).hasSize(23);
  }

  private void check(JsonNode truth) throws IOException {
    ReadResult.Read read = read(truth);
    SourceSpectrum spectrum = read.spectra().get(0);
    double[] wavelengths = spectrum.axis().values();
    double[] flux = spectrum.flux().values();

    assertThat(read.spectra()).hasSize(1);
    assertThat(wavelengths).hasSize(truth.get("n").asInt());
    assertThat(wavelengths[0]).isEqualTo(truth.get("first").asDouble());
    assertThat(wavelengths[wavelengths.length - 1]).isEqualTo(truth.get("last").asDouble());
    assertThat(Arrays.stream(flux).min().orElseThrow()).isEqualTo(truth.get("flux_min").asDouble());
    assertThat(Arrays.stream(flux).max().orElseThrow()).isEqualTo(truth.get("flux_max").asDouble());
    double sum = truth.get("flux_sum").asDouble();
    assertThat(Arrays.stream(flux).sum()).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
    checkFacts(truth, read);
    checkIsValid(read);
  }

  private static void checkIsValid(ReadResult.Read read) {
    NormalizeResult normal =
        SpectrumNormalizer.normalize(
            read.spectra(), read.observation(), ValidationContext.at(61_000));

    assertThat(normal).as(normal.toString()).isInstanceOf(NormalizeResult.Normalized.class);
  }

  private static void checkFacts(JsonNode truth, ReadResult.Read read) {
    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(spectrum.axis().unit()).isEqualTo("Angstrom");
    assertThat(spectrum.flux().unit()).isEqualTo(truth.get("flux_unit_stated").asText());
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
    assertThat(read.notes())
        .anyMatch(note -> note.contains("'ergs/cm^2/sec' as it is stated, is no flux density"));
    assertThat(read.observation().telescope()).isEqualTo(truth.get("telescope").asText());
    assertThat(read.observation().instrument()).isEqualTo(truth.get("instrument").asText());
    double jd = truth.get("date_stated").asDouble();
    assertThat(read.observation().time().mjd()).isCloseTo(jd - 2_400_000.5, within(1e-6));
    assertThat(read.observation().time().precisionDays()).isGreaterThanOrEqualTo(10);
    assertThat(read.account()).noneMatch(piece -> piece.fate() == Fate.UNACCOUNTED);
  }

  private ReadResult.Read read(JsonNode truth) throws IOException {
    String file = truth.get("file").asText();
    String table = truth.get("metadata").asText();
    MetadataTable metadata = MetadataTable.parse(table, bytes(table)).orElseThrow();
    ReadResult result = TextSpectrumReader.read(file, bytes(file), metadata.files().get(file));
    assertThat(result).as(result.toString()).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  @Test
  void withoutAUnit_areRefusedWithWhatMendsThem() throws IOException {
    String file = "GQMUSA_Williams_Optical_Spectra.csv";

    ReadResult result = TextSpectrumReader.read(file, bytes(file), StatedFacts.NONE);

    assertThat(((ReadResult.Rejected) result).refusal().detail()).isEqualTo("AXIS_UNIT_MISSING");
    assertThat(((ReadResult.Rejected) result).refusal().message())
        .contains("state wavelength_unit", "novacat spectrum explain " + file + " --write-sidecar");
  }

  @Test
  void metadataTables_sayWhatTheirColumnsAre() throws IOException {
    String table = "V977_Sco_Williams_Optical_Spectra_MetaData.csv";

    MetadataTable metadata = MetadataTable.parse(table, bytes(table)).orElseThrow();

    assertThat(metadata.files()).hasSize(11);
    assertThat(metadata.account())
        .filteredOn(piece -> piece.fate() == Fate.UNACCOUNTED)
        .extracting(piece -> piece.name())
        .containsExactly("DISPERSION", "WAVELENGTH RANGE 1", "WAVELENGTH RANGE 2");
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve("files").resolve(name));
  }
}
