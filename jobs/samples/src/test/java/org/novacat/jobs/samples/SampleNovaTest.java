package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.position.SkyPosition;

class SampleNovaTest {
  @Test
  void name_andAlias_followFromThePlace() {
    assertThat(SampleNova.number(0))
        .isEqualTo(
            new SampleNova(
                "Sample Nova Cyg 2101",
                306.12,
                41.35,
                List.of("Nova Cyg 2101", "SAMPLE J202428.80+412100.0")));
    assertThat(SampleNova.number(1).aliases())
        .containsExactly("Nova Sgr 2102", "SAMPLE J180712.00-282512.0");
  }

  @Test
  void hundredNovae_haveNamesAndPlacesOfTheirOwn() {
    List<SampleNova> novae = IntStream.range(0, 100).mapToObj(SampleNova::number).toList();

    assertThat(novae).extracting(SampleNova::name).doesNotHaveDuplicates();
    assertThat(novae).flatExtracting(SampleNova::aliases).doesNotHaveDuplicates();
    for (int i = 0; i + 8 < novae.size(); i++) {
      assertThat(place(novae.get(i)).separationArcsec(place(novae.get(i + 8)))).isGreaterThan(30);
    }
  }

  private static SkyPosition place(SampleNova nova) {
    return new SkyPosition(nova.raDeg(), nova.decDeg());
  }
}
