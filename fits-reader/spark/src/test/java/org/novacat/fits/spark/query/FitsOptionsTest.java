package org.novacat.fits.spark.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.spark.LocalSpark;
import org.novacat.fits.spark.file.FileChoice;

class FitsOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode              | image    | Cannot read FITS: option 'mode' is 'image' (use hdus, table or spectra)",
        "mode              | FAILFAST | Cannot read FITS: option 'mode' is 'FAILFAST' (it says what a row is: hdus, table or spectra; what becomes of damaged files is option 'parseMode')",
        "parseMode         | strict   | Cannot read FITS: option 'parseMode' is 'strict' (use PERMISSIVE, DROPMALFORMED or FAILFAST)",
        "maxPartitionBytes | many     | Cannot read FITS: option 'maxPartitionBytes' is 'many' (write a size such as 64m)",
        "openCostInBytes   | -1       | Cannot read FITS: option 'openCostInBytes' is '-1' (write a size such as 64m)",
        "paths             | a,b      | Cannot read FITS: option 'paths' is 'a,b' (use load(path, path, …))",
        "recursiveFileLookup | 1      | Cannot read FITS: option 'recursiveFileLookup' is '1' (write true or false)",
        "columns           | mag      | Cannot read FITS: option 'columns' is not known (there are mode, hdu, parseMode, columnNameOfCorruptRecord, headers, path, paths, recursiveFileLookup, pathGlobFilter, maxPartitionBytes, openCostInBytes, maxFileBytes)"
      })
  void nonsense_isRefused_withWhatToDo(String option, String value, String message) {
    assertThatThrownBy(() -> LocalSpark.options(Map.of("path", "x", option, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void noPath_isRefused() {
    assertThatThrownBy(() -> LocalSpark.options(Map.of()))
        .hasMessage("Cannot read FITS: no path is given (use load(path))");
  }

  @Test
  void defaults_areThoseOfTheDocument() {
    FitsOptions options = LocalSpark.options(Map.of("path", "x"));

    assertThat(options.mode()).isEqualTo(Mode.TABLE);
    assertThat(options.hdu()).hasToString("first table");
    assertThat(options.parseMode()).isEqualTo(ParseMode.PERMISSIVE);
    assertThat(options.corruptColumn()).isEqualTo("_corrupt_record");
    assertThat(options.headers()).isEmpty();
    assertThat(options.files()).isEqualTo(new FileChoice(List.of("x"), true, ""));
    assertThat(options.partitionBytes()).isEqualTo(128L << 20);
    assertThat(options.openCostBytes()).isEqualTo(1L << 20);
    assertThat(options.limits().maxInflatedBytes()).isEqualTo(512L << 20);
  }

  @Test
  void sizes_mayHaveUnits_andNamesAnyCase() {
    FitsOptions options =
        LocalSpark.options(Map.of("PATH", "x", "MAXPARTITIONBYTES", "32m", "maxfilebytes", "3g"));

    assertThat(options.partitionBytes()).isEqualTo(32L << 20);
    assertThat(options.limits().maxInflatedBytes()).isEqualTo(Integer.MAX_VALUE - 8);
  }

  @Test
  void optionsWithADot_areSettingsOfTheFileSystem() {
    FitsOptions options = LocalSpark.options(Map.of("path", "x", "fs.s3a.Endpoint", "e"));

    assertThat(options.apply(new Configuration(false)).get("fs.s3a.Endpoint")).isEqualTo("e");
  }

  @Test
  void headers_haveTypeAndName() {
    assertThat(HeaderColumn.parse("object, MJD-OBS double AS mjd ,ESO TEL ALT DOUBLE, A as b,"))
        .containsExactly(
            new HeaderColumn("OBJECT", HeaderColumn.Type.STRING, "OBJECT"),
            new HeaderColumn("MJD-OBS", HeaderColumn.Type.DOUBLE, "mjd"),
            new HeaderColumn("ESO TEL ALT", HeaderColumn.Type.DOUBLE, "ESO TEL ALT"),
            new HeaderColumn("A", HeaderColumn.Type.STRING, "b"));
  }

  @Test
  void headerOfATypeThatThereIsNot_isRefused() {
    assertThatThrownBy(() -> HeaderColumn.parse("B, A INT AS a"))
        .hasMessage(
            "Cannot read FITS: option 'headers' has 'A INT AS a' (write KEYWORD [STRING|DOUBLE|BIGINT|BOOLEAN] [AS name])");
  }

  @ParameterizedTest
  @CsvSource({"2, 2, ", "SCI, -1, SCI", "' 1D SPECTRUM ', -1, 1D SPECTRUM"})
  void hdu_isANumberOrAName(String text, int number, String name) {
    assertThat(HduChoice.parse(text)).isEqualTo(new HduChoice(number, name));
  }
}
