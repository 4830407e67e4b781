package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.spectrum.text.TextSpectra.stated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.testing.Python;

/** Each form of text that astropy writes and astropy or specutils reads gives the same here. */
class IndependentTextTest {
  @Test
  void formsOfAstropy_giveTheSameNumbers(@TempDir Path folder) throws IOException {
    String said =
        Python.withAstropy(
            folder, IndependentTextTest.class, "astropy_text.py", "", List.of(folder.toString()));
    JsonNode files = new ObjectMapper().readTree(said);

    for (Map.Entry<String, JsonNode> file : files.properties()) {
      // "specutils ecsv.txt" is what another reader than astropy read of ecsv.txt.
      String name = file.getKey().substring(file.getKey().indexOf(' ') + 1);
      check(name, Files.readAllBytes(folder.resolve(name)), file.getValue());
    }

    assertThat(files.size()).as("with specutils or without").isIn(14, 16);
  }

  private static void check(String name, byte[] bytes, JsonNode columns) {
    ReadResult result = TextSpectrumReader.read(name, bytes, stated("wavelength_unit", "Angstrom"));
    assertThat(result).as(name + ": " + result).isInstanceOf(ReadResult.Read.class);
    SourceSpectrum spectrum = ((ReadResult.Read) result).spectra().get(0);
    assertThat(spectrum.axis().values()).as(name).containsExactly(numbers(columns.get(0)));
    assertThat(spectrum.flux().values()).as(name).containsExactly(numbers(columns.get(1)));
    if (spectrum.uncertainty() != null && columns.size() > 2) {
      assertThat(spectrum.uncertainty().values()).as(name).containsExactly(numbers(columns.get(2)));
    }
  }

  private static double[] numbers(JsonNode values) {
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).asDouble();
    }
    return numbers;
  }
}
