package org.novacat.transforms.photometry.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandSiblingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"5GHz", "5 GHz", "C", "X", "Ku", "C band", "C-band", "610 MHz", "20 cm"})
  void bareNumberAmongRadioBands_isAFrequency(String sibling) {
    assertThat(BandSiblings.readings(Set.of("4.5", "3.6", sibling), true))
        .isEqualTo(Map.of("4.5", "4.5 GHz", "3.6", "3.6 GHz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[5.8]", "W1", "I2", "IRAC1", "WISE W3", "Ks"})
  void bareNumberAmongInfraredBands_isOneOfIrac(String sibling) {
    assertThat(BandSiblings.readings(Set.of("4.5", "3.6", sibling), true))
        .isEqualTo(Map.of("4.5", "[4.5]", "3.6", "[3.6]"));
  }

  @Test
  void bareNumberOfMagnitudes_isOneOfIrac_andOfFluxesAloneUnknown() {
    assertThat(BandSiblings.readings(Set.of("4.5", "3.6"), false)).hasSize(2);
    assertThat(BandSiblings.readings(Set.of("4.5", "3.6"), true)).isEmpty();
  }

  @Test
  void bareNumberAmongBoth_isUnknown() {
    assertThat(BandSiblings.readings(Set.of("4.5", "5GHz", "W1"), true)).isEmpty();
  }

  @Test
  void numbersThatAreNoneOfIrac_areLeft() {
    assertThat(BandSiblings.readings(Set.of("4.5", "1", "2"), false)).isEmpty();
  }

  @Test
  void gBesideBpAndRp_isGaia() {
    assertThat(BandSiblings.readings(Set.of("G", "BP", "RP"), false))
        .isEqualTo(Map.of("G", "Gaia G"));
    assertThat(BandSiblings.readings(Set.of("G", "V"), false)).isEmpty();
  }

  @Test
  void lBesideJAndK_isInfrared_andAmongOthersItIsOpen() {
    assertThat(BandSiblings.readings(Set.of("J", "K", "L"), false)).isEqualTo(Map.of("L", "L'"));
    assertThat(BandSiblings.readings(Set.of("L", "R", "G", "B"), false)).isEmpty();
    assertThat(BandSiblings.readings(Set.of("L", "J", "V"), false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uvw2", "UVM2", "uw1", "UVOT uvw1"})
  void smallLettersBesideFiltersOfSwift_areSwifts(String sibling) {
    assertThat(BandSiblings.readings(Set.of("u", "b", "w2", sibling), false))
        .isEqualTo(Map.of("u", "UVOT U", "b", "UVOT B", "w2", "UVOT UVW2"));
    assertThat(BandSiblings.readings(Set.of("u", "g", "r"), false)).isEmpty();
  }
}
