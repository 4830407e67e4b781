package org.novacat.persistence.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
  @Test
  void bibcode_isOneOfAds() {
    assertThat(with("CC0-1.0", "2016A&A...590A.123S").bibcode()).hasSize(19);
    assertThat(with("", "").observers()).isEmpty();
    assertThatThrownBy(() -> with("", "Shore 2016"))
        .hasMessage("Cannot record bibcode 'Shore 2016': it is not one of 19 characters");
  }

  @Test
  void licenceThatIsAText_isRefused_becauseACutOneNamesAnother() {
    assertThat(with("L".repeat(200), "").licence()).hasSize(200);
    assertThatThrownBy(() -> with("L".repeat(201), ""))
        .hasMessageContaining("longer than 200 letters (give its SPDX identifier)");
  }

  private static Rights with(String licence, String bibcode) {
    return new Rights("", licence, bibcode, "", List.of(), "", "");
  }
}
