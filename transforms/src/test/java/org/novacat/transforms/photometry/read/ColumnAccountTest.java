package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that nobody reads: what they could have changed costs the rows their good quality. */
final class ColumnAccountTest {
  private static Reading read(String column, String one, String other) {
    StringBuilder text = new StringBuilder("JD,mag,err,filter," + column + "\n");
    for (int i = 0; i < 12; i++) {
      text.append(2459000.25 + i)
          .append(",9.1,0.1,V,")
          .append(i % 2 == 0 ? one : other)
          .append('\n');
    }
    return Reading.of("V603_Aql_x.csv", text.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "frame,target,comp",
    "check,ok,bad",
    "x,good,x",
    "seeing,good,poor",
    "timesys,TDB,UTC",
    "scale,TDB,TDB",
    "B,9.8,9.9",
    "R,8.8,8.9",
    "magnitude,8.8,8.9",
    "passband,B,R",
    "observation,positive,negative",
    "result,pass,fail",
    "validity,valid,invalid",
    "n,†,)",
    "LST,12:10,12:20",
  })
  void column_ofFlagsOrSecondValues_isUnaccountedAndCosts(String name, String one, String other) {
    Reading read = read(name, one, other);
    assertThat(read.row().qualityFlag()).as(name).isPositive();
    assertThat(read.understood().account().unaccounted()).as(name).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "observation,positive,negative",
    "validity,valid,invalid",
    "x,,)",
    "ND,N,Y",
    "measured,True,False",
    "is_real,1,0",
    "delta_censor,1,0",
    "censoring,0,1",
  })
  void flagThatCannotBeDecided_costsQualityInAShortFileToo(String name, String one, String other) {
    Reading read =
        Reading.of(
            "a.csv",
            "MJD,mag,err,band,%1$s\n59291,15.5,0.1,V,%2$s\n59292,18.3,,V,%3$s\n59293,15.7,0.1,V,%2$s\n"
                .formatted(name, one == null ? "" : one, other));
    assertThat(read.rows()).as(name).hasSize(3).allMatch(row -> row.qualityFlag() == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "JD,mag,filter,HJD;2459291.6,9.6,V,2459291.605;2459292.6,9.6,V,2459299.605",
        "MJD,mag,filter,date;59291.1,9.6,V,2021-03-18T02:24:00;59292.1,9.6,V,2021-03-20T02:24:00",
        "MJD,mag,filter,object,name;59291.1,9.6,V,V1405 Cas,V1674 Her;59292.1,9.6,V,V1405 Cas,V1674 Her",
        "JD,V,Vmag,x;2459291.6,9.61,9.71,0.1;2459292.6,9.61,9.72,0.2",
        "MJD_V,V,MJD_B,B;59291.1,12.3,59291.3,13.3;59292.1,12.3,59292.3,13.3",
      })
  void secondColumn_thatSaysOtherwise_costsQuality(String header, String one, String other) {
    Reading read = Reading.of("a.csv", header + '\n' + one + '\n' + other + '\n');
    assertThat(read.rows()).allMatch(row -> row.qualityFlag() == 1);
    assertThat(read.understood().account().unaccounted()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "JD,mag,filter,HJD;2459291.6,9.6,V,2459291.605;2459391.6,9.6,V,2459391.596",
        "MJD,mag,filter,date;59291.9,9.6,V,2021-03-18;59292.1,9.6,V,2021-03-19",
        "MJD,mag,filter,object,name;59291,9,V,V1405 Cas,Nova Cas 2021;59292,9,V,V1405 Cas,x",
      })
  void secondColumn_thatSaysTheSame_costsNothing(String header, String one, String other) {
    Reading read = Reading.of("a.csv", header + '\n' + one + '\n' + other + '\n');
    assertThat(read.rows()).allMatch(row -> row.qualityFlag() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "frame,a001.fits,a002.fits",
    "check,000-BBB-123,000-BBB-123",
    "group,1,2",
    "x,102.4,103.1",
    "seeing,2.1,3.4",
    "exposure,60s,120s",
    "ra,18:48:54.6,18:48:54.6",
  })
  void column_ofWhatItsNameSays_costsNothing(String name, String one, String other) {
    assertThat(read(name, one, other).row().qualityFlag()).as(name).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JD,mag,err,filter,mag,err,filter", "JD,mag,err,filter,mag,err,band"})
  void values_beside_costQuality(String header) {
    Reading read = Reading.of("V603_Aql_x.csv", header + "\n2459000.25,9.1,0.1,V,9.8,0.1,B\n");
    assertThat(read.row().qualityFlag()).isPositive();
  }
}
