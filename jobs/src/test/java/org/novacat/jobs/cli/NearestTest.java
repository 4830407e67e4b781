package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.testing.Seeded;

class NearestTest {
  private static final List<String> COMMANDS =
      List.of("init", "ingest-spectra", "nova", "register", "status", "runs", "quarantine");

  @ParameterizedTest
  @CsvSource({
    "ingst-spectra, ingest-spectra",
    "ingest, ingest-spectra",
    "STATUS, status",
    "stat, status",
    "regsiter, register",
    "run, runs",
    "nov, nova"
  })
  void slipOfTheKeys_findsTheWord(String typed, String meant) {
    assertThat(Nearest.to(typed, COMMANDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"frobnicate", "list", "q", "''"})
  void otherWord_findsNothing(String typed) {
    assertThat(Nearest.to(typed, COMMANDS)).isEmpty();
  }

  @Test
  void distance_isThatOfTheTextbooks() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("abc", "")).isEqualTo(3);
  }

  @Test
  void distance_isSymmetricAndAtMostTheLongerLength() {
    Seeded.cases(
        500,
        random -> {
          String one = word(random.ints(random.nextInt(9), 'a', 'e').toArray());
          String other = word(random.ints(random.nextInt(9), 'a', 'e').toArray());

          int distance = Nearest.distance(one, other);

          assertThat(distance).isEqualTo(Nearest.distance(other, one));
          assertThat(distance)
              .isBetween(
                  Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
          assertThat(distance == 0).isEqualTo(one.equals(other));
        });
  }

  private static String word(int[] letters) {
    return new String(letters, 0, letters.length);
  }
}
