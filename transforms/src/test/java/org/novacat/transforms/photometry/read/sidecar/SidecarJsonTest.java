package org.novacat.transforms.photometry.read.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.Reading;
import org.novacat.transforms.photometry.read.column.Role;

class SidecarJsonTest {
  @Test
  void everyName_isRead() {
    Sidecar sidecar =
        SidecarJson.parse(
            """
            {"nova": "V339 Del", "columns": {"1": "epoch", "Flux": "band-value"},
             "bands": {"Q9": "V"}, "time-system": "hjd_utc", "time-scale": "TT",
             "time-reference": "BARY", "time-offset": 2400000, "t0": 2456628.5,
             "zero-point": "20.44", "zero-point-jy": 3631, "band": "TESS", "unit": "mJy",
             "magnitude-system": "AB", "bibcode": "2010ApJS..187..275S", "rights": "CC-BY"}
            """);

    assertThat(sidecar.text(SidecarKey.NOVA)).isEqualTo("V339 Del");
    assertThat(sidecar.columns()).isEqualTo(Map.of("1", Role.EPOCH, "Flux", Role.BAND_VALUE));
    assertThat(sidecar.bands()).isEqualTo(Map.of("Q9", "V"));
    assertThat(sidecar.timeSystem()).isEqualTo(EpochSystem.HJD_UTC);
    assertThat(sidecar.timeScale()).isEqualTo(TimeScale.TT);
    assertThat(sidecar.timeReference()).isEqualTo(TimeReference.BARY);
    assertThat(sidecar.t0Mjd()).isEqualTo(56628);
    assertThat(sidecar.zeroPoint()).isEqualTo(20.44);
    assertThat(sidecar.text(SidecarKey.RIGHTS)).isEqualTo("CC-BY");
    assertThat(SidecarJson.parse("{}").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"novae\": \"V339 Del\"}|'novae' is not one of its names",
        "{\"time-system\": \"GJD\"}|'time-system' is 'GJD'",
        "{\"t0\": \"last winter\"}|'t0' is 'last winter'",
        "{\"time-offset\": \"many\"}|write a number",
        "{\"columns\": {\"1\": \"epos\"}}|names the role 'epos'",
        "{\"columns\": \"1\"}|is no JSON object",
        "{\"nova\": [\"a\"]}|'nova' is no text",
        "{\"band\": \"FILL IN, such as V\"}|is still to be filled in",
        "{\"rights\": \"CC-BY-NC\"}|'rights' is 'CC-BY-NC' (write PUBLIC, PRIVATE, 'PROPRIETARY until YYYY-MM-DD', or one of public, CC-BY, ",
        "{\"origin\": \"friend\"}|'origin' is 'friend' (write one of literature, ",
        "{\"magnitude-system\": \"Vgea\"}|'magnitude-system' is 'Vgea' (write one of Vega, AB, ",
        "{\"unit\": \"mCrab\"}|'unit' is 'mCrab' (write a unit such as mJy",
        "[]|it is no JSON object",
        "{|Cannot read JSON"
      })
  void mistake_isNamed(String json, String message) {
    assertThatThrownBy(() -> SidecarJson.parse(json))
        .isInstanceOf(SidecarException.class)
        .hasMessageContaining(message);
  }

  @Test
  void longAttribution_isAMistake() {
    String json = "{\"donor\": \"%s\"}";

    assertThat(SidecarJson.parse(json.formatted("x".repeat(512))).text(SidecarKey.DONOR))
        .hasSize(512);
    assertThatThrownBy(() -> SidecarJson.parse(json.formatted("x".repeat(513))))
        .isInstanceOf(SidecarException.class)
        .hasMessageContaining("write at most 512 characters");
  }

  @Test
  void mistake_refusesTheFile_withARemedy() {
    SidecarException mistake = new SidecarException("'t0' is 'soon'", "write a JD");

    assertThat(mistake.refusal("x").code()).isEqualTo(FileRefusalCode.SIDECAR_INVALID);
    assertThat(mistake.refusal("x").message()).isEqualTo("'t0' is 'soon'");
    assertThat(mistake.refusal("x").remedy())
        .isEqualTo("Mend it (write a JD) and register the file again");
  }

  @Test
  void columnThatTheFileHasNot_refusesTheFile() {
    Reading reading =
        Reading.of(
            "a.csv", "JD,Mag,Band\n2456104.5,2.7,V\n", "{\"columns\": {\"Time\": \"epoch\"}}");

    assertThat(reading.refusal().code()).isEqualTo(FileRefusalCode.MISSING_REQUIRED_COLUMN);
    assertThat(reading.refusal().message()).contains("'Time'");
  }

  @Test
  void columns_areNamedOrNumbered_againstTheirHeaders() {
    Reading reading =
        Reading.of(
            "a.csv",
            "when;how bright;how sure\n2456104.5;2.7;0.1\n",
            "{\"columns\": {\"when\": \"epoch\", \"2\": \"value\", \"3\": \"error\"}, \"band\": \"V\"}");

    assertThat(reading.row().brightness().value()).isEqualTo(2.7);
    assertThat(reading.row().brightness().error()).isEqualTo(0.1);
  }

  @Test
  void bandOfTheFile_staysBesideTheAssertedOne() {
    Reading reading =
        Reading.of("a.csv", "JD,Mag,Band\n2456104.5,2.7,Q9\n2456105.5,2.7,\n", "{\"band\": \"V\"}");

    assertThat(reading.rows().get(0).band()).isEqualTo("Q9");
    assertThat(reading.rows().get(1).band()).isEqualTo("V");
    assertThat(reading.understood().notes()).hasSize(1);
  }
}
