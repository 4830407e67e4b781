package org.novacat.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/** What goes into a chunk, and what does not. */
class ChunkWriterTest {
  private static final SortedMap<String, Object> NONE = new TreeMap<>();
  private final InMemoryFiles files = new InMemoryFiles();

  private ArraySpec spec = ArraySpec.floats(List.of(5L, 3L), List.of(4, 2), DType.F4, NONE);

  private ChunkWriter writer(ArraySpec wanted) {
    spec = wanted;
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", NONE);
    writer.array("a", wanted);
    return writer.chunks("a", wanted);
  }

  private ZarrArray array() {
    return ZarrReader.open(files).array("a").orElseThrow();
  }

  @Test
  void edge_isFilledUpWhetherGivenShortOrWhole() {
    ChunkWriter chunks = writer(spec);
    chunks.floats(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 0);
    chunks.floats(new float[] {1, 2, 3, 4}, 0, 1);
    byte[] givenShort = files.objects.get("a/0.1");
    chunks.floats(new float[] {1, 9, 2, 9, 3, 9, 4, 9}, 0, 1);

    assertThat(files.objects.get("a/0.1")).isEqualTo(givenShort);
    float nan = Float.NaN;
    assertThat(array().floats(0, 1)).containsExactly(1, nan, 2, nan, 3, nan, 4, nan);
  }

  @Test
  void chunkOfNanAlone_isStored() {
    float[] none = new float[8];
    Arrays.fill(none, Float.NaN);
    writer(spec).floats(none, 0, 0);

    assertThat(array().stored(0, 0)).isTrue();
    assertThat(array().stored(1, 0)).isFalse();
    assertThat(array().floats(1, 1)).containsExactly(none);
  }

  @Test
  void chunkBehindAnother_doesNotInheritItsValues() {
    ChunkWriter texts = writer(ArraySpec.strings(5, 3, 8, NONE));
    texts.strings(List.of("first", "second", "third"), 0);
    texts.strings(Arrays.asList("a", null), 1);

    assertThat(array().strings(1)).containsExactly("a", "", "");
    assertThat(array().allStrings()).containsExactly("first", "second", "third", "a", "");
  }

  @Test
  void valuesOfAnotherLength_areRefused() {
    ChunkWriter chunks = writer(spec);
    for (int length : new int[] {0, 1, 3, 5, 7, 9}) {
      assertThatThrownBy(() -> chunks.floats(new float[length], 0, 1))
          .isInstanceOf(ZarrException.class)
          .hasMessage("Cannot write a: chunk 0.1 got " + length + " values, it has 4");
    }
    assertThat(files.objects).doesNotContainKey("a/0.1");
  }

  @Test
  void chunkThatIsNotThere_isRefused() {
    ChunkWriter chunks = writer(spec);
    for (long[] chunk : new long[][] {{2, 0}, {0, 2}, {-1, 0}, {0}, {0, 0, 0}, {1L << 62, 0}}) {
      assertThatThrownBy(() -> chunks.floats(new float[8], chunk))
          .isInstanceOf(ZarrException.class)
          .hasMessage("Cannot find chunk %s of a: it has [2, 2] chunks", Arrays.toString(chunk));
    }
  }

  @Test
  void valuesOfAnotherType_areRefused() {
    ChunkWriter chunks = writer(spec);

    assertThatThrownBy(() -> chunks.doubles(new double[8], 0, 0))
        .hasMessage("Cannot write a: its type is <f4, not <f8");
    assertThatThrownBy(() -> chunks.ints(new int[8], 0, 0)).hasMessageContaining("not <i4");
    assertThatThrownBy(() -> chunks.longs(new long[8], 0, 0)).hasMessageContaining("not <i8");
    assertThatThrownBy(() -> chunks.strings(Collections.nCopies(8, ""), 0, 0))
        .hasMessage("Cannot write a: its type is <f4, not |S");
  }

