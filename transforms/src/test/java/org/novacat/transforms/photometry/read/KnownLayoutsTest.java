package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.TimeReference;

/** Layouts of associations, surveys and programs: read, or refused with a way that works. */
class KnownLayoutsTest {
  private static Measurement of(Reading reading, int row, String band) {
    return reading.rows().stream()
        .filter(one -> one.sourceRow() == row && one.band().contains(band))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void neowise_hasTwoBands_limitsWithoutAnError_andBadFrames() {
    Reading reading =
        Reading.of(
            "x.tbl",
            lines(
                "|mjd       |w1mpro|w1sigmpro|w2mpro|w2sigmpro|qual_frame|cc_flags|ph_qual|",
                "|double    |double|double   |double|double   |int       |char    |char   |",
                " 59291.1000 12.300 0.020     11.300 0.030     10         0000     AA      ",
                " 59292.1000 12.400 null      11.400 0.030     10         0000     UA      ",
                " 59293.1000 12.500 0.020     11.500 0.030     0          0000     AA      ",
                " 59294.1000 12.500 0.020     11.500 0.030     10         dd00     AA      "));

    assertThat(reading.format()).isEqualTo("neowise");
    assertThat(reading.rows()).hasSize(8);
    assertThat(of(reading, 3, "W1").brightness().error()).isEqualTo(0.02);
    assertThat(of(reading, 3, "W2").brightness().value()).isEqualTo(11.3);
    assertThat(of(reading, 4, "W1").brightness().limit()).isEqualTo(12.4);
    assertThat(of(reading, 4, "W2").brightness().value()).isEqualTo(11.4);
    assertThat(reading.rows())
        .extracting(Measurement::qualityFlag)
        .containsExactly(0, 0, 0, 0, 3, 3, 1, 1);
  }

  @Test
  void reportOfTheBaa_hasMoreLinesAboveItsHeaderThanRows() {
    Reading reading =
        Reading.of(
            "x.txt",
            lines(
                "File Format\tCCD/DSLR v2.01",
                "Observation Method\tCCD",
                "Variable\tV1405 Cas",
                "Chart ID\tX",
                "Observer code\tABC",
                "JulianDate\tFilter\tVarAbsMag\tVarAbsErr\tCmpStar",
                "2459291.6\tV\t9.61\t0.02\t1"));

    assertThat(reading.format()).isEqualTo("baa-vss");
    assertThat(reading.row().object()).isEqualTo("V1405 Cas");
    assertThat(reading.row().epoch().mjd()).isEqualTo(59291.1, within(1e-9));
    assertThat(reading.row().brightness().value()).isEqualTo(9.61);
    assertThat(reading.row().brightness().error()).isEqualTo(0.02);
    assertThat(reading.row().qualityFlag()).isZero();
  }

  @Test
  void nameOfAStarAboveTheHeader_isThatOfItsRows() {
    Reading reading =
        Reading.of(
            "x.tsv",
            lines(
                "V1405 Cas\t\t",
                "MJD\tmag\tband",
                "59291.1\t12.3\tV",
                "V1674 Her\t\t",
                "59391.1\t8.3\tV"));

    assertThat(reading.rows())
        .extracting(Measurement::object)
        .containsExactly("V1405 Cas", "V1674 Her");
  }

  @Test
  void bandsAboveAHeader_areNoPreface() {
    String text = ",,B,,V,\nMJD,tel,mag,err,mag,err\n59291.1,X,13.3,0.1,12.3,0.2\n";

    assertThat(Reading.of("x.csv", text).refusal().remedy()).doesNotContain("\"band\"");
  }

  @Test
  void rowAboveAHeader_isNoPreface() {
    String rows = "59291.1,12.3,0.1,V\n59292.1,12.3,0.1,V\n";

    Reading reading = Reading.of("x.csv", "59290.1,12.2\nMJD,mag,err,band\n" + rows);

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rejected()).extracting(RejectedRow::sourceRow).containsExactly(1);
  }

