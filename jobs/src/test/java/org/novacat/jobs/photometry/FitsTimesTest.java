package org.novacat.jobs.photometry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;

class FitsTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MJDREF=59291.4236;TIMEUNIT='d'|2459291.9236|d",
        "MJDREFI=59291;MJDREFF=0.4236;TIMEUNIT='s'|2459291.9236|s",
        "MJDREF=59291.4236|2459291.9236|s",
        "JDREF=2459291.9236;TIMEUNIT='d'|2459291.9236|d",
        "JDREFI=2459291;JDREFF=0.9236;TIMEUNIT='min'|2459291.9236|min",
        "DATEREF='2021-03-18T10:09:59.04';TIMEUNIT='s'|2459291.9236|s",
        "MJDREF=59291.4236;JDREF=2400000.5;TIMEUNIT='d'|2459291.9236|d",
        "MJDREF=59191.4236;TIMEZERO=100;TIMEUNIT='d'|2459291.9236|d",
        "MJDREF=59291.0;TIMEZERI=36599;TIMEZERF=0.04;TIMEUNIT='s'|2459291.9236|s",
        "MJDREF=59291.0;TIMEOFFS=36599.04;TIMEUNIT='s'|2459291.9236|s",
        "MJDREF=59291.4231;TIMEPIXR=0;TIMEDEL=0.001;TIMEUNIT='d'|2459291.9236|d",
        "BJDREFI=2457000;BJDREFF=0.0|2457000|d",
      })
  void cards_sayFromWhenTimesCount_andInWhat(String cards, double jd, String unit)
      throws Exception {
    Map<String, String> facts = FitsTimes.facts(header(cards), Header.EMPTY);

    assertThat(Double.parseDouble(facts.get("time-zero"))).isCloseTo(jd, within(2e-6));
    assertThat(facts.get("time-unit")).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"TREFPOS='BARYCENT'|BARYCENT", "TIMEREF='SOLARSYSTEM'|SOLARSYSTEM"})
  void placeOfTimes_isKept_withoutAMoment(String cards, String place) throws Exception {
    Map<String, String> facts = FitsTimes.facts(Header.EMPTY, header(cards));

    assertThat(facts).containsEntry("time-reference", place).doesNotContainKey("time-zero");
  }

  private static Header header(String cards) throws Exception {
    StringBuilder text = new StringBuilder();
    String all = "SIMPLE=T;BITPIX=8;NAXIS=0;" + cards;
    for (String card : all.split(";")) {
      String[] sides = card.split("=", 2);
      boolean string = sides[1].startsWith("'");
      text.append(
          "%-80s".formatted(("%-8s= " + (string ? "%s" : "%20s")).formatted(sides[0], sides[1])));
    }
    text.append("%-80s".formatted("END"));
    String padded = text + " ".repeat(2880 - text.length() % 2880);
    return FitsFile.open(padded.getBytes(US_ASCII), ReadLimits.DEFAULT).header();
  }
}
