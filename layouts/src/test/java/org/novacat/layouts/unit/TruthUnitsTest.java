package org.novacat.layouts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.SharedData;

/** Each spelling of a unit in the truth of the real files, and what it must be read as. */
class TruthUnitsTest {
  private static final String F_LAMBDA = "erg.s**-1.cm**-2.Angstrom**-1";

  private static final Map<String, String> AXES =
      Map.ofEntries(
          Map.entry("Angstrom", "1.0 Angstrom"),
          Map.entry("Angstroms", "1.0 Angstrom"),
          Map.entry("ANGSTROM", "1.0 Angstrom"),
          Map.entry("ANGSTROMS", "1.0 Angstrom"),
          Map.entry("nm", "1.0 nm"),
          Map.entry("um", "1.0 um"),
          Map.entry("MICRON", "1.0 um"),
          Map.entry("MHz", "1.0 MHz"),
          Map.entry("km/s", "1.0 km.s**-1"),
          Map.entry("", "UNSTATED"),
          // The remark of the truth, not of the file.
          Map.entry("Angstrom (assumed)", "unknown"),
          Map.entry("BJD - 2454833", "unknown"),
          Map.entry("btjd", "unknown"));

  private static final Map<String, String> FLUXES =
      Map.ofEntries(
          Map.entry("erg/s/cm**2/Angstrom", "1.0 " + F_LAMBDA),
          Map.entry("erg/cm2/s/A", "1.0 " + F_LAMBDA),
          Map.entry("erg/cm^2/s/Angstrom", "1.0 " + F_LAMBDA),
          Map.entry("ERG/CM2/S/A", "1.0 " + F_LAMBDA),
          Map.entry("FLAM", "1.0 " + F_LAMBDA),
          Map.entry("1E-17 erg/cm^2/s/Ang", "1.0E-17 " + F_LAMBDA),
          Map.entry("10**-17 erg/(s cm2 Angstrom)", "1.0E-17 " + F_LAMBDA),
          Map.entry("Flux (10^-17 erg/s/cm^2/Ang)", "1.0E-17 " + F_LAMBDA),
          Map.entry("erg s**(-1) cm**(-2) nm**(-1)", "1.0 erg.s**-1.cm**-2.nm**-1"),
          Map.entry("W.m**-2.nm**-1", "1.0 W.m**-2.nm**-1"),
          Map.entry("W m-2 um-1", "1.0 W.m**-2.um**-1"),
          Map.entry("Jy", "1.0 Jy"),
          Map.entry("mJy", "1.0 mJy"),
          Map.entry("K", "1.0 K"),
          Map.entry("ADU", "1.0 adu"),
          Map.entry("DU/PIXEL", "1.0 adu.pixel**-1"),
          Map.entry("counts", "1.0 count"),
          Map.entry("count nm-1", "1.0 count.nm**-1"),
          Map.entry("e-/s", "1.0 electron.s**-1"),
          Map.entry("relative", "RELATIVE"),
          Map.entry("Relative Flux", "RELATIVE"),
          Map.entry("unknown", "UNSTATED"),
          Map.entry("", "UNSTATED"));

  private static final Map<String, String> UNCERTAINTIES =
      Map.ofEntries(
          Map.entry("erg/s/cm**2/Angstrom", "1.0 " + F_LAMBDA),
          Map.entry("ERG/CM2/S/A", "1.0 " + F_LAMBDA),
          Map.entry("FLAM", "1.0 " + F_LAMBDA),
          Map.entry("Flux Error (10^-17 erg/s/cm^2/Ang)", "1.0E-17 " + F_LAMBDA),
          Map.entry("10**+34 (s2 cm4 Angstrom2) / erg2", "1.0E34 s**2.cm**4.Angstrom**2.erg**-2"),
          Map.entry("erg s**(-1) cm**(-2) nm**(-1)", "1.0 erg.s**-1.cm**-2.nm**-1"),
          Map.entry("W m-2 um-1", "1.0 W.m**-2.um**-1"),
          Map.entry("Jy", "1.0 Jy"),
          Map.entry("counts", "1.0 count"),
          Map.entry("count nm-1", "1.0 count.nm**-1"),
          Map.entry("e-/s", "1.0 electron.s**-1"),
          Map.entry("unknown", "UNSTATED"),
          Map.entry("", "UNSTATED"));

  @Test
  void unitsOfAxes_areReadAsTheTableSays() {
    assertTable("axis", AXES);
  }

  @Test
  void unitsOfFluxes_areReadAsTheTableSays() {
    assertTable("flux", FLUXES);
  }

  @Test
  void unitsOfUncertainties_areReadAsTheTableSays() {
    assertTable("uncertainty", UNCERTAINTIES);
  }

  private static void assertTable(String part, Map<String, String> expected) {
    Set<String> met = new TreeSet<>();
    truths(
        truth ->
            truth
                .path("spectra")
                .forEach(
                    spectrum -> {
                      JsonNode unit = spectrum.path(part).path("unit");
                      if (unit.isTextual()) {
                        met.add(unit.asText());
                      }
                    }));

    assertThat(met)
        .as("spellings of %s units in the truth files", part)
        .isEqualTo(new TreeSet<>(expected.keySet()));
    expected.forEach((text, result) -> assertThat(describe(text)).as(text).isEqualTo(result));
  }

  private static String describe(String text) {
    return Units.parse(text)
        .match(
            understood -> understood.unit().factor() + " " + understood.unit().symbol(),
            worded -> worded.word().name(),
            unknown -> "unknown");
  }

  private static void truths(Consumer<JsonNode> each) {
    ObjectMapper mapper = new ObjectMapper();
    try (Stream<Path> files = Files.list(SharedData.fits().resolve("truth"))) {
      for (Path file : files.sorted().toList()) {
        each.accept(mapper.readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
