package org.novacat.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder. */
class FolderFilesTest {
  @TempDir private Path folder;

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length + 1).position(1);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.position(1);
  }

  private static List<String> paths(ZarrFiles files, String prefix) {
    try (Stream<ZarrFiles.Entry> all = files.list(prefix)) {
      return all.map(entry -> entry.path() + ":" + entry.length()).toList();
    }
  }

  @Test
  void object_isReplacedWhole() throws IOException {
    FolderFiles files = new FolderFiles(folder.resolve("a.zarr"));
    files.put("x/y/0.0", bytes(1, 2, 3));
    files.put("x/y/0.0", bytes(4));

    assertThat(files.read("x/y/0.0").orElseThrow()).containsExactly(4);
    assertThat(folder.resolve("a.zarr/x/y")).isDirectoryContaining("glob:**/0.0");
    try (Stream<Path> all = Files.list(folder.resolve("a.zarr/x/y"))) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void longObject_isWrittenWhole() {
    byte[] content = new byte[700_001];
    new Random(3).nextBytes(content);
    FolderFiles files = new FolderFiles(folder);

    files.put("x", ByteBuffer.wrap(content, 1, 600_000));

    assertThat(files.read("x").orElseThrow()).isEqualTo(Arrays.copyOfRange(content, 1, 600_001));
  }

  @Test
  void objects_areListedInOrderOfTheirPaths() throws IOException {
    FolderFiles files = new FolderFiles(folder);
    for (String path : List.of("x/10.0", "x/1.0", "x.y", "x/.zarray", "b")) {
      files.put(path, bytes(1, 2));
    }
    Files.createFile(folder.resolve("x/.put-of-one-that-died"));

    assertThat(paths(files, ""))
        .containsExactly("b:2", "x.y:2", "x/.zarray:2", "x/1.0:2", "x/10.0:2");
    assertThat(paths(files, "x/1")).containsExactly("x/1.0:2", "x/10.0:2");
    assertThat(paths(files, "y/1")).isEmpty();
    assertThat(paths(new FolderFiles(folder.resolve("none")), "")).isEmpty();
  }

  @Test
  void whatIsNotThere_isEmpty() {
    FolderFiles files = new FolderFiles(folder);
    files.put("x/y", bytes(1));

    assertThat(files.read("z")).isEmpty();
    assertThat(files.read("x")).isEmpty();
  }

  @Test
  void pathOutOfTheFolder_isRefused() {
    FolderFiles files = new FolderFiles(folder.resolve("a"));
    for (String path : List.of("", "..", "../b", "x/../../b", "/etc/hosts", ".")) {
      assertThatThrownBy(() -> files.put(path, bytes(1))).isInstanceOf(ZarrException.class);
      assertThatThrownBy(() -> files.read(path)).isInstanceOf(ZarrException.class);
    }
  }

  @Test
  void fileTooLongForAChunk_isNotTaken() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("x").toFile(), "rw")) {
      file.setLength(1L << 34);
    }

    assertThatThrownBy(() -> new FolderFiles(folder).read("x"))
        .isInstanceOf(ZarrException.class)
        .hasMessageContaining("17179869184 bytes");
  }
}
