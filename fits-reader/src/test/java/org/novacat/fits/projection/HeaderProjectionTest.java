package org.novacat.fits.projection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;

class HeaderProjectionTest {
  @Test
  void cardsOfUse_areNamedByHduAndKeyword() {
    Map<String, String> values =
        projection(
            "EXPTIME = 600.0 / s", "DATE-OBS= '2021-08-24T21:00:00'", "OBJECT  = 'V339 Del'");

    assertThat(values)
        .containsOnly(
            Map.entry("h0_exptime", "600.0"),
            Map.entry("h0_date_obs", "2021-08-24T21:00:00"),
            Map.entry("h0_object", "V339 Del"));
  }

  @Test
  void hierarchCard_isNamedByItsWords() {
    assertThat(
            projection(
                "HIERARCH ESO TEL AIRM START = 1.041 / Airmass at start",
                "HIERARCH ESO INS SLIT1 NAME = '0.4x11'",
                "HIERARCH ESO TEL AMBI RHUM = 12."))
        .containsOnly(
            Map.entry("h0_eso_tel_airm_start", "1.041"),
            Map.entry("h0_eso_ins_slit1_name", "0.4x11"),
            Map.entry("h0_eso_tel_ambi_rhum", "12."));
  }

  @Test
  void repeatedCards_areNumbered() {
    assertThat(projection("AIRMASS = 1.1", "AIRMASS = 1.2", "AIRMASS = 1.3"))
        .containsOnly(
            Map.entry("h0_airmass", "1.1"),
            Map.entry("h0_airmass_2", "1.2"),
            Map.entry("h0_airmass_3", "1.3"));
  }

  @Test
  void coefficientsAndTelemetry_areNotTaken() {
    assertThat(
            projection(
                "WAT2_001= 'wtype=multispec spec1 = \"1 1 2 1. 2.\"'",
                "HIERARCH ESO DET OUT1 GAIN = 0.5",
                "HIERARCH ESO TEL FOCU VALUE = -2.1",
                "CRVAL1  = 4000.0",
                "PC001001= 1.0",
                "COMMENT   OBJECT = no card",
                "HISTORY   EXPTIME = 3"))
        .isEmpty();
  }

  @Test
  void valueThatIsMissing_isNoValue() {
    assertThat(projection("OBJECT  =", "OBSERVER= '   '", "FILTER")).isEmpty();
  }

  private static Map<String, String> projection(String... cards) {
    StringBuilder header = new StringBuilder();
    add(header, "SIMPLE  = T");
    add(header, "BITPIX  = 8");
    add(header, "NAXIS   = 0");
    for (String card : cards) {
      add(header, card);
    }
    add(header, "END");
    while (header.length() % 2880 != 0) {
      header.append(' ');
    }
    byte[] bytes = header.toString().getBytes(US_ASCII);
    return HeaderProjection.of(FitsFile.open(bytes, ReadLimits.DEFAULT));
  }

  private static void add(StringBuilder header, String card) {
    int equals = card.startsWith("HIERARCH") ? -1 : card.indexOf("= ");
    String fixed =
        equals == 8 && !card.contains("'")
            ? card.substring(0, 10)
                + String.format(Locale.ROOT, "%20s", value(card))
                + comment(card)
            : card;
    header.append(String.format(Locale.ROOT, "%-80s", fixed));
  }

  private static String value(String card) {
    String text = card.substring(10);
    int slash = text.indexOf('/');
    return (slash < 0 ? text : text.substring(0, slash)).strip();
  }

  private static String comment(String card) {
    int slash = card.indexOf('/');
    return slash < 0 ? "" : " " + card.substring(slash);
  }
}
