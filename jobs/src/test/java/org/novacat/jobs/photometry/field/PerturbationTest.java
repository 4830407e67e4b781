package org.novacat.jobs.photometry.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.novacat.layouts.testing.Seeded;
import org.novacat.layouts.testing.SharedData;

/**
 * Real files that read right, each changed in one way by chance: nothing changes, or it changes as
 * the change demands, and what was added is named. {@code -Dnovacat.perturbations=20000} tries as
 * many; a case that fails is replayed by its seed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerturbationTest {
  private static final int COUNT = Integer.getInteger("novacat.perturbations", 200);

  private final Map<Perturbations, Integer> tried = new EnumMap<>(Perturbations.class);
  private List<Original> originals = List.of();

  @BeforeAll
  void readOriginals() throws IOException {
    List<Path> files = new ArrayList<>(files(SharedData.photometry().resolve("files")));
    files.addAll(files(SharedData.field().resolve("photometry")));
    List<Original> all = new ArrayList<>();
    for (Path file : files) {
      Original original = Original.of(file);
      if (original != null) {
        all.add(original);
      }
    }
    originals = all;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.toString().endsWith(".sidecar.json")).sorted().toList();
    }
  }

  @Test
  void perturbedFile_endsAsTheChangeDemands() {
    Seeded.cases(COUNT, this::tryOne);
  }

  private void tryOne(Random random) {
    Perturbations kind = Draw.of(List.of(Perturbations.values()), random);
    Case drawn = null;
    while (drawn == null) {
      drawn = draw(kind, random);
    }
    tried.merge(kind, 1, Integer::sum);
    String fault = drawn.fault();
    if (!fault.isEmpty()) {
      throw new AssertionError(drawn.told(fault));
    }
  }

  private @Nullable Case draw(Perturbations kind, Random random) {
    Original original = Draw.of(originals, random);
    Perturbed perturbed = kind.of(original, random);
    return perturbed == null ? null : new Case(kind, original, perturbed);
  }

  /** A file and what was done to it. */
  private record Case(Perturbations kind, Original original, Perturbed perturbed) {
    String fault() {
      Outcome outcome = Outcome.of(original.with(perturbed.name(), perturbed.bytes()));
      String unsound = outcome.fault();
      return unsound.isEmpty() ? perturbed.law().fault(outcome) : unsound;
    }

    /** The fault, and where the bytes are. */
    String told(String fault) {
      Path written = Path.of("target", "perturbed-" + perturbed.name());
      try {
        Files.write(written, perturbed.bytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return "%s, %s, %s: %s (%s)"
          .formatted(original.name(), kind, perturbed.what(), fault, written.toAbsolutePath());
    }
  }

  /** A reading in which one thing is wrong breaks the law. */
  @Test
  void wrongOutcome_breaksTheLaw() {
    Original original = originals.get(0);
    List<End> ends = original.outcome().ends();
    List<End> fewer = ends.subList(1, ends.size());
    End first = ends.get(0);
    List<End> other = new ArrayList<>(ends);
    other.set(0, new End(first.row(), first.core().replaceFirst("band=", "band=x"), 0));
    Law law = Law.ends(ends, true);

    assertThat(law.fault(original.outcome())).isEmpty();
    assertThat(law.fault(with(original.outcome(), fewer))).isNotEmpty();
    assertThat(law.fault(with(original.outcome(), other))).isNotEmpty();
    assertThat(with(original.outcome(), fewer).fault()).isNotEmpty();
    assertThat(Law.left("no such column").fault(original.outcome())).isNotEmpty();
  }

  private static Outcome with(Outcome outcome, List<End> ends) {
    return new Outcome(ends, outcome.refusal(), outcome.understanding(), outcome.tally());
  }

  @AfterAll
  void print() {
    System.out.println("PerturbationTest: %s originals, %s".formatted(originals.size(), tried));
  }
}
