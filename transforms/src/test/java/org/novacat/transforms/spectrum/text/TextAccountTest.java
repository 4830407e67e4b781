package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.transforms.spectrum.text.TextSpectra.SAMPLES;
import static org.novacat.transforms.spectrum.text.TextSpectra.flux;
import static org.novacat.transforms.spectrum.text.TextSpectra.read;
import static org.novacat.transforms.spectrum.text.TextSpectra.refused;
import static org.novacat.transforms.spectrum.text.TextSpectra.rows;
import static org.novacat.transforms.spectrum.text.TextSpectra.stated;
import static org.novacat.transforms.spectrum.text.TextSpectra.wavelength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFacts;

/** What is not understood is named, what contradicts itself is null or refused, with a remedy. */
class TextAccountTest {
  private static final String HEADER = "wavelength [Angstrom],flux\n";

  @Test
  void lines_addUp() {
    ReadResult.Read read =
        read(
            "# OBJECT: x\n\n"
                + HEADER
                + rows(",").replaceFirst("4005.0,\\S+", "4005.0,bad")
                + "broken\n");

    assertThat(read.account())
        .anySatisfy(
            piece ->
                assertThat(piece.what())
                    .isEqualTo(
                        "54 lines = 1 header + 1 comment + 1 blank + 49 accepted + 2 rejected"));
    assertThat(read.account())
        .filteredOn(piece -> piece.kind().equals("row"))
        .extracting(piece -> piece.name())
        .containsExactly("line 6: 4005.0,bad", "line 54: broken");
    assertThat(read.notes()).contains("2 of its rows are left out: a cell is no number.");
  }

  @Test
  void manyBadRows_areRefused() {
    String text = HEADER + rows(i -> wavelength(i) + "," + (i % 4 == 0 ? "bad" : flux(i)));

    Refusal refusal = refused(text);

    assertThat(refusal.detail()).isEqualTo("TOO_MANY_BAD_ROWS");
    assertThat(refusal.message()).contains("the first in line 2");
  }

  @Test
  void emptyFlux_isNoNumberAndNoBadRow() {
    ReadResult.Read read =
        read(HEADER + rows(i -> wavelength(i) + "," + (i == 3 ? "NaN" : flux(i))));

    assertThat(read.spectra().get(0).length()).isEqualTo(SAMPLES);
    assertThat(read.spectra().get(0).flux().values()[3]).isNaN();
  }

  @Test
  void thirdColumnWithoutAName_isNamedAndNotUsed() {
    ReadResult.Read read =
        read(
            rows(i -> wavelength(i) + " " + flux(i) + " 0.1"),
            stated("wavelength_unit", "Angstrom"));

    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(read.account())
        .anyMatch(piece -> piece.name().equals("column 3") && piece.fate() == Fate.UNACCOUNTED);
    assertThat(read.notes()).contains("column 3 is not used: nothing says what it holds.");
  }

  @Test
  void originOfASpectrum_changesNothingOfHowItIsRead() {
    String text = HEADER + rows(",");

    ReadResult.Read plain = read(text);
    ReadResult.Read told =
        read(
            text,
            stated(
                "source_type",
                "synthetic",
                "flux_type",
                "intensity",
                "simulator",
                "CMFGEN",
                "teff",
                "12000",
                "logg",
                "1.5",
                "feh",
                "0"));

    assertThat(told).usingRecursiveComparison().ignoringFields("account").isEqualTo(plain);
    assertThat(told.account())
        .filteredOn(piece -> piece.kind().equals("stated"))
        .hasSize(6)
        .allMatch(piece -> piece.fate() == Fate.USED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4000 5000 nothing | AXIS_UNIT_MISSING",
        "# wavelength [furlong] flux | AXIS_UNIT_UNKNOWN",
        "# wavelength [Hz] flux | AXIS_NOT_WAVELENGTH",
        "# frequency [Hz] flux | AXIS_NOT_WAVELENGTH"
      })
  void axesWithoutAUnitOfLength_areRefused(String header, String detail) {
    String text = header.startsWith("#") ? header + "\n" + rows(" ") : rows(" ");

    assertThat(refused(text).detail()).isEqualTo(detail);
  }

  @Test
  void remedyForAMissingUnit_works() {
    Refusal refusal = refused(rows(" "));

    assertThat(refusal.facts()).containsEntry("state", "wavelength_unit");
    SourceSpectrum mended =
        read(rows(" "), stated(refusal.facts().get("state"), "nm")).spectra().get(0);
    assertThat(mended.axis().unit()).isEqualTo("nm");
    assertThat(mended.axis().values()[0]).isEqualTo(4000);
  }

