package org.novacat.transforms.spectrum.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.transforms.spectrum.text.TextSpectra.SAMPLES;
import static org.novacat.transforms.spectrum.text.TextSpectra.flux;
import static org.novacat.transforms.spectrum.text.TextSpectra.one;
import static org.novacat.transforms.spectrum.text.TextSpectra.read;
import static org.novacat.transforms.spectrum.text.TextSpectra.rows;
import static org.novacat.transforms.spectrum.text.TextSpectra.wavelength;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.layouts.spectrum.Uncertainty;

/** Spectra in the dialects of text that are passed on. */
class TextFormsTest {
  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of(
            "wavelength [Angstrom],flux [erg/s/cm2/Angstrom]\n" + rows(","), "Angstrom", 1.0),
        Arguments.of("Wave(nm),Flux\n" + rows(i -> wavelength(i) / 10 + "," + flux(i)), "nm", 10.0),
        Arguments.of("# lambda_A   flux\n" + rows("   "), "A", 1.0),
        Arguments.of("#Wavelength (Angstrom)  Flux (erg/s/cm^2/A)\n" + rows("  "), "Angstrom", 1.0),
        Arguments.of(
            "wavelength in nm;flux\n" + comma(rows(i -> wavelength(i) / 10 + ";" + flux(i))),
            "nm",
            10.0),
        Arguments.of("# wavelength unit: Angstrom\n" + rows("\t"), "Angstrom", 1.0),
        Arguments.of(
            "; wave unit = um\n" + rows(i -> wavelength(i) / 1e4 + "\t" + flux(i)), "um", 1e4),
        Arguments.of("% wavelengths are in Angstrom\n" + rows(" "), "Angstrom", 1.0),
        Arguments.of(
            "! Wavelengths in air, in Angstrom; flux in erg/s/cm2/A\n" + rows(" "),
            "Angstrom",
            1.0),
        Arguments.of("// x\n* y\n# Angstrom  counts\n" + rows(" "), "Angstrom", 1.0),
        Arguments.of("wavelength flux\nAngstrom erg/s/cm2/A\n" + rows(" "), "Angstrom", 1.0),
        Arguments.of(
            "# Column 1: wavelength [Angstrom]\n# Column 2: flux\n" + rows(" "), "Angstrom", 1.0),
        Arguments.of("\"wavelength [Angstrom]\",\"flux\"\n" + rows(","), "Angstrom", 1.0),
        Arguments.of(
            "| wavelength [A] | flux |\n|---|---|\n"
                + rows(i -> "| " + wavelength(i) + " | " + flux(i) + " |"),
            "A",
            1.0),
        Arguments.of(
            "Title of it\nObject: V1405 Cas\n\nwavelength_nm,flux\n"
                + rows(i -> wavelength(i) / 10 + "," + flux(i)),
            "nm",
            10.0));
  }

  private static String comma(String text) {
    return text.replace('.', ',');
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void dialects_areReadWithTheirUnit(String text, String unit, double toAngstrom) {
    SourceSpectrum spectrum = one(text);

    assertThat(spectrum.axis().unit()).isEqualTo(unit);
    assertThat(spectrum.axis().unitAssumed()).isFalse();
    assertThat(spectrum.length()).isEqualTo(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(spectrum.axis().values()[i] * toAngstrom)
          .isCloseTo(wavelength(i), within(1e-9 * 4000));
      assertThat(spectrum.flux().values()[i]).isEqualTo(flux(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEnds_areAllTheSame(String end) {
    assertThat(one(("wavelength_A,flux\n" + rows(",")).replace("\n", end)).length())
        .isEqualTo(SAMPLES);
  }

  @Test
  void cardsOfFits_sayTimeAndUnit() {
    ReadResult.Read read =
        read(
            """
            SIMPLE  =                    T / Fits standard
            BITPIX  =                  -32
            OBJECT  = 'V339 Del'           / Name
            DATE    = '2020-01-01'
            DATE-OBS= '2013-08-16T20:11:00'
            EXPTIME =                 600.
            WAT1_001= 'wtype=linear label=Wavelength units=angstroms'
            END

            """
                + rows("  "));

    assertThat(read.profile()).isEqualTo("text-iraf@1");
    assertThat(read.observation().object()).isEqualTo("V339 Del");
    assertThat(read.observation().exposureSeconds()).isEqualTo(600);
    // 2013-08-16T20:16:00, half an exposure behind the start.
    assertThat(read.observation().time().mjd()).isCloseTo(56520.844444, within(1e-6));
    assertThat(read.spectra().get(0).axis().unit()).isEqualTo("angstroms");
  }

  @Test
  void tableOfTheSdss_isInVacuumAndInItsUnits() {
    ReadResult.Read read =
        read(
            "Wavelength,Flux,BestFit,SkyFlux\n"
                + rows(i -> wavelength(i) + "," + flux(i) + ",1,2"));

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("text-sdss@1");
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum.axis().mediumSource()).isEqualTo(MediumSource.DATA_MODEL);
    assertThat(spectrum.flux().unit()).isEqualTo("1e-17 erg/s/cm^2/Angstrom");
  }

  @Test
  void namesOfBess_areInAirByCustomAndRelative() {
    ReadResult.Read read =
        read("# BSS_INST = LISA\n# BSS_SITE = Here\n# wavelength_A intensity\n" + rows("\t"));

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("text-bess@1");
    assertThat(spectrum.axis().mediumSource()).isEqualTo(MediumSource.CUSTOM);
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
    assertThat(read.observation().instrument()).isEqualTo("LISA");
  }

  @Test
  void tableOfIpac_isReadByItsBars() {
    ReadResult.Read read =
        read(
            "\\OBJECT = V1405 Cas\n|  wave  | flux   | err    |\n| double | double | double |\n"
                + "|  um    |  Jy    |  Jy    |\n"
                + rows(i -> " " + wavelength(i) / 1e4 + "  " + flux(i) + "  0.01"));

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("text-ipac@1");
    assertThat(read.observation().object()).isEqualTo("V1405 Cas");
    assertThat(spectrum.axis().unit()).isEqualTo("um");
    assertThat(spectrum.flux().unit()).isEqualTo("Jy");
    assertThat(spectrum.uncertainty().kind()).isEqualTo(Uncertainty.Kind.SIGMA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# - {name: wavelength, unit: Angstrom, datatype: float64}\n# - {name: flux, unit: Jy, datatype: float64}\n",
        "# -\n#   name: wavelength\n#   unit: Angstrom\n#   datatype: float64\n# -\n#   name: flux\n#   unit: Jy\n#   datatype: float64\n",
        "# - name: wavelength\n#   unit: Angstrom\n#   datatype: float64\n# - name: flux\n#   unit: Jy\n#   datatype: float64\n"
      })
  void enhancedCsv_isReadInBothStyles(String columns) {
    ReadResult.Read read =
        read(
            "# %ECSV 1.0\n# ---\n# datatype:\n"
                + columns
                + "# meta: !!omap\n# - {OBJECT: V1405 Cas}\n# schema: astropy-2.0\nwavelength flux\n"
                + rows(" "));

    assertThat(read.profile()).isEqualTo("text-ecsv@1");
    assertThat(read.observation().object()).isEqualTo("V1405 Cas");
    assertThat(read.spectra().get(0).axis().unit()).isEqualTo("Angstrom");
    assertThat(read.spectra().get(0).flux().unit()).isEqualTo("Jy");
  }

  @Test
  void voTable_isReadByUtypeAndUcdBeforeNames() {
    ReadResult.Read read =
        read(
            voTable(
                rows(i -> "<TR><TD>" + flux(i) + "</TD><TD>" + wavelength(i) / 10 + "</TD></TR>")));

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("text-votable@1");
    assertThat(spectrum.axis().unit()).isEqualTo("nm");
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.axis().values()[1]).isEqualTo(400.25);
    assertThat(spectrum.flux().values()[1]).isEqualTo(1.25);
    assertThat(read.observation().object()).isEqualTo("V1405 Cas");
    assertThat(read.observation().raDeg()).isEqualTo(351.2);
    assertThat(read.observation().time().mjd()).isEqualTo(59293.81);
  }

  static String voTable(String rows) {
    return """
        <?xml version="1.0"?>
        <VOTABLE version="1.3" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
        <PARAM name="t" utype="spec:Spectrum.Target.Name" datatype="char" arraysize="*" value="V1405 Cas"/>
        <PARAM name="m" utype="spec:Spectrum.Char.TimeAxis.Coverage.Location.Value" unit="d" datatype="double" value="59293.81"/>
        <PARAM name="p" utype="spec:Spectrum.Char.SpatialAxis.Coverage.Location.Value" datatype="double" arraysize="2" value="351.2 61.2"/>
        <FIELD name="wave" ucd="phot.fluDens;em.wl" unit="Jy" datatype="double"/>
        <FIELD name="flux" utype="spec:Spectrum.Data.SpectralAxis.Value" ucd="em.wl;obs.atmos" unit="nm" datatype="double"/>
        <DATA><TABLEDATA>
        """
        + rows
        + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>\n";
  }

  @Test
  void numbersThatFortranRanTogether_areParted() {
    SourceSpectrum spectrum =
        one("# lambda_A flux\n" + rows(i -> wavelength(i) + (i % 5 == 0 ? "-" : " ") + flux(i)));

    assertThat(spectrum.flux().values()[0]).isEqualTo(-flux(0));
    assertThat(spectrum.flux().values()[1]).isEqualTo(flux(1));
  }

  @Test
  void logarithmsOfWavelengths_areRaised() {
    SourceSpectrum spectrum =
        one(
            "loglam [log(Angstrom)],flux,ivar\n"
                + rows(i -> Math.log10(wavelength(i)) + "," + flux(i) + ",4"));

    assertThat(spectrum.axis().values()[0]).isCloseTo(4000, within(1e-8));
    assertThat(spectrum.uncertainty().kind()).isEqualTo(Uncertainty.Kind.IVAR);
  }

  @Test
  void logarithmInTheName_isOne() {
    SourceSpectrum spectrum =
        one(
            "# log10(lambda [nm])  flux\n"
                + rows(i -> Math.log10(wavelength(i) / 10) + " " + flux(i)));

    assertThat(spectrum.axis().unit()).isEqualTo("nm");
    assertThat(spectrum.axis().values()[0]).isCloseTo(400, within(1e-9));
  }

  @Test
  void emptyLineAndAColumn_partOrders() {
    String parted =
        "# lambda_A flux\n" + rows(" ") + "\n" + rows(i -> wavelength(i) - 60 + " " + flux(i));
    String numbered =
        "order,wavelength_A,flux\n"
            + rows(i -> "31," + wavelength(i) + "," + flux(i))
            + rows(i -> "32," + (wavelength(i) - 60) + "," + flux(i));

    assertThat(read(parted).spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2);
    assertThat(read(numbered).spectra()).extracting(SourceSpectrum::order).containsExactly(31, 32);
  }

  @Test
  void emptyLinesInOneSpectrum_partNothing() {
    assertThat(one("# lambda_A flux\n" + rows(" ").replace("\n", "\n\n")).length())
        .isEqualTo(SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mask", "dq", "badpix"})
  void masks_reachTheProduct(String name) {
    SourceSpectrum spectrum =
        one(
            "wavelength_A,flux,"
                + name
                + "\n"
                + rows(i -> wavelength(i) + "," + flux(i) + "," + (i == 3 ? 4 : 0)));

    assertThat(spectrum.mask().bad(3)).isTrue();
    assertThat(spectrum.mask().bad(4)).isFalse();
  }

  @Test
  void masksOfGoodSamples_areTurned() {
    SourceSpectrum spectrum =
        one(
            "wavelength_A,flux,good\n"
                + rows(i -> wavelength(i) + "," + flux(i) + "," + (i == 3 ? "False" : "True")));

    assertThat(spectrum.mask().bad(3)).isTrue();
    assertThat(spectrum.mask().bad(4)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # meta: !!omap
        # - {DATE-OBS: '2020-01-02T03:04:05'}
        # - {EXPTIME: 600.0}
        # - comments: [air wavelengths, flat]
        # schema: astropy-2.0
        """,
        """
        # meta: {DATE-OBS: "2020-01-02T03:04:05", EXPTIME: 600.0, MEDIUM: air}
        """,
        """
        # meta:
        #   DATE-OBS: 2020-01-02T03:04:05
        #   EXPTIME: 600.0
        #   comments:
        #   - air wavelengths
        """
      })
  void metaOfEnhancedCsv_isHeardInEachStyleOfYaml(String meta) {
    ReadResult.Read read =
        read(
            "# %ECSV 1.0\n# ---\n# datatype:\n"
                + "# - {name: wave, unit: Angstrom, datatype: float64}\n"
                + "# - {name: flux, unit: Jy, datatype: float64}\n"
                + meta
                + "wave flux\n"
                + rows(" "));

    assertThat(read.observation().time().mjd()).isCloseTo(58850.131308, within(1e-5));
    assertThat(read.observation().exposureSeconds()).isEqualTo(600);
    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.AIR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"err (%)", "err [Angstrom]", "err [Jy]"})
  void spreadInAUnitThatIsNoneOfTheFlux_isNamedAndNotUsed(String column) {
    ReadResult.Read read =
        read(
            "wave [A],flux [erg/s/cm2/A],"
                + column
                + "\n"
                + rows(i -> wavelength(i) + "," + flux(i) + ",1.5"));

    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(read.notes()).anyMatch(note -> note.contains("'err' is not used"));
  }

  @Test
  void spreadInTheUnitOfTheSquare_isAVariance() {
    SourceSpectrum spectrum =
        one("wave [A],flux [Jy],err [Jy2]\n" + rows(i -> wavelength(i) + "," + flux(i) + ",1.5"));

    assertThat(spectrum.uncertainty().kind()).isEqualTo(Uncertainty.Kind.VARIANCE);
  }

  @Test
  void textIsAsSureAsWhatItStates() {
    ReadResult.Read stated =
        read("# DATE-OBS: 2020-01-02T03:04:05\n# wave_air(A) flux(Jy)\n" + rows(" "));

    assertThat(stated.trust())
        .isEqualTo(
            new SpectrumTrust(
                Confidence.INFERRED, Confidence.STATED, Confidence.STATED, Confidence.STATED));
    assertThat(read("# wave(A) flux\n" + rows(" ")).trust())
        .isEqualTo(new SpectrumTrust(null, Confidence.STATED, null, null));
  }
}
