package org.novacat.transforms.spectrum.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.spectrum.text.TextSpectra.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.spectrum.text.TextKind.Kind;

class TextKindTest {
  @Test
  void realLightCurves_areNeverSpectra() throws IOException {
    List<Path> files = files(SharedData.photometry().resolve("files"));

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(ofFile(file)).isNotEqualTo(Kind.SPECTRUM));
    assertThat(files.stream().filter(file -> ofFile(file) == Kind.LIGHT_CURVE))
        .hasSizeGreaterThan(30);
  }

  @Test
  void lightCurvesFromTheField_areNeverSpectraEvenWhenStated() throws IOException {
    List<Path> files = files(SharedData.field().resolve("photometry"));

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(ofFile(file)).isNotEqualTo(Kind.SPECTRUM));
  }

  @Test
  void realSpectra_areSpectraWithoutTheirMetadata() throws IOException {
    List<Path> files = files(SharedData.spectraAscii().resolve("files"));

    assertThat(files)
        .allSatisfy(
            file ->
                assertThat(ofFile(file))
                    .isEqualTo(
                        file.toString().contains("MetaData")
                            ? Kind.METADATA_TABLE
                            : Kind.SPECTRUM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wavelength,flux\n",
        "# lambda_A intensity\n",
        "Wave(nm);Flux\n",
        "loglam flux ivar\n",
        "# Angstrom erg/s/cm2/A\n"
      })
  void namesOfWavelengthAndFlux_makeASpectrum(String header) {
    String between = header.contains(";") ? ";" : header.contains(",") ? "," : " ";
    String ivar = header.contains("ivar") ? between + "1" : "";

    assertThat(kind(header + rows(i -> 4000 + i + between + i % 5 + ivar)))
        .isEqualTo(Kind.SPECTRUM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JD,mag\n",
        "MJD,flux\n",
        "date,mag,err\n",
        "HJD,V\n",
        "#TYPE=EXTENDED\n#OBSCODE=X\n",
        "phase,flux\n"
      })
  void timesMakeALightCurve(String header) {
    String error = header.contains("err") ? ",0.1" : "";

    assertThat(kind(header + rows(i -> 2_459_000.5 + i + "," + (10 + i % 5) + error)))
        .isEqualTo(Kind.LIGHT_CURVE);
  }

  @Test
  void julianDatesWithoutNames_areALightCurveWhateverIsStated() {
    String text = rows(i -> 2_459_000.5 + i + " " + (10 + i % 5));

    assertThat(TextKind.of("x.txt", text.getBytes(UTF_8), true).kind()).isEqualTo(Kind.LIGHT_CURVE);
  }

  @Test
  void numbersThatMayBeTimesOrWavelengths_areNeitherUnlessStated() {
    String tess = rows(i -> 1683.35 + 0.0208 * i + " " + (1000 + i % 5));

    TextKind kind = TextKind.of("x.txt", tess.getBytes(UTF_8), false);

    assertThat(kind.kind()).isEqualTo(Kind.NEITHER);
    assertThat(kind.reason()).contains("state wavelength_unit");
    assertThat(TextKind.of("x.txt", tess.getBytes(UTF_8), true).kind()).isEqualTo(Kind.SPECTRUM);
  }

  @Test
  void magnitudesInEvenSteps_areNoSpectrum() {
    assertThat(kind(rows(i -> 7000 + 10 * i + " " + (8 + i % 5 * 0.1)))).isEqualTo(Kind.NEITHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "This folder holds spectra.\nThey were taken in 2021.\n",
        "{\"wavelength\": [1, 2], \"flux\": [3, 4]}",
        "<html><body>not found</body></html>",
        "<?xml version=\"1.0\"?><project/>",
        "wavelength ion\n4000 FeII\n4001 FeII\n",
        "wavelength transmission\n4000 0.1\n4001 0.2\n4002 0.3\n",
        "wavelength,filter,flux\n4000,1,2\n5000,2,3\n6000,3,4\n",
        "time,wavelength,flux\n1,4000,2\n2,5000,3\n3,6000,4\n"
      })
  void whatIsNeither_isNamedWithItsReason(String text) {
    TextKind kind = TextKind.of("x.txt", text.getBytes(UTF_8), false);

    assertThat(kind.kind()).isEqualTo(Kind.NEITHER);
    assertThat(kind.reason()).isNotBlank();
  }

  private static Kind kind(String text) {
    return TextKind.of("x.txt", text.getBytes(UTF_8), false).kind();
  }

  private static Kind ofFile(Path file) {
    try {
      return TextKind.of(file.getFileName().toString(), Files.readAllBytes(file), false).kind();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