  @Test
  void remedyForAnUnknownFluxUnit_works() {
    String text = "wavelength [Angstrom],flux [zorkmid]\n" + rows(",");
    Refusal refusal = refused(text);

    assertThat(refusal.detail()).isEqualTo("FLUX_UNIT_UNKNOWN");
    SourceSpectrum mended =
        read(text, stated(refusal.facts().get("state"), "relative")).spectra().get(0);
    assertThat(mended.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
  }

  @Test
  void unitsThatContradict_areRefusedAndSettledBeside() {
    String text = "# wavelength unit: nm\n" + HEADER + rows(",");

    assertThat(refused(text).detail()).isEqualTo("AXIS_UNIT_CONTRADICTED");
    assertThat(refused(HEADER + rows(","), stated("wavelength_unit", "nm")).detail())
        .isEqualTo("AXIS_UNIT_CONTRADICTED");
    assertThat(read(text, stated("wavelength_unit", "Angstrom")).spectra().get(0).axis().unit())
        .isEqualTo("Angstrom");
  }

  @Test
  void remedyForTwoFluxes_works() {
    String text =
        "wavelength [nm],flux_blue,flux_red\n" + rows(i -> wavelength(i) + ",1," + flux(i));
    Refusal refusal = refused(text);

    assertThat(refusal.detail()).isEqualTo("COLUMNS_AMBIGUOUS");
    assertThat(refusal.message()).contains("column 2 'flux_blue', column 3 'flux_red'");
    ReadResult.Read mended = read(text, stated(refusal.facts().get("state"), "flux_red"));
    assertThat(mended.spectra().get(0).flux().values()[1]).isEqualTo(flux(1));
    assertThat(mended.notes()).contains("column 2 'flux_blue' is not used: another flux is used.");
  }

  @Test
  void headerWithOtherColumnsThanRows_isRefusedAndMended() {
    String text = "wavelength_A,flux\n" + rows(i -> i + "," + wavelength(i) + "," + flux(i));
    Refusal refusal = refused(text);

    assertThat(refusal.detail()).isEqualTo("COLUMNS_UNKNOWN");
    StatedFacts all = stated("wavelength_column", "2", "flux_column", "3", "wavelength_unit", "A");
    assertThat(read(text, all).spectra().get(0).axis().values()[0]).isEqualTo(4000);
  }

  @Test
  void secondTable_isRefusedByItsLine() {
    Refusal refusal = refused(HEADER + rows(",") + "wavelength [Angstrom],error\n" + rows(","));

    assertThat(refusal.detail()).isEqualTo("SECOND_TABLE");
    assertThat(refusal.message()).contains("line 52");
  }

  @Test
  void wavelengthsThatTurn_areRefusedByTheirLineAndMended() {
    String text = HEADER + rows(",") + rows(i -> wavelength(i) - 60 + "," + flux(i));

    assertThat(refused(text).message()).contains("turns in line 52", "put an empty line");
    String mended = HEADER + rows(",") + "\n" + rows(i -> wavelength(i) - 60 + "," + flux(i));
    assertThat(read(mended).spectra()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# medium: vacuum\n# wavelengths in air\n",
        "# medium: vacuum\n# air wavelengths\n"
      })
  void mediaThatContradict_areUnknown(String head) {
    ReadResult.Read read = read(head + HEADER + rows(","));

    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(read.notes()).anyMatch(note -> note.contains("Air and vacuum"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# wavelength unit: Angstrom (air) | AIR",
        "# wavelength (vacuum) [nm] flux | VACUUM",
        "# vacuum_wavelength_nm flux | VACUUM",
        "# wave unit: nm_air | AIR"
      })
  void mediumInAUnitOrName_isTaken(String header, Medium medium) {
    assertThat(read(header + "\n" + rows(" ")).spectra().get(0).axis().medium()).isEqualTo(medium);
  }

  @Test
  void paddingAtTheEnd_isLeftOutWithANote() {
    ReadResult.Read read = read(HEADER + rows(",") + "0.0,0.0\n0.0,0.0\n");

    assertThat(read.spectra().get(0).length()).isEqualTo(SAMPLES);
    assertThat(read.notes()).anyMatch(note -> note.contains("padding"));
  }

  @Test
  void dateAndTimeOfDayInTwoPlaces_areOneTime() {
    ReadResult.Read read =
        read(
            "# Date: 20/03/2021\n# UT: 21:30\n# Exposure: 5 min\n# RA: 15 59 30.2  Dec: +25 55 13\n"
                + HEADER
                + rows(","));

    assertThat(read.observation().time().mjd()).isCloseTo(59293.895833, within(1e-6));
    assertThat(read.observation().exposureSeconds()).isEqualTo(300);
    assertThat(read.observation().raDeg()).isCloseTo(239.875833, within(1e-6));
    assertThat(read.observation().decDeg()).isCloseTo(25.920278, within(1e-6));
  }

  @Test
  void factorThatMayBeInTheNumbers_leavesTheirShape() {
    SourceSpectrum spectrum =
        read("# flux unit: erg/s/cm2/A\n# flux scale: 1e-15\n" + HEADER + rows(","))
            .spectra()
            .get(0);

    assertThat(spectrum.flux().unit()).isEqualTo("erg/s/cm2/A");
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
  }

  @Test
  void factorOfTheUnit_isPutBeforeIt() {
    SourceSpectrum spectrum =
        read("# flux unit: erg/s/cm2/A\n# flux unit coeff: 1e-15\n" + HEADER + rows(","))
            .spectra()
            .get(0);

    assertThat(spectrum.flux().unit()).isEqualTo("1.0E-15 erg/s/cm2/A");
  }

  @Test
  void decimalCommasBetweenCommas_areRefused() {
    String text = rows(i -> 4000 + i + ",25," + i % 7 + ",5");

    assertThat(refused(text, stated("wavelength_unit", "Angstrom")).detail())
        .isEqualTo("COMMAS_AMBIGUOUS");
  }

  @Test
  void titleOfTwoWords_isNoHeader() {
    ReadResult.Read read = read("V1405 Cas\n" + rows(" "), stated("wavelength_unit", "Angstrom"));

    assertThat(read.spectra().get(0).length()).isEqualTo(SAMPLES);
  }

  @Test
  void unitsInOneList_areBothTaken() {
    SourceSpectrum spectrum = read("# Units: nm, erg/s/cm2/A\n" + rows(" ")).spectra().get(0);

    assertThat(spectrum.axis().unit()).isEqualTo("nm");
    assertThat(spectrum.flux().unit()).isEqualTo("erg/s/cm2/A");
  }

  @Test
  void flagsInWords_areNamedWithTheirValues() {
    ReadResult.Read read =
        read(
            "wavelength_A,flux,flag\n"
                + rows(i -> wavelength(i) + "," + flux(i) + (i % 9 == 0 ? ",odd" : ",fine")));

    assertThat(read.notes())
        .contains("column 3 'flag' is not used: nobody knows what odd, fine means.");
  }

  @Test
  void valuesBehindABlank_areTakenWhereTheNameIsSure() {
    ReadResult.Read read =
        read("# OBJECT T CrB\n# JD 2459294.3125\n# EXPTIME 600\n" + HEADER + rows(","));

    assertThat(read.observation().object()).isEqualTo("T CrB");
    assertThat(read.observation().exposureSeconds()).isEqualTo(600);
    assertThat(read.observation().time().mjd()).isCloseTo(59293.8125, within(1e-9));
  }

  @Test
  void dateInASentence_isNamed() {
    ReadResult.Read read = read("# taken on 2021-03-20 at home\n" + HEADER + rows(","));

    assertThat(read.observation().time()).isNull();
    assertThat(read.account())
        .anyMatch(piece -> piece.fate() == Fate.UNACCOUNTED && piece.name().contains("2021-03-20"));
  }

  @Test
  void numberedFluxes_areSeveral() {
    String text = "wavelength_A,flux1,flux2\n" + rows(i -> wavelength(i) + ",1," + flux(i));

    assertThat(refused(text).detail()).isEqualTo("COLUMNS_AMBIGUOUS");
  }

  @Test
  void timesThatContradict_areNone() {
    ReadResult.Read read =
        read("# DATE-OBS: 2021-03-20T19:30:00\n# JD: 2459000.5123\n" + HEADER + rows(","));

    assertThat(read.observation().time()).isNull();
    assertThat(read.notes()).anyMatch(note -> note.contains("said differently in two places"));
  }

  @Test
  void timesWithinTheCoarserOne_agree() {
    ReadResult.Read read =
        read("# DATE-OBS: 2021-03-20\n# JD: 2459294.3125\n" + HEADER + rows(","));

    assertThat(read.observation().time().mjd()).isCloseTo(59293.8125, within(1e-9));
  }

  @Test
  void remarksThatMayMatter_areUnaccounted() {
    ReadResult.Read read =
        read(
            "# fluxes were multiplied by 1e3\n# reduced with care\n# seeing_kind = q\n"
                + HEADER
                + rows(","));

    assertThat(read.account())
        .filteredOn(piece -> piece.fate() == Fate.UNACCOUNTED)
        .extracting(piece -> piece.name())
        .containsExactly("line 3: seeing_kind = q", "line 1: fluxes were multiplied by 1e3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "erg/s/cm2/Angstrom | ABSOLUTE",
        "ergs/cm^2/sec | RELATIVE",
        "counts | UNCALIBRATED",
        "arbitrary units | RELATIVE",
        "normalized | NORMALIZED"
      })
  void fluxIsWorthWhatItsUnitAllows(String unit, FluxCalibration calibration) {
    SourceSpectrum spectrum =
        read("# flux unit: " + unit + "\n" + HEADER + rows(",")).spectra().get(0);

    assertThat(spectrum.flux().unit()).isEqualTo(unit);
    assertThat(spectrum.flux().calibration()).isEqualTo(calibration);
  }

  @Test
  void lightCurves_areRefusedWithTheirDoor() {
    Refusal refusal = refused("MJD,flux\n" + rows(","));

    assertThat(refusal.detail()).isEqualTo("LIGHT_CURVE");
    assertThat(refusal.message()).contains("register --photometry");
  }

  @Test
  void secondNightInTheMiddle_isAnotherSpectrum() {
    String text =
        "# DATE-OBS: 2021-03-20T19:30:00\n"
            + HEADER
            + rows(",")
            + "# DATE-OBS: 2021-03-25T19:30:00\n"
            + rows(",");

    assertThat(refused(text).detail()).isEqualTo("SECOND_SPECTRUM");
    assertThat(refused(text).message()).contains("line 53 begins another spectrum");
  }
}
