package org.novacat.persistence.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedItemsTest {
  private static final String TEMPORARY = "java.io.tmpdir";

  private final String machinesTemporary = System.getProperty(TEMPORARY);
  @TempDir private Path temporary;

  /** In the machine's folder lie files of others too. */
  @BeforeEach
  void sortInAFolderOfOurOwn() {
    System.setProperty(TEMPORARY, temporary.toString());
  }

  @AfterEach
  void putTemporaryFolderBack() {
    System.setProperty(TEMPORARY, machinesTemporary);
  }

  @Test
  void items_comeInTheOrderOfTheirKeys_howeverManyAreHeld() {
    long seed = System.nanoTime();
    System.out.println("Seed of the order: " + seed);
    List<RawItem> items = new ArrayList<>(IntStream.range(0, 500).mapToObj(n -> item(n)).toList());
    List<RawItem> sorted =
        items.stream()
            .sorted(
                Comparator.<RawItem, String>comparing(item -> item.key().pk(), Texts::compare)
                    .thenComparing(item -> item.key().sk(), Texts::compare))
            .toList();
    Collections.shuffle(items, new Random(seed));

    for (int held : new int[] {1, 7, 499, 500, 501, 10_000}) {
      SortedItems some = new SortedItems(held);
      items.parallelStream().forEach(some::add);

      try (Stream<RawItem> inOrder = some.inOrder()) {
        assertThat(inOrder).as("held: %s", held).containsExactlyElementsOf(sorted);
      }
    }
  }

  @Test
  void nothing_isNothing() {
    try (SortedItems none = new SortedItems(5)) {
      assertThat(none.inOrder()).isEmpty();
    }
  }

  /** So that nothing is left behind, whatever ends the process. */
  @Test
  void files_areSeenByNobody() {
    try (SortedItems some = new SortedItems(2)) {
      IntStream.range(0, 9).forEach(n -> some.add(item(n)));

      assertThat(temporary).isEmptyDirectory();
      assertThat(some.inOrder().limit(3)).hasSize(3);
    }
  }

  private static RawItem item(int n) {
    ItemKey key = new ItemKey("p" + n % 13, n % 2 == 0 ? "\uFF5E" + n : "\uD83D\uDE00" + n);
    return new RawItem(key, Map.of("n", Attribute.of(n), "word", Attribute.of("\"\u00e9\"\n")));
  }
}
