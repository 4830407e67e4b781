package org.novacat.layouts.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableStarsTest {
  @ParameterizedTest
  @ValueSource(strings = {"R", "Z", "Q", "RR", "RS", "ZZ", "AA", "QZ", "OT", "V335", "V0476"})
  void lettersInTheirOrder_areDesignations(String text) {
    assertThat(VariableStars.isDesignation(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "P", "UP", "SR", "JA", "AJ", "V334", "V1", "V0", "", "RSO"})
  void others_areNone(String text) {
    assertThat(VariableStars.isDesignation(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "V1405Cas, V1405 Cas",
    "V1405-Cas, V1405 Cas",
    "RSOph, RS Oph",
    "usco, u sco",
    "V400per, V400 per",
    "OTHer, OT Her",
    "other, other",
    "OTHER, OTHER",
    "upper, upper",
    "band, band",
    "RS Oph, RS Oph",
    "comet, comet"
  })
  void joinedNames_areParted_wordsAreNot(String name, String parted) {
    assertThat(VariableStars.parted(name)).isEqualTo(parted);
  }

  @Test
  void constellations_are88() {
    assertThat(Constellation.all()).hasSize(88).doesNotHaveDuplicates();
    assertThat(Constellation.of("CRB").genitive()).isEqualTo("Coronae Borealis");
  }
}
