package org.novacat.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.persistence.testing.Samples;

class RunKeyTest {
  private static final Instant AT = Instant.parse("2026-02-21T20:45:10.250Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void sameWork_hasTheSameKey() {
    RunKey key = RunKey.of("initialize_nova", "v1500 cyg", 1);

    assertThat(key.text()).isEqualTo("initialize_nova:v1500 cyg:1");
    assertThat(key.workflow()).isEqualTo("initialize_nova");
    assertThat(key)
        .isEqualTo(RunKey.of("initialize_nova", "v1500 cyg", 1))
        .hasSameHashCodeAs(RunKey.of("initialize_nova", "v1500 cyg", 1))
        .isNotEqualTo(RunKey.of("initialize_nova", "v1500 cyg", 2))
        .isNotEqualTo(RunKey.of("initialize_nova", "v339 del", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H,  2026-02-21T20:00:00Z,     2026-02-21T20:59:59.999Z, 20260221T200000Z",
    "PT24H, 2026-02-21T00:00:00Z,     2026-02-21T23:59:59.999Z, 20260221T000000Z",
    "PT1S,  2026-02-21T20:45:10Z,     2026-02-21T20:45:10.999Z, 20260221T204510Z",
    "PT24H, 1969-12-31T00:00:00.001Z, 1969-12-31T23:59:59Z,     19691231T000000Z"
  })
  void sourceThatIsAskedAgain_hasOneKeyABucket(
      Duration bucket, Instant first, Instant last, String expected) {
    RunKey key = polled(first, bucket);

    assertThat(key.text()).isEqualTo("discover:eso:3:" + expected);
    assertThat(polled(last, bucket)).isEqualTo(key);
    assertThat(polled(last.plusSeconds(1), bucket)).isNotEqualTo(key);
    assertThat(polled(first.minusSeconds(1), bucket)).isNotEqualTo(key);
  }

  @Test
  void keyIsNotInWhatIsPrinted() {
    assertThat(RunKey.of("initialize_nova", "v1500 cyg", 1)).hasToString("key of initialize_nova");
  }

  @Test
  void lockOfTheKey_isUnderItsText() {
    RunKey key = RunKey.of("bundle", "plan", 1);

    assertThat(key.once(Samples.bytes(1)).key()).isEqualTo(key.text());
    assertThat(key.once(Samples.bytes(1)).payloadHash()).isEqualTo(Samples.bytes(1).hex());
  }

  @ParameterizedTest
  @CsvSource({"a:b, s, 1", "a#b, s, 1", "' ', s, 1", "w, ' ', 1", "w, s, 0"})
  void partsThatMakeNoKey_areRefused(String workflow, String subject, int version) {
    assertThatThrownBy(() -> RunKey.of(workflow, subject, version))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot make key of workflow '%s'".formatted(workflow));
  }

  @Test
  void subjectWithoutEnd_andBucketOfNoLength_areRefused() {
    assertThat(RunKey.of("w", "s".repeat(250), 1).text()).hasSize(254);
    assertThatThrownBy(() -> RunKey.of("w", "s".repeat(251), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> polled(AT, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> polled(AT, DAY.plusMillis(1)))
        .hasMessageContaining("is not one of whole seconds");
  }

  private static RunKey polled(Instant at, Duration bucket) {
    return RunKey.polled("discover", "eso", 3, at, bucket);
  }
}
