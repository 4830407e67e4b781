package org.novacat.layouts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  @Test
  void orchestratorsRun_givesItsFirstEightCharacters() {
    UUID run = UUID.fromString("cfee487b-5e77-4abf-b7cd-b3214fbda3e5");

    assertThat(RunId.ofRun(run)).hasToString("cfee487b");
  }

  @Test
  void runWithoutOne_getsTheDayAndEightCharacters() {
    Instant evening = Instant.parse("2025-10-06T23:59:59Z");

    assertThat(RunId.mint(evening, new Random(1)).text()).matches("20251006-[a-z0-9]{8}");
    assertThat(RunId.mint(evening, new Random(1))).isEqualTo(RunId.mint(evening, new Random(1)));
    assertThat(RunId.mint(evening, new Random(1))).isNotEqualTo(RunId.mint(evening, new Random(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfee487b", "abc123", "20251006-a3b4c5d6"})
  void idsOfTheSeed_areTaken(String text) {
    assertThat(new RunId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "CFEE487B", "2025-a3b4c5d6", "cfee487b5e77", "a__b__c"})
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> new RunId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use run id '%s': a run id is like 'cfee487b' or '20251006-a3b4c5d6'"
                .formatted(text));
  }
}
