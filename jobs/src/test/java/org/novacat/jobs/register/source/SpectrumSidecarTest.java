package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.spectrum.StatedFact;

class SpectrumSidecarTest {
  @Test
  void facts_areTexts_andNumbersKeepTheirFigures() throws RejectedException {
    SpectrumSidecar read =
        parse(
            "{\"nova\": \"GQ Mus\", \"jd\": 2.4481e+06, \"flux_unit\": \" Jy \", \"medium\": null}");

    assertThat(read.nova()).isEqualTo("GQ Mus");
    assertThat(read.stated().text(StatedFact.JD)).hasValue("2.4481e+06");
    assertThat(read.stated().text(StatedFact.FLUX_UNIT)).hasValue("Jy");
    assertThat(read.stated().text(StatedFact.MEDIUM)).isEmpty();
    assertThat(read.stated().from()).isEqualTo("sidecar x.csv.sidecar.json");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"flux-unit\": \"Jy\"}', '''flux-unit'' is not one of its names'",
        "'{\"flux_unit\": \"FILL IN, such as Jy\"}', is still to be filled in",
        "'{\"flux_unit\": [\"Jy\"]}', is neither text nor a number",
        "'{\"flux_unit\": \"Jy\", \"flux_unit\": \"mJy\"}', flux_unit",
        "'{\"observer\": \"\\ud800\"}', holds half a character",
        "'[1]', it is no JSON object",
        "'{\"jd\": 1} x', Cannot read 'x.csv.sidecar.json'",
        "'{', Cannot read 'x.csv.sidecar.json'",
      })
  void mistake_isNamed(String json, String what) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining(what);
  }

  private static SpectrumSidecar parse(String json) throws RejectedException {
    return SpectrumSidecar.parse("x.csv.sidecar.json", json.getBytes(UTF_8));
  }
}
