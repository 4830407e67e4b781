package org.novacat.jobs.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Python;

/** What astropy and specutils make of exports. */
class OtherProgramsTest {
  private static final String FLUX = bits(Exported.FLUX);
  private static final String UNCERTAINTY = bits(Exported.UNCERTAINTY);

  @TempDir private Path folder;

  @Test
  void exports_openInAstropy_withUnitsAndEveryBit() throws IOException {
    List<String> said = opened();

    String unit = "Angstrom**-1.cm**-2.erg.s**-1";
    for (String format : List.of("fits", "vot", "ecsv")) {
      assertThat(said)
          .contains(
              format + "|wavelength|Angstrom|" + bits(Exported.WAVELENGTH),
              format + "|flux|" + unit + "|" + FLUX,
              format + "|uncertainty|" + unit + "|" + UNCERTAINTY,
              format + "|quality||0|1|0|0");
    }
    assertThat(said)
        .contains("csv|flux||" + FLUX, "csv|uncertainty||" + UNCERTAINTY)
        .contains("fits|meta|V1 <&> \"Cyg\" 'x'|-37.25", "ecsv|meta|V1 <&> \"Cyg\" 'x'|-37.25");
  }

  @Test
  void fits_opensInSpecutils_withItsUncertainty() throws IOException {
    List<String> said = opened();

    assumeTrue(
        said.stream().anyMatch(line -> line.startsWith("specutils")),
        "Skipped: no specutils (Debian: python3-specutils)");
    assertThat(said)
        .contains(
            "specutils|flux|Angstrom**-1.cm**-2.erg.s**-1|" + FLUX,
            "specutils|uncertainty||" + UNCERTAINTY);
  }

  /** What the script says of one export in each format. */
  private List<String> opened() throws IOException {
    List<String> files = new ArrayList<>();
    for (ExportFormat format : ExportFormat.values()) {
      Path file = folder.resolve("export." + format.ending());
      files.add(Files.write(file, format.write(Exported.oneOrder())).toString());
    }
    return Python.withAstropy(folder, OtherProgramsTest.class, "open_exports.py", "", files)
        .lines()
        .toList();
  }

  private static String bits(double... values) {
    return DoubleStream.of(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(value)))
        .collect(Collectors.joining("|"));
  }
}
