package org.novacat.transforms.photometry.read.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.DataRights;

class SidecarRightsTest {
  @ParameterizedTest
  @CsvSource({
    ",,PUBLIC,''",
    "public,PUBLIC,PUBLIC,''",
    "CC-BY,,CC_BY,CC-BY",
    "OTHER,,OTHER,''",
    "proprietary,PRIVATE,PROPRIETARY,''",
    "private,PRIVATE,PROPRIETARY,''",
    "proprietary until 2099-01-31,PROPRIETARY until 2099-01-31,OTHER,''",
  })
  void words_sayWhoMaySeeIt_andWhatRowsSay(
      @Nullable String words, @Nullable String access, DataRights ofRows, String licence) {
    String json = words == null ? "{}" : "{\"rights\": \"%s\"}".formatted(words);

    SidecarRights read = SidecarRights.of(SidecarJson.parse(json));

    assertThat(read.access() == null ? null : read.access().text()).isEqualTo(access);
    assertThat(read.ofRows()).isEqualTo(ofRows);
    assertThat(read.licence()).isEqualTo(licence);
  }
}
