package org.novacat.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that we write and read. */
class StoreTest {
  private static final TreeMap<String, Object> NONE = new TreeMap<>();

  @TempDir private Path folder;

  @Test
  void store_isReadAsItWasWritten() {
    ZarrFiles files = new FolderFiles(folder.resolve("a.zarr"));
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", new TreeMap<>(Map.of("schema_version", "2.0")));
    writer.group("signal", NONE);
    ArraySpec flux = ArraySpec.floats(List.of(5L, 3L), List.of(4, 2), DType.F4, NONE);
    ArraySpec names = ArraySpec.strings(3, 2, 8, NONE);
    writer.array("signal/flux", flux);
    writer.array("names", names);
    ChunkWriter chunks = writer.chunks("signal/flux", flux);
    chunks.floats(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 0);
    chunks.floats(new float[] {9, 10, 11, -0f}, 0, 1);
    chunks.floats(new float[] {13, 14}, 1, 0);
    chunks.floats(new float[] {15}, 1, 1);
    ChunkWriter texts = writer.chunks("names", names);
    texts.strings(List.of("Å", "b"), 0);
    texts.strings(Arrays.asList((String) null), 1);
    writer.consolidate();

    ZarrReader reader = ZarrReader.open(files);

    assertThat(reader.group("").orElseThrow().attributes()).containsEntry("schema_version", "2.0");
    ZarrArray array = reader.array("signal/flux").orElseThrow();
    assertThat(array.spec()).isEqualTo(flux);
    assertThat(array.floats(0, 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(array.floats(0, 1))
        .containsExactly(9, Float.NaN, 10, Float.NaN, 11, Float.NaN, -0f, Float.NaN);
    assertThat(array.floats(1, 0)).startsWith(13, 14, Float.NaN).hasSize(8);
    assertThat(reader.array("names").orElseThrow().allStrings()).containsExactly("Å", "b", "");
  }
}
