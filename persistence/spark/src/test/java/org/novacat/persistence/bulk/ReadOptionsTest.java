package org.novacat.persistence.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOptionsTest {
  @Test
  void options_areAllOptional() {
    ReadOptions options = parsed(Map.of());

    assertThat(options.place()).isEqualTo(new TablePlace("NovaCat", null, null, null));
    assertThat(options.segments()).isZero();
    assertThat(options.readUnits()).isZero();
    assertThat(options.mode()).isEqualTo(ReadOptions.Mode.FAILFAST);
  }

  @Test
  void options_areKnownInAnyCase() {
    ReadOptions options =
        parsed(Map.of("Read-Units", "2.5", "SEGMENTS", "3", "mode", "Permissive"));

    assertThat(options.readUnits()).isEqualTo(2.5);
    assertThat(options.segments()).isEqualTo(3);
    assertThat(options.mode()).isEqualTo(ReadOptions.Mode.PERMISSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "segmnts | 1 | there is no option 'segmnts' (there are attributes, endpoint, entity, index, mode, path, read-units, region, segments, table)",
        "segments | -1 | 'segments' is '-1'",
        "segments | 9999999 | 'segments' is '9999999'",
        "read-units | 0 | 'read-units' is '0'",
        "read-units | many | 'read-units' is 'many'",
        "mode | dropmalformed | there is no mode 'dropmalformed' (there are failfast and permissive)",
        "index | Other | there is no index 'Other' (there is EligibilityIndex)",
        "endpoint | localhost:1 | endpoint 'localhost:1' is no address (write http://host:port)"
      })
  void valueThatCannotBeUsed_isNamed(String name, String value, String why) {
    assertThatThrownBy(() -> parsed(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read novacat-table: " + why);
  }

  @Test
  void embeddedAndDynamo_areNotGivenBoth() {
    assertThatThrownBy(() -> parsed(Map.of("path", "x", "region", "us-east-1")))
        .hasMessageContaining("give the one or the others");
  }

  @Test
  void columnOfATypeThatNoAttributeHas_isRefused() {
    assertThatThrownBy(
            () ->
                LocalSpark.session()
                    .read()
                    .format("novacat-table")
                    .schema("bytes BINARY")
                    .option("path", "x")
                    .load())
        .hasMessageContaining("Cannot read novacat-table: column 'bytes' is of type BINARY");
  }

  private static ReadOptions parsed(Map<String, String> options) {
    return ReadOptions.parse(new CaseInsensitiveStringMap(options));
  }
}