  @Test
  void catalogueOfSextractor_numbersItsColumns() {
    Reading reading =
        Reading.of(
            "x.cat",
            lines(
                "#   1 MJD        Time of the middle            [d]",
                "#   2 MAG        Magnitude                     [mag]",
                "#   3 MAGERR     RMS error                     [mmag]",
                "#   4 BAND       Filter",
                "59291.1 12.3 100 V",
                "59292.1 12.4 100 V"));

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.row().brightness().error()).isEqualTo(0.1, within(1e-12));
    assertThat(reading.row().band()).isEqualTo("V");
  }

  @Test
  void reportsOfAssociations_areNamed_andWhatTheRemedySaysIsRead() {
    FileRefusal vsolj =
        refusal("CASV1405 20210318101012 9.6V Xxx\nCASV1405 20210319101012 <12.6 X\n");
    FileRefusal afoev = refusal("CASV1405   2459291.600  9.61V  ABC\n");
    Reading csv =
        Reading.of(
            "x.csv",
            lines(
                "object,date,mag,band,observer",
                "V1405 Cas,2021-03-18T10:10:12Z,9.6,V,Xxx",
                "V1405 Cas,2021-03-19T10:10:12Z,<12.6,Vis.,Xxx"));

    assertThat(vsolj.message()).contains("VSOLJ");
    assertThat(vsolj.remedy()).contains("object,date,mag,band,observer", "10:10:12Z", "Vis.");
    assertThat(afoev.message()).contains("AFOEV");
    assertThat(csv.row().epoch().mjd()).isEqualTo(59291.42375, within(1e-5));
    assertThat(csv.rows().get(1).brightness().limit()).isEqualTo(12.6);
  }

  @Test
  void snana_isNamed_andTheSidecarOfItsRemedyMakesFluxes() {
    FileRefusal refusal =
        refusal("SURVEY: LSST\nSNID: 1\nVARLIST: MJD FLT FLUXCAL FLUXCALERR\nOBS: 59291.1 g 1 1\n");
    Reading reading =
        Reading.of(
            "x.csv",
            lines(
                "MJD,FLT,FIELD,FLUXCAL,FLUXCALERR,PHOTFLAG",
                "59291.1,g,NULL,1500.0,50.0,4096",
                "59292.1,r,NULL,1200.0,50.0,0"),
            refusal.remedy().replaceAll("(?s)^[^{]*(\\{.*\\}).*$", "$1"));

    assertThat(refusal.message()).contains("SNANA");
    assertThat(reading.row().brightness().unit()).isEqualTo("Jy");
    assertThat(reading.row().brightness().value()).isEqualTo(1500 * 3.631e-8, within(1e-12));
    assertThat(reading.row().qualityFlag()).isZero();
  }

  @Test
  void asas3_isNamed_forNoneOfItsAperturesIsTheMagnitude() {
    FileRefusal refusal =
        refusal(
            lines(
                "#dataset= 1 ; 1 F0132",
                "#     HJD  MAG_0 MAG_1 MAG_2 MAG_3 MAG_4 MER_0 MER_1 MER_2 MER_3 MER_4 GRADE FRAME",
                " 1949.76 11.5 11.4 11.3 11.2 11.1 0.05 0.04 0.03 0.02 0.02 A 1234",
                " 1950.76 99.999 29.999 11.3 11.2 11.1 0.05 0.04 0.03 0.02 0.02 D 1235"));
    Reading csv = Reading.of("x.csv", "hjd,mag,err,band\n2451949.76,11.5,0.05,V\n");

    assertThat(refusal.message()).contains("ASAS-3");
    assertThat(refusal.remedy()).contains("hjd,mag,err,band", "29.999");
    assertThat(csv.row().epoch().reference()).isEqualTo(TimeReference.HELIO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#K MERGERAD = INDEF\n#N ID MJD MAG MERR BAND \\\n1 59291.1 12.3 0.1 V\n",
        "JD,Obj1,Ref1,Chk1\n2459291.6,-1.234,0.5,0.01\n"
      })
  void tablesOfPrograms_areNamed(String text) {
    assertThat(List.of("IRAF", "MaxIm"))
        .anySatisfy(name -> assertThat(refusal(text).message()).contains(name));
  }

  private static FileRefusal refusal(String text) {
    FileRefusal refusal = Reading.of("x.txt", text).refusal();
    assertThat(refusal.code()).isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
    return refusal;
  }
}
