package org.novacat.persistence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.testing.OtherProcess;

class FolderPublisherTest {
  @TempDir private Path folder;
  private TreeLocation target;

  @BeforeEach
  void name() {
    target = TreeLocation.local(folder.resolve("set.zarr"));
  }

  @Test
  void completeDraft_becomesVisibleWholeAndLeavesNothingBeside() throws IOException {
    Publication ended = publish(Trees.publisher("one"));

    assertThat(ended).isInstanceOf(Publication.Published.class);
    assertThat(visible()).isEqualTo("one");
    assertThat(beside()).containsExactly("set.zarr");
  }

  @Test
  void draft_isVisibleToNobody() {
    try (TreePublisher publisher = TreePublisher.to(target, Trees.FORM, Trees.publisher("one"));
        Tree draft = Tree.open(publisher.begin())) {
      Trees.write(draft, "one");

      assertThat(publisher.isThere()).isFalse();
      assertThat(folder.resolve("set.zarr")).doesNotExist();
      assertThat(folder.resolve("set.zarr.tmp/one/a/0.0")).exists();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void treeThatIsThere_staysAsItIs() throws IOException {
    publish(Trees.publisher("one"));

    assertThat(publish(Trees.publisher("two"))).isEqualTo(new Publication.AlreadyThere(null));
    assertThat(visible()).isEqualTo("one");
    assertThat(beside()).containsExactly("set.zarr");
  }

  @Test
  void objectThatIsShorterThanSaid_isNotPublished() {
    try (TreePublisher publisher = TreePublisher.to(target, Trees.FORM, Trees.publisher("one"));
        Tree draft = Tree.open(publisher.begin())) {
      SortedMap<String, Long> objects = new TreeMap<>(Trees.write(draft, "one"));
      objects.merge("a/0.0", 1L, Long::sum);

      assertThatThrownBy(() -> publisher.publish(objects))
          .isInstanceOf(StoreDenied.class)
          .hasMessageContaining("a/0.0");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void objectBesideTheTarget_isReplacedByOneOfThoseWhoSawTheSame() throws IOException {
    TreeLocation current = target.sibling("set.zarr.current.json");
    try (TreePublisher publisher = TreePublisher.to(target, Trees.FORM, Trees.publisher("one"))) {
      publisher.begin();

      assertThat(publisher.read(current)).isNull();
      assertThat(publisher.replace(current, null, new byte[] {1})).isTrue();
      assertThat(publisher.replace(current, null, new byte[] {2})).isFalse();
      assertThat(publisher.replace(current, new byte[] {1}, new byte[] {2})).isTrue();
      assertThat(publisher.read(current)).containsExactly(2);
    }
    assertThat(beside()).containsExactly("set.zarr.current.json");
  }

  @Test
  void missingParent_isRefusedByName() {
    TreeLocation lost = TreeLocation.local(folder.resolve("none/set.zarr"));

    assertThatThrownBy(() -> TreePublisher.to(lost, Trees.FORM, Trees.publisher("one")))
        .isInstanceOf(StoreDenied.class)
        .hasMessageContaining("no folder to write it in");
  }

  /** Killed as by {@code kill -9}, in a process of its own. */
  @ParameterizedTest
  @EnumSource(FolderPublisher.Point.class)
  void killedPublisher_leavesAllOrNothingAndTheNextClearsAway(FolderPublisher.Point point)
      throws IOException {
    try (OtherProcess other =
        OtherProcess.start(PublisherMain.class, target.folder().toString(), point.name())) {
      other.expect("killed here");
      other.kill();
    }
    String seen = point == FolderPublisher.Point.VISIBLE ? "killed" : "";
    assertThat(visible()).isEqualTo(seen);
    assertThat(beside()).contains("set.zarr.tmp");

    publish(Trees.publisher("next"));

    assertThat(visible()).isEqualTo(seen.isEmpty() ? "next" : "killed");
    assertThat(beside()).containsExactly("set.zarr");
  }

  /** The control: only what is dead is cleared away. */
  @Test
  void draftOfARunAtWork_isLeftAlone() throws IOException {
    try (OtherProcess other =
        OtherProcess.start(PublisherMain.class, target.folder().toString(), "FORCED")) {
      other.expect("killed here");
      publish(Trees.publisher("two"));

      assertThat(folder.resolve("set.zarr.tmp/killed/a/0.0")).exists();
    }
  }

  @Test
  void manyPublishersAtOnce_oneIsSeenAndNothingIsMixed() throws Exception {
    List<Callable<Publication>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String run = "run" + i;
      all.add(() -> publish(Trees.publisher(run)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int published = 0;
    try {
      for (Future<Publication> one : threads.invokeAll(all)) {
        published += one.get() instanceof Publication.Published ? 1 : 0;
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(published).isEqualTo(1);
    assertThat(visible()).startsWith("run");
    assertThat(beside()).containsExactly("set.zarr");
  }

  private Publication publish(Publisher by) {
    try (TreePublisher publisher = TreePublisher.to(target, Trees.FORM, by);
        Tree draft = Tree.open(publisher.begin())) {
      return publisher.publish(Trees.write(draft, by.run()));
    }
  }

  private String visible() {
    try (Tree tree = Tree.open(target)) {
      return Trees.visible(tree);
    }
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
