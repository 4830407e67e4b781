package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  private static final int THREADS = 4;

  @TempDir Path folder;

  @Test
  void tree_isRemoved_andWhatItsLinksLeadToIsNot() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "stays");
    Path tree = tree();
    Files.createSymbolicLink(tree.resolve("link"), outside);
    Files.createSymbolicLink(tree.resolve("loop"), tree);

    FileTree.remove(tree);

    assertThat(tree).doesNotExist();
    assertThat(outside).hasContent("stays");
  }

  @Test
  void nothing_isRemovedWithoutAWord() throws IOException {
    FileTree.remove(folder.resolve("none"));
  }

  /** A library clears its own folders away while we clear all of ours. */
  @Test
  void treeThatSeveralRemoveAtOnce_isRemoved_andNoneOfThemFails() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 50; round++) {
        Path tree = tree();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> removals = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          removals.add(threads.submit(() -> removed(start, tree)));
        }
        for (Future<?> removal : removals) {
          removal.get();
        }
        assertThat(tree).doesNotExist();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean removed(CyclicBarrier start, Path tree) throws Exception {
    start.await();
    FileTree.remove(tree);
    return true;
  }

  private Path tree() throws IOException {
    Path tree = folder.resolve("tree");
    for (int i = 0; i < 5; i++) {
      Path below = Files.createDirectories(tree.resolve("a" + i).resolve("b").resolve("c"));
      Files.writeString(below.resolve("file"), "x");
    }
    return tree;
  }
}
