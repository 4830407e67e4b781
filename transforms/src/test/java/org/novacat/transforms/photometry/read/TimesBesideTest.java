package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that are called as times are, beside the one that is read. */
class TimesBesideTest {
  private static Reading read(String header, String one, String other) {
    return Reading.of("a.csv", lines(header, one.replace(';', ','), other.replace(';', ',')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JD,HJD,mag,band|2459291.6;2459291.605;9.6;V|2459292.6;2459299.605;9.6;V",
        "date,MJD,mag,band|2021-03-18T02:24:00;59291.1;9.6;V|2021-03-20T02:24:00;59292.1;9.7;V",
        "MJD,UT,mag,band|59291.1;02:24;9.6;V|59292.1;09:24;9.7;V",
        "MJD,time,mag,band|59291.1;1.5;9.6;V|59292.1;7.5;9.7;V",
        "JD,T,V,e_V|2459291.6;12.5;12.3;0.1|2459292.6;12.5;12.4;0.1",
        "JD,V,T|2459291.6;12.3;12.5|2459292.6;12.4;12.5",
        "MJD,MJD_B,V,B|59291.1;59291.11;12.3;13.3|59292.1;59292.1;12.4;13.4",
        "MJD_V,MJD_B,V,B|59291.1;59291.11;12.3;13.3|59292.1;59292.1;12.4;13.4",
        "JD,V,t_B,B|2459291.6;12.3;2459291.8;13.3|2459292.6;12.4;2459292.8;13.4",
        "JD,V,B_time,B|2459291.6;12.3;2459291.8;13.3|2459292.6;12.4;2459292.8;13.4",
        "date,V,date_B,B|2021-03-18 02:24;12.3;2021-03-18 02:29;13.3|2021-03-19 02:24;12.4;2021-03-19 02:29;13.4",
        "JD,JDB,V,B|2459291.6;2459291.61;12.3;13.3|2459292.6;2459292.6;12.4;13.4",
      })
  void otherTimes_areNamedAndCost(String header, String one, String other) {
    Reading reading = read(header, one, other);

    assertThat(reading.row().qualityFlag()).isPositive();
    assertThat(reading.understood().account().unaccounted())
        .anySatisfy(piece -> assertThat(piece.what()).contains("\": \"none\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JD,HJD,mag,band|2459291.6;2459291.605;9.6;V|2459292.6;2459292.605;9.6;V",
        "JD,MJD,mag,band|2459291.6;59291.1;9.6;V|2459292.6;59292.1;9.6;V",
        "date,MJD,mag,band|2021-03-18;59291.1;9.6;V|2021-03-19;59292.1;9.7;V",
        "MJD,night,date,mag,band|59292.1;1;2021-03-18;9.6;V|59293.1;1;2021-03-19;9.7;V",
        "MJD,UT,mag,band|59291.1;02:24;9.6;V|59292.1;02:24;9.7;V",
        "MJD,UT,mag,band|59291.1;2.4;9.6;V|59292.1;2.4;9.7;V",
        "MJD,time,mag,band|59291.1;0.0;9.6;V|59292.1;1.0;9.7;V",
        "MJD,t (s),mag,band|59291.1;0.0;9.6;V|59292.1;86400;9.7;V",
        "MJD,T (d),mag,band|59291.1;12.5;9.6;V|59292.1;3.5;9.7;V",
        "MJD,Date (JST),mag,band|59291.1;2021-03-18 11:24;9.6;V|59292.1;2021-03-19 11:24;9.7;V",
        "MJD,LocalTime,mag,band|59291.1;2021-03-18 04:24;9.6;V|59292.1;2021-03-19 04:24;9.7;V",
        "MJD,phase,mag,band|59291.1;0.1;9.6;V|59292.1;0.6;9.7;V",
        "MJD,JD-2450000,mag,band|59291.1;9291.6;9.6;V|59292.1;9292.6;9.7;V",
        "MJD,date,mag,band|59291.1;03/18/2021;9.6;V|59292.1;03/19/2021;9.7;V",
        "MJD,MJD_B,V,B|59291.1;59291.1;12.3;13.3|59292.1;59292.1;12.4;13.4",
        "MJD,JD,mag,band|59291.1;;9.6;V|59292.1;2459292.6;9.7;V",
      })
  void sameTimes_costNothing(String header, String one, String other) {
    assertThat(read(header, one, other).row().qualityFlag()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JD,V,e_V,Lp|2459291.6;12.3;0.1;5.0|2459292.6;12.4;0.1;5.0",
        "JD,V,B,RP|2459291.6;12.3;13.1;0.5|2459292.6;12.4;13.2;0.5",
        "JD,V,K|2459291.6;12.3;11.5|2459292.6;12.4;11.5",
        "JD,V,e_V,M|2459291.6;12.3;0.1;0.3|2459292.6;12.4;0.1;0.4",
      })
  void bandsThatMayBeOtherThings_areLeftAndCost(String header, String one, String other) {
    Reading reading = read(header, one, other);

    assertThat(reading.rows()).extracting(row -> row.band()).doesNotContain("Lp", "RP", "K", "M");
    assertThat(reading.row().brightness().value()).isEqualTo(12.3);
    assertThat(reading.row().qualityFlag()).isPositive();
    assertThat(reading.understood().account().unaccounted()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JD,V,K,e_K|2459291.6;12.3;11.5;0.1|K",
        "JD,J,H,K|2459291.6;12.3;12.1;11.5|K",
        "JD,V,Kmag|2459291.6;12.3;11.5|K",
        "JD,V,RP (mag)|2459291.6;12.3;11.5|RP",
        "JD,BP,RP|2459291.6;12.3;11.5|RP",
        "JD,RP|2459291.6;11.5|RP",
      })
  void bandsThatTheirTableTells_areRead(String header, String row, String band) {
    assertThat(Reading.of("a.csv", lines(header, row.replace(';', ','))).rows())
        .filteredOn(measurement -> measurement.band().equals(band))
        .extracting(measurement -> measurement.brightness().value())
        .containsExactly(11.5);
  }
}
