package org.novacat.persistence.embedded;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.OtherProcess;

class ManyProcessesTest {
  private static final int PROCESSES = 8;
  private static final int COMMITS = 250;
  private static final int COPIES = 200;

  @TempDir private Path temporary;

  /** Each commit makes an item and raises two counts, so that half of one would show. */
  @Test
  void eightProcesses_loseNothing_andCopiesAtRandomMomentsAreWhole() throws IOException {
    Path folder = temporary.resolve("table");
    new EmbeddedTables(folder, "Test").init();
    List<OtherProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(
          OtherProcess.start(
              CommitMain.class, folder.toString(), "p" + i, Integer.toString(COMMITS)));
    }
    for (OtherProcess process : processes) {
      process.tell("");
    }

    List<Long> seen = copies(folder);

    for (OtherProcess process : processes) {
      process.expect("done");
      process.close();
    }
    assertThat(seen).as("copies go forward in time").isSorted();
    assertThat(seen.get(0))
        .as("copies were made while others wrote")
        .isLessThan(PROCESSES * COMMITS);
    assertThat(seen.stream().distinct().count()).as("and went on to be").isGreaterThan(20);
    assertThat(commits(folder)).isEqualTo(PROCESSES * COMMITS);
    assertThat(new TableFolder(folder, "Test").newest().orElseThrow())
        .as("renewed")
        .isGreaterThan(2);
  }

  /** Number of commits in each copy. */
  private List<Long> copies(Path folder) throws IOException {
    long seed = System.nanoTime();
    System.out.println("Seed of the copies: " + seed);
    Random random = new Random(seed);
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      LockSupport.parkNanos(random.nextInt(20_000_000));
      Path copy = temporary.resolve("copy-" + i);
      copy(folder, copy, random);
      seen.add(commits(copy));
    }
    return seen;
  }

  /** File by file in any order, as programs for copying do it. */
  private static void copy(Path from, Path to, Random random) throws IOException {
    Files.createDirectory(to);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(from)) {
      all.forEach(files::add);
    }
    Collections.shuffle(files, random);
    for (Path file : files) {
      try {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      } catch (NoSuchFileException e) {
        assertThat(file.toString()).as("only drafts come and go").contains(".draft");
      }
    }
  }

  private static long commits(Path folder) {
    try (Table table = new EmbeddedTables(folder, "Test").open()) {
      List<RawItem> done = Pages.of(table, Query.of("done", "")).toList();
      Map<String, Long> byProcess =
          done.stream()
              .collect(groupingBy(item -> item.key().sk().replaceFirst("#.*", ""), counting()));
      IntStream.range(0, PROCESSES)
          .mapToObj(i -> "p" + i)
          .forEach(
              process ->
                  assertThat(number(table.get(CommitMain.own(process))))
                      .as(process)
                      .isEqualTo(byProcess.getOrDefault(process, 0L)));
      assertThat(number(table.get(CommitMain.ALL))).isEqualTo(done.size());
      return done.size();
    }
  }

  private static long number(RawItem item) {
    return item == null ? 0 : item.number("n");
  }
}
