package org.novacat.persistence.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.QuarantineReason;

class QuarantineFactsTest {
  @Test
  void factsBeyondTheLimit_areCounted() {
    assertThat(kept(21)).hasSize(20).containsEntry("…", "and 2 more").doesNotContainKey("F19");
  }

  /** The control. */
  @Test
  void factsUpToTheLimit_areAllKept() {
    assertThat(kept(20)).isEqualTo(facts(20));
  }

  private static Map<String, String> kept(int facts) {
    return new QuarantineFacts(QuarantineReason.OTHER, "D", "m", facts(facts), "p/").facts();
  }

  private static Map<String, String> facts(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> String.format(Locale.ROOT, "F%02d", n))
        .collect(Collectors.toMap(name -> name, name -> "value"));
  }
}
