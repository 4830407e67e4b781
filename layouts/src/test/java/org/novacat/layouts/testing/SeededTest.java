package org.novacat.layouts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeededTest {
  private String given;

  @BeforeEach
  void setAsideTheRunsOwnSeed() {
    given = System.clearProperty(Seeded.PROPERTY);
  }

  @AfterEach
  void putItBack() {
    System.clearProperty(Seeded.PROPERTY);
    if (given != null) {
      System.setProperty(Seeded.PROPERTY, given);
    }
  }

  @Test
  void cases_runThatOften_withDifferentRandoms() {
    Set<Long> drawn = new HashSet<>();

    Seeded.cases(1000, random -> drawn.add(random.nextLong()));

    assertThat(drawn).hasSize(1000);
  }

  @Test
  void failure_namesASeed_thatReplaysIt() {
    Set<Long> failed = new HashSet<>();
    Seeded.Case fails =
        random -> {
          long drawn = random.nextLong();
          if ((drawn & 7) == 0) {
            failed.add(drawn);
            throw new AssertionError("drew " + drawn);
          }
        };
    AssertionError error = catchFailure(fails);

    System.setProperty(Seeded.PROPERTY, error.getMessage().replaceAll(".*=(-?[0-9]+)\\)", "$1"));
    AssertionError replayed = catchFailure(fails);

    assertThat(replayed).hasMessage(error.getMessage());
    assertThat(failed).hasSize(1);
  }

  @Test
  void replay_runsOneCaseOnly() {
    AtomicInteger runs = new AtomicInteger();
    System.setProperty(Seeded.PROPERTY, "42");

    Seeded.cases(1000, random -> runs.incrementAndGet());

    assertThat(runs).hasValue(1);
  }

  @Test
  void exception_isAFailureToo() {
    assertThatThrownBy(
            () ->
                Seeded.cases(
                    1,
                    random -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Case failed: broken (replay with -Dnovacat.seed=")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private static AssertionError catchFailure(Seeded.Case body) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        AssertionError.class, () -> Seeded.cases(10_000, body));
  }
}
