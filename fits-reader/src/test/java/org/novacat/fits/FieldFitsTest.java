package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.testing.SharedData;

/** Inputs from the field that were read wrong or refused once, against their truth. */
class FieldFitsTest {
  private static final double RELATIVE = 1e-6;

  /** What must become of an input; Angstrom and as in the truth of the inputs. */
  private record Expected(
      String file, String outcome, int n, double first, double last, Medium medium, String text) {

    /** Read, with these wavelengths. */
    static Expected read(String file, int n, double first, double last) {
      return new Expected(file, "READ", n, first, last, null, "");
    }

    /** Refused with this detail. */
    static Expected refused(String file, String detail) {
      return new Expected(file, detail, 0, 0, 0, null, "");
    }

    Expected in(Medium stated) {
      return new Expected(file, outcome, n, first, last, stated, text);
    }

    /** With a note, or in the message of the refusal, this text. */
    Expected saying(String words) {
      return new Expected(file, outcome, n, first, last, medium, words);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static final List<Expected> AXIS =
      List.of(
          Expected.read("k1_cdelt1_is_1_cd1_1_is_step", 200, 4000, 4324.171),
          Expected.read("k1_cdelt1_is_0_cd1_1_is_step", 200, 4000, 4398),
          Expected.read("k1_pc1_1_times_cdelt1", 200, 4000, 4398),
          Expected.read("k1_log_cdelt1_is_1_cd1_1_is_step", 200, 3981.0717, 4167.7340),
          Expected.read("k1_cd1_1_left_from_acquisition_image", 200, 4000, 4398).saying("CD1_1"),
          Expected.read("k2_floyds_cunit1_deg_wat_angstroms", 1500, 3200.448, 5806.0953)
              .saying("CUNIT1 = 'deg' is no length"),
          Expected.read("k2_1d_cunit1_deg_wat_angstroms", 200, 4000, 4398).saying("CUNIT1"),
          Expected.refused("k8_380_to_698_without_unit", "AXIS_UNIT_MISSING").saying("380"),
          Expected.refused("k8_bss_400_to_440_without_unit", "AXIS_UNIT_MISSING").saying("400.05"),
          Expected.refused("k12_step_zero", "AXIS_NOT_MONOTONIC"),
          Expected.refused("k12_step_overflows", "AXIS_NOT_FINITE"),
          Expected.refused("k12_negative_wavelengths", "AXIS_OUT_OF_RANGE"),
          Expected.read("k13_wave_0_at_both_ends", 194, 4006, 4392).saying("6 samples"),
          Expected.read("k13_zero_rows_at_the_end", 191, 4000, 4380).saying("9 samples"),
          Expected.read("k14_cunit1_AA", 200, 4000, 4398).in(Medium.VACUUM),
          Expected.read("k14_bunit_erg_s_cm2_AA", 200, 4000, 4398).in(Medium.AIR),
          Expected.read("k14_bunit_braces", 200, 4000, 4398).in(Medium.AIR),
          Expected.read("k14_tunit_angstrom_air", 200, 4000, 4398).in(Medium.AIR),
          Expected.read("k14_tunit_microJy", 200, 4000, 4398),
          Expected.read("k14_cunit1_Ang_dot", 200, 4000, 4398).in(Medium.VACUUM),
          Expected.read("k15_aspcapstar_log_linear", 200, 15100.80, 15142.38).in(Medium.VACUUM),
          Expected.read("k15_ctype1_log_linear", 200, 3981.0717, 4167.7340).saying("assumed"),
          Expected.read("k15_ctype1_WAVELENG", 200, 4000, 4398),
          Expected.read("k15_ctype1_unknown_cunit1_angstrom", 200, 4000, 4398).saying("WAVE-WAV"),
          Expected.read("k17_ctype1_wave_vacuum_f", 200, 4000, 4398)
              .in(Medium.UNKNOWN)
              .saying("VACUUM = F"),
          Expected.refused("k18_crval1_twice", "AXIS_CARD_REPEATED").saying("4000.5 and 6000.5"),
          Expected.refused("k19_bzip2", "FITS_NO_SIMPLE").saying("bzip2"),
          Expected.refused("k19_nothing_says_wavelength", "NO_PROFILE")
              .saying("CTYPE1 and CUNIT1 are missing"));

  private final SpectrumReader reader = SpectrumReader.standard();

  @Test
  void everyInput_endsAsItsTruthSays() {
    SoftAssertions.assertSoftly(
        softly ->
            Stream.of(AXIS)
                .flatMap(List::stream)
                .forEach(
                    expected ->
                        softly.assertThat(wrong(expected)).as(expected.file()).isEqualTo("")));
  }

  @Test
  void expectations_nameEachInputOnce() {
    List<String> names = new ArrayList<>(AXIS.stream().map(Expected::file).toList());

    assertThat(names).doesNotHaveDuplicates();
    assertThat(AXIS).allMatch(expected -> Files.exists(file(expected.file())));
  }

  @Test
  void floydsUncertainty_isTheBandNamedSigma() {
    ReadResult.Read read = (ReadResult.Read) result("k2_floyds_cunit1_deg_wat_angstroms");

    assertThat(read.profile()).startsWith("iraf-equispec@");
    assertThat(read.spectra().get(0).uncertainty()).isNotNull();
    assertThat(read.spectra().get(0).axis().values()[1]).isCloseTo(3202.1863, within(1e-3));
  }

  private String wrong(Expected expected) {
    return result(expected.file())
        .match(read -> wrong(expected, read), rejected -> wrong(expected, rejected));
  }

  private static String wrong(Expected expected, ReadResult.Read read) {
    SourceSpectrum spectrum = read.spectra().get(0);
    SpectralAxis axis = spectrum.axis();
    double factor = WavelengthUnit.of(axis.unit()).angstroms().orElse(Double.NaN);
    double first = axis.values()[0] * factor;
    double last = axis.values()[spectrum.length() - 1] * factor;
    boolean medium = expected.medium() == null || expected.medium() == axis.medium();
    boolean said =
        expected.text().isEmpty()
            || read.notes().stream().anyMatch(note -> note.contains(expected.text()));
    boolean right =
        expected.outcome().equals("READ")
            && spectrum.length() == expected.n()
            && near(first, expected.first())
            && near(last, expected.last())
            && medium
            && said;
    return right
        ? ""
        : String.format(
            Locale.ROOT,
            "%s: %s samples, %s to %s %s, %s, notes %s",
            read.profile(),
            spectrum.length(),
            axis.values()[0],
            axis.values()[spectrum.length() - 1],
            axis.unit(),
            axis.medium(),
            read.notes());
  }

  private static boolean near(double value, double truth) {
    return Math.abs(value - truth) <= RELATIVE * truth;
  }

  private static String wrong(Expected expected, ReadResult.Rejected rejected) {
    boolean right =
        rejected.refusal().detail().equals(expected.outcome())
            && rejected.refusal().message().contains(expected.text());
    return right ? "" : rejected.refusal().detail() + ": " + rejected.refusal().message();
  }

  private ReadResult result(String name) {
    try {
      return reader.read(name + ".fits", Files.readAllBytes(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String name) {
    return SharedData.field().resolve("fits").resolve(name + ".fits");
  }
}
