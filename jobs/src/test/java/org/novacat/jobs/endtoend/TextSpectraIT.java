package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.testing.SharedData;

/** 23 real spectra of novae as text, with their metadata tables, by one command for the folder. */
class TextSpectraIT {
  private static final int SPECTRA = 23;

  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void folderOfTextsAndTheirTables_becomesTheSpectraThatTheirTruthSays() throws IOException {
    Path data = SharedData.spectraAscii();
    Commands commands = new Commands(folder.resolve("workspace"));

    JsonNode registered =
        commands
            .json("register", data.resolve("files").toString(), "--add-novae")
            .expect(ExitCode.OK)
            .json();
    JsonNode ingested = commands.json("ingest-spectra").expect(ExitCode.OK).json();

    assertThat(registered.at("/files/ended/done").asInt()).isEqualTo(SPECTRA);
    assertThat(registered.get("skipped").findValuesAsText("code"))
        .containsExactly("METADATA_TABLE", "METADATA_TABLE", "METADATA_TABLE");
    assertThat(registered.get("metadata").toString())
        .contains("used for 6 files", "used for 11 files", "DISPERSION");
    assertThat(ingested.at("/spectra/ended/done").asInt()).isEqualTo(SPECTRA);
    Map<String, Path> stored = stored();
    JsonNode truth = json.readTree(Files.readString(data.resolve("truth.json")));
    assertThat(truth).hasSize(SPECTRA);
    for (JsonNode one : truth) {
      assertIs(one, stored.get(one.get("file").asText()));
    }
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    assertThat(sure(commands).lines()).containsExactly("time_scale_confidence,n", "inferred,23");
  }

  /** How sure the scale of the epoch is, where the unit of the wavelengths is sure. */
  private static String sure(Commands commands) {
    return commands
        .novacat(
            "query",
            "SELECT time_scale_confidence, count(*) AS n FROM products"
                + " WHERE wavelength_unit_confidence IN ('stated', 'known')"
                + " GROUP BY time_scale_confidence",
            "--format",
            "csv")
        .expect(ExitCode.OK)
        .out();
  }

  private Map<String, Path> stored() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.endsWith("metadata.json"))
          .collect(
              Collectors.toMap(
                  file -> metadata(file).at("/source/file_name").asText(), file -> file));
    }
  }

  private JsonNode metadata(Path file) {
    try {
      return json.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertIs(JsonNode truth, Path file) throws IOException {
    String name = truth.get("file").asText();
    JsonNode metadata = metadata(file);
    ParquetColumns columns =
        ParquetColumns.read(Files.readAllBytes(file.resolveSibling("spectrum.parquet")));
    double[] wavelength = columns.doubles("wavelength");
    double[] flux = columns.doubles("flux");
    assertThat(wavelength).as(name).hasSize(truth.get("n").asInt());
    assertThat(wavelength[0])
        .as(name)
        .isEqualTo(truth.get("first").asDouble(), near(truth, "first"));
    assertThat(wavelength[wavelength.length - 1])
        .as(name)
        .isEqualTo(truth.get("last").asDouble(), near(truth, "last"));
    assertThat(Arrays.stream(flux).min().orElseThrow())
        .as(name)
        .isEqualTo(truth.get("flux_min").asDouble(), near(truth, "flux_min"));
    assertThat(Arrays.stream(flux).max().orElseThrow())
        .as(name)
        .isEqualTo(truth.get("flux_max").asDouble(), near(truth, "flux_max"));
    assertThat(Arrays.stream(flux).sum())
        .as(name)
        .isEqualTo(truth.get("flux_sum").asDouble(), near(truth, "flux_sum"));
    assertThat(metadata.at("/source/stated/flux_unit"))
        .as(name)
        .isEqualTo(truth.get("flux_unit_stated"));
    assertThat(metadata.at("/flux/unit_found").asText())
        .as(name)
        .isEqualTo(truth.get("flux_unit_stated").asText());
    assertThat(metadata.at("/flux/calibration").asText()).as(name).isEqualTo("RELATIVE");
    assertThat(metadata.at("/observation/telescope")).as(name).isEqualTo(truth.get("telescope"));
    assertThat(texts(metadata.get("account"))).as(name).anyMatch(text -> text.contains("cm^2"));
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::toString);
  }

  private static Offset<Double> near(JsonNode truth, String key) {
    return within(1e-9 * Math.abs(truth.get(key).asDouble()));
  }
}
