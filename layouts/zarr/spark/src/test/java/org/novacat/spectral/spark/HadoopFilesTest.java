package org.novacat.spectral.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.zarr.FolderFiles;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;

/** A store by Hadoop's file systems is the same as by the JDK's. */
class HadoopFilesTest {
  private static final Configuration CONF = new Configuration();

  @TempDir private Path folder;

  private HadoopFiles files() {
    return new HadoopFiles(CONF, folder.toUri().toString());
  }

  private static void put(ZarrFiles files, String path, String content) {
    files.put(path, ByteBuffer.wrap(content.getBytes(UTF_8)));
  }

  @Test
  void objects_areThoseOfTheFolder() {
    put(files(), "signal/flux_raw/0.0", "one");
    put(files(), ".zgroup", "two");
    put(files(), "signal/flux_raw/0.0", "three");
    put(files(), "a b/\u00e9:%20.x", "four");

    FolderFiles folderFiles = new FolderFiles(folder);
    assertThat(folderFiles.read("signal/flux_raw/0.0")).hasValue("three".getBytes(UTF_8));
    assertThat(files().read("a b/\u00e9:%20.x")).hasValue("four".getBytes(UTF_8));
    assertThat(files().list("").toList()).isEqualTo(folderFiles.list("").toList());
    assertThat(files().list("signal/").toList())
        .isEqualTo(List.of(new ZarrFiles.Entry("signal/flux_raw/0.0", 5)));
  }

  @Test
  void put_leavesNothingBesideTheObject() throws Exception {
    put(files(), "x/0", "one");

    try (var all = Files.list(folder.resolve("x"))) {
      assertThat(all).containsExactly(folder.resolve("x/0"));
    }
  }

  @Test
  void objectThatIsNotThere_isEmpty() {
    put(files(), "x/0", "one");

    assertThat(files().read("x/1")).isEmpty();
    assertThat(files().read("x")).isEmpty();
    assertThat(new HadoopFiles(CONF, folder.resolve("none").toString()).list("").toList())
        .isEmpty();
  }

  @Test
  void objectThatIsTooLong_isRefusedBeforeItIsRead() throws Exception {
    try (var file = new RandomAccessFile(folder.resolve("x").toFile(), "rw")) {
      file.setLength(1L << 40);
    }

    assertThatThrownBy(() -> files().read("x"))
        .isInstanceOf(ZarrException.class)
        .hasMessageContaining("it has 1099511627776 bytes, and at most 536870912 are read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/../../x", "/etc/passwd", "a//b"})
  void pathThatLeavesTheStore_isRefused(String path) {
    assertThatThrownBy(() -> files().read(path))
        .isInstanceOf(ZarrException.class)
        .hasMessageStartingWith("Cannot reach '" + path + "'");
  }

  @Test
  void fileSystemThatIsNotKnown_isRefused() {
    assertThatThrownBy(() -> new HadoopFiles(CONF, "nowhere://x/y"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("Cannot open nowhere://x/y: No FileSystem for scheme");
  }
}
