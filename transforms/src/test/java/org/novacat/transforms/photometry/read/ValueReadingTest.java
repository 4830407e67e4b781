package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.photometry.RowRejectionCode.NO_MEASUREMENT;
import static org.novacat.layouts.photometry.RowRejectionCode.UNIT_UNKNOWN;
import static org.novacat.layouts.photometry.RowRejectionCode.VALUE_OUT_OF_RANGE;
import static org.novacat.layouts.photometry.RowRejectionCode.VALUE_UNPARSABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Values, limits and errors in the notations of observers (specification, section 5). */
class ValueReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"<15.2", ">15.2", "[15.2", "15.2<", "< 15.2", "<15.2:", "[15.2]", "≥15.2"})
  void limit_isNeverADetection(String cell) {
    Brightness brightness = tsv(cell).row().brightness();

    assertThat(brightness.value()).isNull();
    assertThat(brightness.limit()).isEqualTo(15.2);
    assertThat(brightness.limitSigma()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1,true",
    "y,true",
    "true,true",
    "<,true",
    ">,true",
    "0,false",
    "'',false",
    "n,false"
  })
  void flagOfALimit_makesOne(String flag, boolean limit) {
    String text = "JD\tMag\tBand\tUL\n2456104.5\t15.2\tV\t%s\n".formatted(flag);

    assertThat(Reading.of("a.tsv", text).row().brightness().isLimit()).isEqualTo(limit);
  }

  @Test
  void limitBesideNoMagnitude_isTheLimit() {
    String text = "JD,Mag,e_Mag,Limit,Band\n2456104.5,,,18.1,V\n2456105.5,12.1,0.1,18.2,V\n";

    Reading reading = Reading.of("a.csv", text);

    assertThat(reading.rows().get(0).brightness().limit()).isEqualTo(18.1);
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(12.1);
  }

  @Test
  void negativeMagnitude_isReal() {
    assertThat(tsv("-0.50").row().brightness().value()).isEqualTo(-0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-", "--", "---", "...", "na", "N/A", "NaN", "null", "None", "INDEF", "99.9", "99.99",
        "99.999", "-99", "-99.9", "-999", "9999"
      })
  void waysToSayNothing_areNoMeasurement(String cell) {
    assertThat(mostlyGood(cell).codes()).containsExactly(NO_MEASUREMENT);
  }

  @Test
  void magnitudeThatCannotBe_isRejected() {
    assertThat(mostlyGood("35.1").codes()).containsExactly(VALUE_OUT_OF_RANGE);
    assertThat(mostlyGood("-10.1").codes()).containsExactly(VALUE_OUT_OF_RANGE);
    assertThat(mostlyGood("<35.1").codes()).containsExactly(VALUE_OUT_OF_RANGE);
    assertThat(mostlyGood("abc").codes()).containsExactly(VALUE_UNPARSABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "1.9 ± 0.1,1.9,0.1",
    "1.9+/-0.1,1.9,0.1",
    "2.05(3),2.05,0.03",
    "2.05(12),2.05,0.12",
    "12(1),12,1"
  })
  void errorInsideTheCell_isTheError(String cell, double value, double error) {
    Brightness brightness = tsv(cell).row().brightness();

    assertThat(brightness.value()).isEqualTo(value);
    assertThat(brightness.error()).isEqualTo(error, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.3:", "12.3?", "12.3 :"})
  void doubt_isKept(String cell) {
    Measurement row = tsv(cell).row();

    assertThat(row.brightness().value()).isEqualTo(12.3);
    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.qualityBits()).isEqualTo(QualityBits.UNCERTAIN);
  }

  @ParameterizedTest
  @CsvSource({"0.4,0,0", "0.6,1,2", "1.2,2,2", "0,0,0", "9.999,0,0", "-1,1,1", "99.99,1,1"})
  void largeError_lowersTheQuality(String error, int flag, int bits) {
    Measurement row =
        Reading.of("a.csv", "JD,Mag,Err,Band\n2456104.5,12.5,%s,V\n".formatted(error)).row();

    assertThat(row.qualityFlag()).isEqualTo(flag);
    assertThat(row.qualityBits()).isEqualTo(bits);
    assertThat(row.brightness().error() == null).isEqualTo(!error.matches("0.4|0.6|1.2"));
  }

  @Test
  void decimalComma_countsWhereNoCommaDivides_andNoNumberHasAPoint() {
    String comma = "JD;Mag;Err;Band\n2456104,5;12,25;0,1;V\n";
    String mixed = "JD;Mag;Err;Band\n2456104.5;12,25;0.1;V\n2456105.5;12.3;0.1;V\n";
    String quoted = "JD,Mag,Band\n2456104.5,\"12,25\",V\n2456105.5,12.3,V\n2456106.5,12.3,V\n";

    assertThat(Reading.of("a.csv", comma).row().brightness().value()).isEqualTo(12.25);
    assertThat(Reading.of("a.csv", mixed).codes()).containsExactly(VALUE_UNPARSABLE);
    assertThat(Reading.of("a.csv", quoted).codes()).containsExactly(VALUE_UNPARSABLE);
  }

  @Test
  void negativeFlux_isLegal_andItsLimitsAreUpperOnes() {
    String text =
        Reading.lines(
            "MJD,flux(mJy),flux_err,Band",
            "56104.5,-0.2,0.1,5 GHz",
            "56105.5,<0.3,,5 GHz",
            "56106.5,>0.3,,5 GHz",
            "56107.5,0.8,0.1,5 GHz");

    Reading reading = Reading.of("a.csv", text);

    assertThat(reading.row().brightness())
        .isEqualTo(Brightness.detection(Quantity.FLUX_DENSITY, "mJy", -0.2, 0.1));
    assertThat(reading.rows().get(1).brightness())
        .isEqualTo(Brightness.limit(Quantity.FLUX_DENSITY, "mJy", 0.3, null));
    assertThat(reading.codes()).containsExactly(VALUE_UNPARSABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "erg cm-2 s-1,erg/cm2/s,FLUX_DENSITY",
    "erg/s/cm^2,erg/cm2/s,FLUX_DENSITY",
    "erg cm^-2 s^-1 Hz^-1,erg/cm2/s/Hz,FLUX_DENSITY",
    "erg/cm2/s/Angstrom,erg/cm2/s/A,FLUX_DENSITY",
    "erg s**-1 cm**-2 keV**-1,erg/cm2/s/keV,FLUX_DENSITY",
    "cm-2 s-1,ph/cm2/s,FLUX_DENSITY",
    "photons/cm2/s,ph/cm2/s,FLUX_DENSITY",
    "µJy,uJy,FLUX_DENSITY",
    "microJy,uJy,FLUX_DENSITY",
    "ct/s,ct/s,COUNT_RATE",
    "counts s-1,ct/s,COUNT_RATE",
    "cps,ct/s,COUNT_RATE"
  })
  void unitInAnySpelling_isTheCanonicalOne(String unit, String canonical, Quantity quantity) {
    Brightness brightness =
        Reading.of("a.csv", "MJD,flux [%s],Band\n56104.5,0.2,X\n".formatted(unit))
            .row()
            .brightness();

    assertThat(brightness.unit()).isEqualTo(canonical);
    assertThat(brightness.quantity()).isEqualTo(quantity);
  }

  @Test
  void fluxWithoutAUnit_isRejected_andASidecarMendsIt() {
    String text = "MJD,flux,Band\n56104.5,0.2,5 GHz\n";

    Reading bare = Reading.of("a.csv", text);

    assertThat(bare.refusal().code()).isEqualTo(FileRefusalCode.TOO_MANY_REJECTED_ROWS);
    assertThat(bare.codes()).containsExactly(UNIT_UNKNOWN);
    assertThat(bare.refusal().remedy()).contains("\"unit\"");
    assertThat(Reading.of("a.csv", text, "{\"unit\": \"mJy\"}").row().brightness().unit())
        .isEqualTo("mJy");
  }

  @Test
  void fluxBesideAMagnitude_isANote_andNoSecondPoint() {
    String text = "MJD,mag,mag_err,flux(mJy),flux_err,Band\n56104.5,12.5,0.1,3.2,0.3,V\n";

    Reading reading = Reading.of("a.csv", text);

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.row().brightness().error()).isEqualTo(0.1);
    assertThat(reading.row().notes()).isEqualTo("flux (mJy)=3.2±0.3");
  }

  @Test
  void emptyFile_headerAlone_andNoise_areRefusedByCode() {
    assertThat(Reading.of("a.csv", " \r\n").refusal().code()).isEqualTo(FileRefusalCode.EMPTY_FILE);
    assertThat(Reading.of("a.csv", "JD,Mag,Band\n").refusal().code())
        .isEqualTo(FileRefusalCode.NO_DATA_ROWS);
    assertThat(Reading.of("a.txt", "Dear all,\nplease find the data attached\n").refusal().code())
        .isEqualTo(FileRefusalCode.UNRECOGNIZED_FORMAT);
    assertThat(Reading.of("a.csv", "JD,loglum,Band\n2456104.5,36.1,X\n").refusal().code())
        .isEqualTo(FileRefusalCode.UNSUPPORTED_QUANTITY);
  }

  @Test
  void limitsOnBytesAndRows_hold_atTheLastOneAllowed() {
    Upload upload =
        Upload.of("a.csv", "JD,Mag,Band\n2456104.5,1,V\n2456105.5,1,V\n".getBytes(UTF_8));
    int length = upload.bytes().length;

    assertThat(Reading.of(upload, Reading.limited(length, 2)).rows()).hasSize(2);
    assertThat(Reading.of(upload, Reading.limited(length, 1)).refusal().code())
        .isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
    assertThat(Reading.of(upload, Reading.limited(length - 1, 2)).refusal().code())
        .isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
  }

  @Test
  void fileIsRefused_whenMoreThanHalfOfItsRowsSpeakAgainstIt() {
    String good = "2456104.5,12.5,V\n";
    String bad = "2456104.5,abc,V\n";
    String blank = "2456104.5,,V\n";
    String header = "JD,Mag,Band\n";

    assertThat(Reading.of("a.csv", header + good + bad).rows()).hasSize(1);
    assertThat(Reading.of("a.csv", header + good + blank + blank + blank).format())
        .isEqualTo("csv");
    assertThat(Reading.of("a.csv", header + good + bad + bad).refusal().code())
        .isEqualTo(FileRefusalCode.TOO_MANY_REJECTED_ROWS);
  }

  private static Reading tsv(String cell) {
    return Reading.of("a.tsv", "JD\tMag\tBand\n2456104.5\t%s\tV\n".formatted(cell));
  }

  private static Reading mostlyGood(String cell) {
    return Reading.of(
        "a.tsv",
        "JD\tMag\tBand\n2456104.5\t%s\tV\n2456105.5\t1.0\tV\n2456106.5\t1.1\tV\n".formatted(cell));
  }

  @Test
  void sidecarAgainstTheFile_isNoted() {
    String counts = Reading.lines("MJD,flux,zp,filter", "59291.5,1000,25,V");
    String filter = Reading.lines("# Filter: B", "MJD,mag", "59291.5,12.3");

    assertThat(Reading.of("a.csv", counts, "{\"zero-point\": 20.44}").understood().notes())
        .contains("The sidecar says zero-point '20.44' whatever column 'zp' says");
    assertThat(Reading.of("a.csv", filter, "{\"band\": \"R\"}").understood().notes())
        .contains("The sidecar says band 'R' whatever the file says");
    assertThat(Reading.of("a.csv", filter, "{\"band\": \"B\"}").understood().notes()).isEmpty();
  }
}
