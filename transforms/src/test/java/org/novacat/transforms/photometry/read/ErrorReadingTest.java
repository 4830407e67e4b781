package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;

/** Errors: which column is that of which values, in which unit, and on which side. */
class ErrorReadingTest {
  @ParameterizedTest
  @CsvSource({
    "mag,err (mmag),50,0.05",
    "mag,err [millimag],50,0.05",
    "mag,err_mmag,50,0.05",
    "mag,magerr (mag),0.05,0.05",
    "mag,err (1 sigma),0.05,0.05",
    "mag,err (2 sigma),0.1,0.05",
    "mag,err,0.05,0.05",
    "flux_mJy,err (%),5,0.5",
    "flux (mJy),err [percent],5,0.5",
    "flux (mJy),flux_err_percent,5,0.5",
    "flux (mJy),flux_err (uJy),500,0.5",
    "flux_mJy,err_ujy,500,0.5",
    "flux (mJy),rel_err,0.05,0.5",
    "flux (mJy),flux_err,0.5,0.5"
  })
  void error_isInTheUnitOfItsValue(String value, String error, String cell, double expected) {
    String text = "MJD,%s,%s,band\n59291.1,10,%s,5 GHz\n".formatted(value, error, cell);

    Measurement row = Reading.of("a.csv", text).row();

    assertThat(row.brightness().error()).isEqualTo(expected, within(1e-12));
    assertThat(row.qualityFlag()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "mag,err (%)",
    "mag,err (mJy)",
    "flux (mJy),err (mag)",
    "flux (mJy),err (90%)",
    "flux (mJy),err (dex)"
  })
  void errorInAUnitThatCannotBeCompared_isLeftOut_withANote(String value, String error) {
    String text = "MJD,%s,%s,band\n59291.1,10,5,5 GHz\n".formatted(value, error);

    Measurement row = Reading.of("a.csv", text).row();

    assertThat(row.brightness().error()).isNull();
    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("'5' in another unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g_mag,g_err,r_mag,r_err",
        "g_mag,e_g,r_mag,e_r",
        "g_mag,sigma_g,r_mag,sigma_r",
        "g_mag,g_magerr,r_mag,r_magerr",
        "gmag,e_gmag,rmag,e_rmag",
        "gmag,gmag_e,rmag,rmag_e",
        "g,err.g,r,err.r",
        "g,gerr,r,rerr",
        "g_mag,magerr_g,r_mag,magerr_r",
        "mag_g,mag_err_g,mag_r,mag_err_r",
        "mag_g,err_g,mag_r,err_r",
        "g,g_unc,r,r_unc",
        "g,u_g,r,u_r",
        "g,err,r,err"
      })
  void errorOfAWideTable_isThatOfItsBand(String header) {
    List<Measurement> rows =
        Reading.of("a.csv", "MJD," + header + "\n59291.1,12.3,0.1,12.1,0.2\n").rows();

    assertThat(rows).extracting(Measurement::band).containsExactly("g", "r");
    assertThat(rows).extracting(row -> row.brightness().error()).containsExactly(0.1, 0.2);
    assertThat(rows).extracting(Measurement::qualityFlag).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mag,err_lo,err_hi",
        "mag,err_low,err_high",
        "mag,e_mag,E_mag",
        "mag,-err,+err",
        "mag,err-,err+",
        "mag,mag_err-,mag_err+",
        "mag,errm,errp",
        "mag,mag_errm,mag_errp",
        "mag,err (-),err (+)",
        "mag,Err (neg),Err (pos)",
        "mag,e_lower_mag,e_upper_mag",
        "mag,mag_lower_err,mag_upper_err",
        "mag,err_minus,err_plus",
        "V,e_V,E_V",
        "V,V_err_lo,V_err_hi"
      })
  void errorOfTwoSides_isKeptAsSuch(String header) {
    String[] names = header.split(",");
    String swapped = "MJD,%s,%s,%s,band\n".formatted(names[0], names[2], names[1]);

    for (String text :
        List.of(
            "MJD,%s,band\n59291.1,12.3,0.1,0.2,V\n".formatted(header),
            swapped + "59291.1,12.3,0.2,-0.1,V\n")) {
      Brightness brightness = Reading.of("a.csv", text).row().brightness();

      assertThat(brightness.errorLow()).as(text).isEqualTo(0.1);
      assertThat(brightness.errorHigh()).as(text).isEqualTo(0.2);
    }
  }

  @Test
  void errorsOfTwoSides_ofSeveralBands_areThoseOfTheirBand() {
    List<Measurement> rows =
        Reading.of(
                "a.csv",
                "MJD,B,B_err_lo,B_err_hi,V,V_err_lo,V_err_hi\n59291.1,15.3,0.1,0.2,12.1,0.3,0.4\n")
            .rows();

    assertThat(rows).extracting(row -> row.brightness().errorLow()).containsExactly(0.1, 0.3);
    assertThat(rows).extracting(row -> row.brightness().errorHigh()).containsExactly(0.2, 0.4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mag ± err",
        "mag +/- err",
        "mag (± err)",
        "mag_with_error",
        "mag±σ",
        "brightness and error",
        "magnitude/error"
      })
  void valueWithItsErrorInOneCell_isRead_whateverTheHeader(String header) {
    Reading reading =
        Reading.of(
            "a.csv", "MJD,%s,band\n59291.1,12.34 ± 0.05,V\n59292.1,<13.1,V\n".formatted(header));

    assertThat(reading.row().brightness().value()).isEqualTo(12.34);
    assertThat(reading.row().brightness().error()).isEqualTo(0.05);
    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(13.1);
  }

  @Test
  void signOfAnErrorInAColumnOfItsOwn_isNoError() {
    Reading reading =
        Reading.of(
            "a.txt",
            Reading.lines(
                "MJD mag ± err band",
                "59291.1 12.34 ± 0.05 V",
                "59292.1 12.35 ± 0.06 V",
                "59293.1 12.36 ± 0.07 V"));

    assertThat(reading.row().brightness().error()).isEqualTo(0.05);
  }

  @ParameterizedTest
  @CsvSource({"-1", "99.9", "-99"})
  void errorThatMarksLimitsElsewhere_leavesADoubt(String error) {
    Measurement row =
        Reading.of("a.csv", "MJD;mag;err;filter\n59291.4;18.5;%s;V\n".formatted(error)).row();

    assertThat(row.brightness().error()).isNull();
    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("error '%s'".formatted(error));
  }
}
