package org.novacat.persistence.nova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class NovaNamesTest {
  @ParameterizedTest
  @CsvSource({
    "V1500 Cyg,        V1500 CYG",
    "v1500 cyg,        V1500 CYG",
    "V1500_Cyg,        V1500 CYG",
    "'  V1500   Cyg ', V1500 CYG",
    "V* V1500 Cyg,     V1500 CYG",
    "V*V1500 Cyg,      V1500 CYG",
    "V*_v0476__cyg,    V476 CYG",
    "V0476 Cyg,        V476 CYG",
    "V 476 Cyg,        V476 CYG",
    "NOVA CYG 1975,    NOVA CYG 1975",
    "Nova Cyg 1975,    NOVA CYG 1975",
    "V1500 Cygni,      V1500 CYG",
    "v0476_cygni,      V476 CYG",
    "Nova Cygni 1975,  NOVA CYG 1975",
    "Nova Aquilae 1918 No. 3, NOVA AQL 1918 NO. 3",
    "T Coronae Borealis, T CRB",
    "V Trianguli Australis, V TRA",
    "R Trianguli,      R TRI",
    "Nova Boötis 1877, NOVA BOO 1877",
    "RS OPHIUCHI,      RS OPH",
    "Cygni,            CYGNI",
    "Novacygni 1,      NOVACYGNI 1",
    "RS Oph,           RS OPH",
    "V* RS Oph,        RS OPH",
    "T CrB,            T CRB",
    "V0 Cyg,           V0 CYG",
    "Ｖ１５００ Cyg,       V1500 CYG",
    "V1405Cas,         V1405 CAS",
    "v1405cas,         V1405 CAS",
    "V* V1405Cas,      V1405 CAS",
    "RSOph,            RS OPH",
    "RS-Oph,           RS OPH",
    "other,            OTHER",
    "ASASSN‑18fv,      ASASSN-18FV",
    "PNV J17224490−4137160, PNV J17224490-4137160",
    "Nova Sco 2018 No.2,  NOVA SCO 2018 NO. 2",
    "Nova Sco 2018 No 2,  NOVA SCO 2018 NO. 2",
    "'Nova Sco 2018, Nr. 2', NOVA SCO 2018 NO. 2",
    "Nova Sco 2018 #2,    NOVA SCO 2018 NO. 2",
    "NovaSco2018 No.2,    NOVA SCO 2018 NO. 2",
    "Nova_Sco_2018_no_2,  NOVA SCO 2018 NO. 2",
    "Nova-Cyg-1975,    NOVA CYG 1975",
    "NovaLMC2009a,     NOVA LMC 2009A",
    "AT2018bej,        AT 2018BEJ",
    "AT 2018bej,       AT 2018BEJ",
    "SN 1572A,         SN 1572A"
  })
  void spelling_isNormalised(String name, String expected) {
    assertThat(NovaNames.normalize(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "_", "V*", "V* ", "*", "a#b"})
  void nameOfNothing_isRefused(String name) {
    assertThatThrownBy(() -> NovaNames.normalize(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot use nova name '" + name + "'");
  }

  @Test
  void nameOfMoreThan200Characters_isRefusedAndQuotedInPart() {
    assertThat(NovaNames.normalize("N".repeat(200))).hasSize(200);
    assertThat(NovaNames.isName("N".repeat(201))).isFalse();
    assertThatThrownBy(() -> NovaNames.normalize("N".repeat(300_000)))
        .hasMessage(
            "Cannot use nova name '%s…': it has 300000 characters, the most is 200 (shorten it)"
                .formatted("N".repeat(59)));
  }

  /** One letter, eighteen characters once composed: the bound is on what would be stored. */
  @Test
  void nameThatGrowsWhenComposed_isMeasuredAsItWouldBeStored() {
    assertThat(NovaNames.isName("ﷺ".repeat(12))).isFalse();
  }

  /** One way for each of the 88, whatever the shorter ones within it. */
  @Test
  void everyGenitive_isAbbreviatedToThreeLetters() {
    assertThat(Constellations.genitives()).hasSize(88);
    for (String genitive : Constellations.genitives()) {
      assertThat(NovaNames.normalize("RS " + genitive)).as(genitive).matches("RS [A-Z]{3}");
    }
  }

  @Test
  void normalForm_isItsOwnNormalForm() {
    Seeded.cases(
        1000,
        random -> {
          String normal = NovaNames.normalize(name(random));
          assertThat(NovaNames.normalize(normal)).isEqualTo(normal);
        });
  }

  @Test
  void earlierForm_isKeptBesideTheNormalOne() {
    assertThat(NovaNames.forms("V1405Cas")).containsExactly("V1405 CAS", "V1405CAS");
    assertThat(NovaNames.forms("V1405 Cas")).containsExactly("V1405 CAS");
  }

  private static String name(Random random) {
    String[] parts = {
      "V", "V*", "0", "12", "_", " ", "Cyg", "Cygni", "nova", "é", "-", ".", "2018", "No", "−"
    };
    StringBuilder name = new StringBuilder("x");
    if (random.nextBoolean()) {
      name.setLength(0);
      name.append("V* V00").append(random.nextInt(1, 999)).append(' ');
    }
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      name.append(parts[random.nextInt(parts.length)]);
    }
    return name.append("z").toString();
  }
}