  @Test
  void textThatWouldChange_isRefused() {
    ChunkWriter texts = writer(ArraySpec.strings(1, 1, 5, NONE));

    texts.strings(List.of("ÅÅx"), 0);
    assertThatThrownBy(() -> texts.strings(List.of("ÅÅÅ"), 0))
        .hasMessage("Cannot write a: a text has 6 bytes of UTF-8, the type 5: ÅÅÅ");
    assertThatThrownBy(() -> texts.strings(List.of("a\0"), 0)).hasMessageContaining("zero");
    assertThatThrownBy(() -> texts.strings(List.of("\ud83d"), 0)).hasMessageContaining("surrogate");
    texts.strings(List.of("a\0b"), 0);
    assertThat(array().allStrings()).containsExactly("a\0b");
  }

  @Test
  void numberOutOfRange_isRefused() {
    ChunkWriter bytes = writer(ArraySpec.ints(List.of(2L), List.of(2), DType.U1, NONE));
    assertThatThrownBy(() -> bytes.ints(new int[] {256, 0}, 0))
        .hasMessage("Cannot write a: a value is 256, which is no |u1");
    assertThatThrownBy(() -> bytes.ints(new int[] {0, -1}, 0)).hasMessageContaining("-1");
    bytes.ints(new int[] {255, 0}, 0);
    assertThat(array().longs(0)).containsExactly(255, 0);

    ChunkWriter bools = writer(ArraySpec.ints(List.of(2L), List.of(2), DType.BOOL, NONE));
    assertThatThrownBy(() -> bools.ints(new int[] {2, 0}, 0)).hasMessageContaining("|b1");
  }

  @Test
  void compressorThatIsNotOurs_isRefused() {
    for (Blosc blosc :
        List.of(
            new Blosc(Codec.LZ4, 5, Shuffle.BITSHUFFLE),
            new Blosc(Codec.ZSTD, 5, Shuffle.SHUFFLE),
            new Blosc(Codec.ZSTD, 0, Shuffle.BITSHUFFLE))) {
      ArraySpec other = new ArraySpec(List.of(1L), List.of(1), DType.F4, 0.0, blosc, NONE);
      assertThatThrownBy(() -> writer(other))
          .isInstanceOf(ZarrException.class)
          .hasMessageContaining("zstd with bitshuffle");
    }
    assertThatThrownBy(() -> new Blosc(Codec.ZSTD, 10, Shuffle.BITSHUFFLE))
        .hasMessageContaining("level 10");
  }

  @Test
  void typeThatIsReadOnly_isNotWritten() {
    for (String type : List.of(">f4", "<u4", "<U3", "|O")) {
      ArraySpec other =
          new ArraySpec(List.of(1L), List.of(1), DType.parse(type), null, Blosc.DEFAULT, NONE);
      assertThatThrownBy(() -> writer(other))
          .as(type)
          .isInstanceOf(ZarrException.class)
          .hasMessageContaining("its type is " + type);
    }
  }

  @Test
  void fillValueThatIsNoneOfTheType_isRefused() {
    for (Map.Entry<DType, Object> wrong :
        Map.<DType, Object>of(
                DType.U1,
                256L,
                DType.I4,
                1L << 31,
                DType.I8,
                0x1p63,
                DType.F4,
                "none",
                DType.string(2),
                "ÅÅ",
                DType.BOOL,
                Double.NaN)
            .entrySet()) {
      ArraySpec other =
          new ArraySpec(
              List.of(1L), List.of(1), wrong.getKey(), wrong.getValue(), Blosc.DEFAULT, NONE);
      assertThatThrownBy(() -> writer(other))
          .as("%s", wrong)
          .isInstanceOf(ZarrException.class)
          .hasMessageContaining("fill value is " + wrong.getValue());
    }
  }

  @Test
  void infiniteFillValue_isWrittenAsZarrHasIt() {
    for (double fill : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.5}) {
      writer(new ArraySpec(List.of(1L), List.of(1), DType.F4, fill, Blosc.DEFAULT, NONE));
      assertThat(array().doubles(0)).containsExactly(fill);
    }
  }

  @Test
  void sameValues_areTheSameBytes() {
    float[] values = {1, 2, 3, 4, 5, 6, 7, Float.NaN};
    writer(spec).floats(values, 0, 0);
    byte[] first = files.objects.get("a/0.0");
    ChunkWriter used = writer(spec);
    used.floats(new float[] {9, 9, 9, 9, 9, 9, 9, 9}, 0, 0);
    used.floats(values, 0, 0);

    assertThat(files.objects.get("a/0.0")).isEqualTo(first);
  }
}
