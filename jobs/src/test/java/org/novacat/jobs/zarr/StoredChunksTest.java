package org.novacat.jobs.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.zarr.ArraySpec;
import org.novacat.zarr.ChunkWriter;
import org.novacat.zarr.DType;
import org.novacat.zarr.FolderFiles;
import org.novacat.zarr.ZarrWriter;

class StoredChunksTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeTwoArrays() {
    ZarrWriter writer = new ZarrWriter(new FolderFiles(folder));
    writer.group("", new TreeMap<>());
    writer.group("signal", new TreeMap<>());
    array(writer, "signal/flux_raw");
    array(writer, "signal/uncertainty_raw");
    writer.consolidate();
  }

  /** Of 3 by 5 numbers, all NaN, in 2 by 2 chunks. */
  private static void array(ZarrWriter writer, String path) {
    ArraySpec spec = ArraySpec.floats(List.of(3L, 5L), List.of(2, 3), DType.F4, new TreeMap<>());
    writer.array(path, spec);
    ChunkWriter to = writer.chunks(path, spec);
    for (int row = 0; row < 2; row++) {
      to.floats(nans(row == 0 ? 6 : 3), row, 0);
      to.floats(nans(row == 0 ? 4 : 2), row, 1);
    }
  }

  private static float[] nans(int count) {
    float[] nans = new float[count];
    Arrays.fill(nans, Float.NaN);
    return nans;
  }

  @Test
  void wholeStore_lacksNothing() {
    assertThat(StoredChunks.lost(new FolderFiles(folder))).isEmpty();
  }

  @Test
  void chunkThatIsOnAnotherDisk_isToldWithItsArray() throws IOException {
    Files.delete(folder.resolve("signal/uncertainty_raw/1.0"));

    assertThat(StoredChunks.lost(new FolderFiles(folder)))
        .containsExactly("signal/uncertainty_raw has 3 of 4");
  }

  @Test
  void arrayWithoutChunks_isTold() throws IOException {
    for (String chunk : List.of("0.0", "0.1", "1.0", "1.1")) {
      Files.delete(folder.resolve("signal/flux_raw").resolve(chunk));
    }

    assertThat(StoredChunks.lost(new FolderFiles(folder)))
        .containsExactly("signal/flux_raw has 0 of 4");
  }
}
