package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.transforms.photometry.read.upload.Upload;

/** One small file of each format; the name never helps. */
class FormatReadingTest {
  private static final String PLAIN = "Star,JD,Mag,Band\nGK Per,2415437.7,2.7,V\n";

  @Test
  void aavsoExtended_namesItsDelimiterInWords_andKeepsTheObserver() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "#TYPE=Extended",
                "#OBSCODE=ABC",
                "#DELIM=tab",
                "#DATE=HJD",
                "#OBSTYPE=CCD",
                "V339 Del\t2456521.5\t<13.5\tna\tV\tNO\tSTD\tna\tna\tna\tna\tna\tna\tna\tclouds"));

    Measurement row = reading.row();
    assertThat(reading.format()).isEqualTo("aavso-extended");
    assertThat(row.object()).isEqualTo("V339 Del");
    assertThat(row.brightness()).isEqualTo(Brightness.limit(Quantity.MAGNITUDE, "mag", 13.5, null));
    assertThat(row.epoch().reference()).isEqualTo(TimeReference.HELIO);
    assertThat(row.origin().observer()).isEqualTo("ABC");
    assertThat(row.notes()).isEqualTo("clouds");
    assertThat(row.sourceRow()).isEqualTo(6);
  }

  @Test
  void aavsoDownload_needsNoHeader_andItsFlagsCount() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "2451235.5,7.7,,,Visual,SQN,,,,,,No,,U,,,,U Sco",
                "2451236.5,7.9,0.1,,V,SQN,,,,,,No,,D,,,,U Sco"));

    assertThat(reading.format()).isEqualTo("aavso-download");
    assertThat(reading.row().qualityBits()).isEqualTo(QualityBits.UNVALIDATED);
    assertThat(reading.rows().get(1).qualityFlag()).isEqualTo(3);
    assertThat(reading.row().origin().observer()).isEqualTo("SQN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No", "0", "1", ""})
  void aavsoDownload_needsNoHeader_howeverItSaysTransformed(String transformed) {
    String row = "2459294.6,9.9,0.02,,R,XXX,,160,,X1,,%s,,V,,,,V1405 CAS,AAVSO,STD,,,,";

    Reading reading = Reading.of("x.csv", row.formatted(transformed) + "\n");

    assertThat(reading.format()).isEqualTo("aavso-download");
    assertThat(reading.row().object()).isEqualTo("V1405 CAS");
  }

  @Test
  void asassnV1_hasLimitsWithErrorsOf99() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "HJD,UT Date,Camera,FWHM,Limit,mag,mag_err,flux(mJy),flux_err,Filter",
                "2457000.1,2014-12-08.6,bc,1.5,17.5,>17.5,99.990,0.1,0.2,V",
                "2457001.1,2014-12-09.6,bc,1.5,17.4,15.1,0.05,3.4,0.2,V"));

    assertThat(reading.format()).isEqualTo("asassn-v1");
    assertThat(reading.row().brightness())
        .isEqualTo(Brightness.limit(Quantity.MAGNITUDE, "mag", 17.5, 5.0));
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(15.1);
    assertThat(reading.rows().get(1).brightness().error()).isEqualTo(0.05);
    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.HELIO);
  }

  @Test
  void asassnV2_isToldByItsColumns() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "# Sky Patrol",
                "JD,Flux,Flux Error,Mag,Mag Error,Limit,FWHM,Filter,Quality,Camera",
                "2458000.1,0.1,0.2,18.2,99.99,17.9,1.5,g,G,bA",
                "2458001.1,5.1,0.2,14.9,0.03,17.8,1.5,g,B,bA"));

    assertThat(reading.format()).isEqualTo("asassn-v2");
    assertThat(reading.row().brightness().limit()).isEqualTo(17.9);
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(14.9);
    assertThat(reading.rows().get(1).qualityFlag()).isEqualTo(3);
    assertThat(reading.row().origin().instrument()).isEqualTo("bA");
  }

  @Test
  void atlas_negativeMagnitudeIsANegativeFlux_andEndsAsALimit() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "###MJD m dm uJy duJy F err chi/N RA Dec x y maj min phi apfit mag5sig Sky Obs",
                "59101.5 -21.740 1.398 -7 11 o 0 7.7 29.8 30.7 1 2 2 2 26 -0.4 19.59 20.43 a",
                "59103.5 16.499 0.011 912 10 o 0 613 29.8 30.7 1 2 2 2 26 -0.4 19.59 20.81 b",
                "59104.5 18.9 0.22 49 10 o 0 613 29.8 30.7 1 2 2 2 26 -0.4 19.60 20.81 c"));

    assertThat(reading.format()).isEqualTo("atlas-forced");
    assertThat(reading.rows().stream().map(m -> m.brightness().limit()))
        .containsExactly(19.59, null, 19.60);
    assertThat(reading.row().brightness().limitSigma()).isEqualTo(5);
    assertThat(reading.row().notes()).isEqualTo("uJy=-7±11");
    assertThat(reading.rows().get(1).brightness().error()).isEqualTo(0.011);
  }

  @Test
  void ztfOfIrsa_inAnIpacTable_hasBadRows() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "\\fixlen = T",
                "|mjd          |hjd            |mag   |magerr|catflags|filtercode|",
                "|double       |double         |float |float |int     |char      |",
                "|days         |days           |mag   |mag   |        |          |",
                "|null         |null           |null  |null  |null    |null      |",
                " 58254.44218   2458254.94     21.285 0.182  0        zg         ",
                " 58255.44218   2458255.94     20.285 0.182  32768    zr         "));

    assertThat(reading.format()).isEqualTo("ztf-irsa");
    assertThat(reading.row().epoch().mjd()).isEqualTo(58254.44218);
    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.GEO);
    assertThat(reading.row().band()).isEqualTo("zg");
    assertThat(reading.rows().get(1).qualityFlag()).isEqualTo(3);
  }

  @Test
  void uvot_nullMagnitudeBesideItsLimit_isALimitOf3Sigma() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "# Filter MJD[days] Mag MagErr 3SigMagLim 0.98SatLim[mag] Rate[c/s] RateErr[c/s]",
                "#",
                "V 57036.1 17.1 0.1 19.2 11.1 0.3 0.02",
                "UVM2 57036.2 NULL NULL 20.786 10.5 0.02 0.008"));

    assertThat(reading.format()).isEqualTo("uvot-sousa");
    assertThat(reading.row().origin().instrument()).isEqualTo("UVOT");
    assertThat(reading.rows().get(1).brightness())
        .isEqualTo(Brightness.limit(Quantity.MAGNITUDE, "mag", 20.786, 3.0));
  }

  @Test
  void lightkurve_needsAZeroPoint_thenItsFluxesAreJansky() {
    String text = "time,flux,flux_err,centroid_col,quality\n1683.5,100,1.5,1068,0\n";

    Reading bare = Reading.of("v606vul_tess.csv", text);
    Reading calibrated = Reading.of("v606vul_tess.csv", text, "{\"zero-point\": 20.44}");

    assertThat(bare.refusal().code()).isEqualTo(FileRefusalCode.UNCALIBRATED_FLUX);
    assertThat(calibrated.format()).isEqualTo("lightkurve-csv");
    // 3631 Jy at magnitude 0, and 20.44 is the magnitude of one unit (TESS Handbook, section 6.1).
    assertThat(calibrated.row().brightness().value()).isEqualTo(2.42118e-3, within(1e-8));
    assertThat(calibrated.row().epoch().mjd()).isEqualTo(58683);
  }

  @Test
  void qdp_errorsBothWays_haveTheirSides_andTimesTheirWidth() {
    Reading reading =
        Reading.of(
            "x.qdp",
            lines(
                "! a comment",
                "READ SERR 1",
                "READ TERR 2",
                "1.02 0.105 1.0e-13 4e-14 -2e-14",
                "NO NO NO NO NO",
                "4.80 0.47 3.1e-13 -6.7e-14 -1.4e-14"),
            "{\"t0\": 2454566.5, \"nova\": \"V2491 Cyg\"}");

    Measurement row = reading.row();
    assertThat(reading.rows()).hasSize(2);
    assertThat(row.sourceRow()).isEqualTo(4);
    assertThat(row.epoch().startMjd()).isEqualTo(54566 + 1.02 - 0.105, within(1e-9));
    assertThat(row.brightness().errorLow()).isEqualTo(2e-14);
    assertThat(row.brightness().errorHigh()).isEqualTo(4e-14);
    assertThat(row.brightness().unit()).isEqualTo("erg/cm2/s");
    assertThat(row.band()).isEqualTo("0.3-10 keV");
    assertThat(reading.rows().get(1).brightness().errorHigh()).isEqualTo(6.7e-14);
  }

  @Test
  void qdp_ofCounts_isARate() {
    Reading reading = Reading.of("x.qdp", "READ SERR 2\n1.0 0.5 0.01\n", "{\"t0\": 2454566.5}");

    assertThat(reading.row().brightness())
        .isEqualTo(Brightness.detection(Quantity.COUNT_RATE, "ct/s", 0.5, 0.01));
  }

  @Test
  void openCatalog_hasBibcodesByAlias_andLimitsByAFlag() {
    Reading reading =
        Reading.of(
            "x",
            """
            {"U Sco": {"name": "U Sco",
              "sources": [{"bibcode": "2010ApJS..187..275S", "alias": "1"}],
              "photometry": [
                {"time": "44037.20000", "u_time": "MJD", "band": "V", "magnitude": "13.7",
                 "source": "1", "upperlimit": true},
                {"time": 44048.5, "u_time": "MJD", "band": "V", "magnitude": 9.4,
                 "e_magnitude": 0.15, "source": "1"},
                {"time": 44049.5, "u_time": "MJD", "countrate": "0.4"}]}}
            """);

    assertThat(reading.format()).isEqualTo("osc-json");
    assertThat(reading.row().brightness().isLimit()).isTrue();
    assertThat(reading.row().epoch().original()).isEqualTo("44037.20000");
    assertThat(reading.row().origin().bibcode()).isEqualTo("2010ApJS..187..275S");
    assertThat(reading.rows().get(1).brightness().error()).isEqualTo(0.15);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.BAND_MISSING);
  }

  @Test
  void fluxesOfTheOpenCatalogs_areReadInTheirUnits() {
    Reading reading =
        Reading.of(
            "x",
            """
            {"V959 Mon": {"sources": [], "photometry": [
              {"time": "56100.5", "u_time": "MJD", "magnitude": "9.5", "band": "V", "flux": "1",
               "u_flux": "Jy"},
              {"time": "56101.5", "fluxdensity": "12.5", "e_fluxdensity": "0.5",
               "u_fluxdensity": "mJy", "frequency": "5.0", "u_frequency": "GHz"},
              {"time": "56102.5", "fluxdensity": "900", "u_fluxdensity": "\u00b5Jy",
               "frequency": "8.4", "u_frequency": "GHz", "upperlimit": true},
              {"time": "56103.5", "flux": "3.1e-12", "e_flux": "4e-13", "u_flux": "ergs/s/cm^2",
               "energy": ["0.3", "10"], "u_energy": "keV"},
              {"time": "56104.5", "countrate": "0.02", "u_countrate": "s^-1", "band": "PC"},
              {"time": "56105.5", "band": "V"}]}}
            """);

    assertThat(reading.rows())
        .extracting(row -> row.brightness().unit())
        .containsExactly("mag", "mJy", "uJy", "erg/cm2/s", "ct/s");
    assertThat(reading.rows())
        .extracting(Measurement::band)
        .containsExactly("V", "5.0 GHz", "8.4 GHz", "0.3-10 keV", "PC");
    assertThat(reading.rows().get(1).brightness().error()).isEqualTo(0.5);
    assertThat(reading.rows().get(2).brightness().limit()).isEqualTo(900);
    assertThat(reading.rows().get(3).brightness())
        .isEqualTo(Brightness.detection(Quantity.FLUX_DENSITY, "erg/cm2/s", 3.1e-12, 4e-13));
    assertThat(reading.codes()).containsExactly(RowRejectionCode.NO_MEASUREMENT);
  }

  @Test
  void jsonOfObjects_isATable() {
    Reading reading = Reading.of("x", "[{\"jd\": 2456104.5, \"mag\": 9.5, \"filter\": \"V\"}]");

    assertThat(reading.format()).isEqualTo("json");
    assertThat(reading.row().brightness().value()).isEqualTo(9.5);
  }

  @Test
  void voTable_inBinary2_isReadLikeOneOfText() {
    // Two rows of (double, float, char[2]) with no nulls, and one whose magnitude is null.
    String base64 = VoTableSamples.binary2();
    String text =
        """
        <?xml version="1.0"?>
        <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE>
        <TIMESYS ID="t" timescale="TDB" timeorigin="MJD-origin" refposition="BARYCENTER"/>
        <TABLE><PARAM name="object" datatype="char" arraysize="*" value="V339 Del"/>
        <FIELD name="obs" ucd="time.epoch" datatype="double" unit="d"/>
        <FIELD name="value" ucd="phot.mag;em.opt.V" datatype="float" unit="mag"/>
        <FIELD name="what" ucd="instr.filter" datatype="char" arraysize="2"/>
        <DATA><BINARY2><STREAM encoding="base64">%s</STREAM></BINARY2></DATA>
        </TABLE></RESOURCE></VOTABLE>
        """
            .formatted(base64);

    Reading reading = Reading.of("x", text);

    assertThat(reading.format()).isEqualTo("votable");
    assertThat(reading.row().object()).isEqualTo("V339 Del");
    assertThat(reading.row().epoch().mjd()).isEqualTo(56521.25);
    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.BARY);
    assertThat(reading.row().brightness().value()).isEqualTo(4.5);
    assertThat(reading.row().band()).isEqualTo("zg");
    assertThat(reading.codes()).containsExactly(RowRejectionCode.NO_MEASUREMENT);
  }

  @Test
  void voTable_readsNoFilesOfThisMachine() {
    String text =
        """
        <?xml version="1.0"?><!DOCTYPE VOTABLE [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <VOTABLE><RESOURCE><TABLE><FIELD name="jd" datatype="double"/><FIELD name="mag"
         datatype="double"/><FIELD name="band" datatype="char" arraysize="*"/><DATA><TABLEDATA>
        <TR><TD>2456104.5</TD><TD>9.5</TD><TD>&x;</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE>
        </VOTABLE>
        """;

    assertThat(Reading.of("x", text).refusal().code())
        .isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
  }

  @Test
  void webPageSavedAsATable_isSaidToBeOne() {
    for (String page :
        List.of(
            "<!DOCTYPE html>\n<html><body>Log in, please</body></html>\n",
            "\n<HTML><body>404, Not, Found\n1, 2, 3</body></HTML>\n")) {
      assertThat(Reading.of("x.csv", page).refusal().code())
          .isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
      assertThat(Reading.of("x.csv", page).refusal().message())
          .isEqualTo("Cannot read 'x.csv': it is a web page");
    }
  }

  @Test
  void ecsv_withCommas_takesItsMeta() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "# %ECSV 1.0",
                "# ---",
                "# delimiter: ','",
                "# datatype:",
                "# - {name: mjd, unit: d, datatype: float64}",
                "# - {name: mag, unit: mag, datatype: float64}",
                "# meta: !!omap",
                "# - {object: V606 Vul}",
                "# - {filter: V}",
                "# - {timesys: TDB}",
                "mjd,mag",
                "58254.5,12.5"));

    assertThat(reading.format()).isEqualTo("ecsv");
    assertThat(reading.row().object()).isEqualTo("V606 Vul");
    assertThat(reading.row().band()).isEqualTo("V");
    assertThat(reading.row().epoch().system().name()).isEqualTo("MJD_TDB");
  }

  @Test
  void readMe_describesTheTableBesideIt_andNullsByItsOwnSigns() {
    Upload upload =
        Upload.of(
            "table2.dat",
            lines(
                    "OS And   2446768.75  8.00 0.15",
                    "V1229 Aql 2440737.25 10.85 0.07",
                    "CI Aql   2451786.00 99.99     ",
                    "CI Aql   2451787.00  x y  z    q")
                .getBytes(UTF_8));
    String readMe =
        lines(
            "Byte-by-byte Description of file: table*.dat",
            "--------------------------------------------------------------------------------",
            "   Bytes Format Units   Label     Explanations",
            "--------------------------------------------------------------------------------",
            "   1-  8  A8    ---     Nova      Nova name",
            "  10- 19  F10.2 d       JD        Julian Date",
            "  21- 25  F5.2  mag     Vmag      ?=99.99 V magnitude",
            "  27- 30  F4.2  mag     e_Vmag    ? Uncertainty in Vmag",
            "--------------------------------------------------------------------------------");

    Reading reading =
        Reading.of(
            Reading.beside(
                upload, List.of(new Upload.Companion("ReadMe", readMe.getBytes(UTF_8)))));

    assertThat(reading.format()).isEqualTo("cds");
    assertThat(reading.rows().stream().map(Measurement::object))
        .containsExactly("OS And", "V1229 Aql");
    assertThat(reading.rows().get(1).epoch().jd()).isEqualTo(2440737.25);
    assertThat(reading.rows().get(1).brightness().error()).isEqualTo(0.07);
    assertThat(reading.row().band()).isEqualTo("V");
    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.NO_MEASUREMENT, RowRejectionCode.COLUMN_COUNT);
  }

  @Test
  void wideTable_givesARowForEachBand_andNoneForWhatIsLeftOut() {
    Reading reading =
        Reading.of(
            "x.dat",
            lines(
                "HJD T B e_B V e_V", "2455834.66 1.5 99.999 9.999 15.112 0.027",
                "2455835.66 2.5 15.1 0.02 <16.1 -", "6104.3 3.5 15.1 0.02 15.2 0.01"));

    assertThat(reading.rows().stream().map(Measurement::band)).containsExactly("V", "B", "V");
    assertThat(reading.row().brightness().error()).isEqualTo(0.027);
    assertThat(reading.rows().get(2).brightness().isLimit()).isTrue();
    assertThat(reading.codes()).containsExactly(RowRejectionCode.EPOCH_AMBIGUOUS);
    assertThat(reading.rows().get(1).sourceRow()).isEqualTo(3);
  }

  @Test
  void fixedWidth_hasBlankCells() {
    Reading reading =
        Reading.of(
            "x.txt",
            lines(
                "JD          Mag    Err   Band",
                "2455834.66  12.1         V",
                "2455835.66  12.2   0.01",
                "2455836.66         0.02  V",
                "2455837.66  12.4   0.01  B"));

    assertThat(reading.format()).isEqualTo("fixed-width");
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.BAND_MISSING, RowRejectionCode.NO_MEASUREMENT);
  }

  @Test
  void vizier_hasUnitsAndDashesBelowItsNames() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "#Column\tobs\t(F12.3)\tHeliocentric Julian date (HJD)\t[ucd=time.epoch]",
                "obs\tVmag",
                "d\tmag",
                "------\t----",
                "2455834.660\t14.5"));

    assertThat(reading.format()).isEqualTo("vizier-tsv");
    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.HELIO);
    assertThat(reading.row().band()).isEqualTo("V");
  }

  @Test
  void linesBeforeAndAfterTheTable_areNoRowsOfIt() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "Observations of nova, all times UT",
                "",
                "Star;Date;Mag;Filter;Note",
                "GK Per;1901-02-22;2.7;V;\"two",
                "lines\"",
                "GK Per;1901-02-23;2.8;V"));

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.row().notes()).isEqualTo("two\nlines");
    assertThat(reading.rows().get(1).sourceRow()).isEqualTo(6);
  }

  @Test
  void raggedRows_areRejected_unlessOnlyOptionalCellsAreMissing() {
    Reading reading =
        Reading.of(
            "x",
            lines(
                "Star,JD,Mag,Band,Note",
                "GK Per,2415437.7,2.7,V,a",
                "GK Per,2415438.7,2.7,V",
                "GK Per,2415439.7,2.7,V,a,b",
                "Total: 3 rows",
                "GK Per,2415440.7,2.7,V,,,"));

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.COLUMN_COUNT, RowRejectionCode.COLUMN_COUNT);
    assertThat(reading.rejected().get(1).text()).isEqualTo("Total: 3 rows");
    assertThat(reading.rejected().get(1).sourceRow()).isEqualTo(5);
  }

  @Test
  void gzipAndZip_areUnpacked_andTheNameInsideCounts() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      out.write(PLAIN.getBytes(UTF_8));
    }

    assertThat(Reading.of(Upload.of("a.csv.gz", gz.toByteArray())).rows()).hasSize(1);
    assertThat(Reading.of(Upload.of("a.zip", zip("t/gk_per.csv", "README"))).rows()).hasSize(1);
    assertThat(Reading.of(Upload.of("a.zip", zip("a.csv", "b.csv"))).refusal().code())
        .isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
    assertThat(
            Reading.of(
                    Upload.of("a.csv.gz", gz.toByteArray()),
                    Reading.limited(PLAIN.length() + gz.size() - PLAIN.length() - 1, 9))
                .refusal()
                .code())
        .isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
  }

  @Test
  void bombInAGzip_isTooLarge_beforeItGoesOff() throws IOException {
    ByteArrayOutputStream gz = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
      for (int i = 0; i < 200; i++) {
        out.write(new byte[1 << 16]);
      }
    }

    Reading reading =
        Reading.of(Upload.of("a.gz", gz.toByteArray()), Reading.limited(1 << 20, 1000));

    assertThat(reading.refusal().code()).isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
  }

  @Test
  void encodings_areSeen() {
    String text = PLAIN.replace("Star", "Stern Größe").replace("Stern Größe,", "Objekt,");

    assertThat(Reading.of(Upload.of("x", text.getBytes(UTF_16LE))).understood().encoding())
        .isEqualTo("UTF-16LE");
    assertThat(
            Reading.of(Upload.of("x", (text + "GK Per,2415438.7,2.7,V\n#ö\n").getBytes(ISO_8859_1)))
                .understood()
                .encoding())
        .isEqualTo("ISO-8859-1");
    assertThat(Reading.of("x", "\uFEFF" + text.replace("\n", "\r")).rows()).hasSize(1);
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(PLAIN.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** As spreadsheets and pandas write them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MJD,flux,err,freq\nd,mJy,mJy,GHz\n59291.6,9.61,0.2,5.0\n",
        "MJD\tflux\terr\tfreq\ndays\tmJy\tmJy\tGHz\n59291.6\t9.61\t0.2\t5.0\n",
        "# from a sheet\nMJD;flux;err;freq\nMJD;mJy;mJy;GHz\n59291.6;9.61;0.2;5.0\n",
      })
  void lineOfUnitsBelowTheNames_isNoRow(String text) {
    Reading reading = Reading.of("x.csv", text);

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.row().brightness().unit()).isEqualTo("mJy");
    assertThat(reading.row().band()).isEqualTo("5.0 GHz");
  }

  @Test
  void unitsInBracketsBelowTheNames_areThoseOfTheColumns() {
    Reading reading =
        Reading.of("x.csv", "MJD,mag,err,filter\n(d),(mag),(mmag),\n59291.6,9.61,20,V\n");

    assertThat(reading.row().brightness().error()).isEqualTo(0.02);
  }

  /** A row without numbers is one, unless all its cells are units. */
  @Test
  void wordsBelowTheNames_areARow() {
    Reading reading = Reading.of("x.csv", "MJD,mag,err,filter\nd,mag,mag,V\n59291.6,9.61,0.2,V\n");

    assertThat(reading.rejected()).hasSize(1);
  }
}
