package org.novacat.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Python;

/**
 * Stores beside those of zarr-python: it reads ours, and we read its own or say what is not read.
 */
class ZarrPythonTest {
  private static final SortedMap<String, Object> UNITS =
      new TreeMap<>(Map.of("units", "10⁻¹⁷ erg/s/cm²/Å", "list", List.of(1, 2.5, "\uD83D\uDCAB")));

  @TempDir private Path folder;
  private final List<String> expected = new ArrayList<>();

  @Test
  void stores_areReadByZarrPythonAndItsOwnByUs() {
    writeOurs(new ZarrWriter(new FolderFiles(folder.resolve("ours.zarr"))));

    List<String> said =
        Python.with(
                "zarr",
                "python3-zarr",
                folder,
                getClass(),
                "zarr_peer.py",
                "",
                List.of(
                    folder.resolve("ours.zarr").toString(),
                    folder.resolve("theirs.zarr").toString()))
            .lines()
            .toList();

    assertThat(beginningWith("ours ", said)).containsExactlyElementsOf(expected);
    assertThat(beginningWith("consolidated ", said)).containsExactlyElementsOf(expected);
    ZarrReader consolidated = ZarrReader.open(new FolderFiles(folder.resolve("theirs.zarr")));
    folder.resolve("theirs.zarr/.zmetadata").toFile().delete();
    ZarrReader listed = ZarrReader.open(new FolderFiles(folder.resolve("theirs.zarr")));
    List<String> theirs = beginningWith("theirs ", said);
    assertThat(theirs).hasSize(33).hasSize(listed.arrayPaths().size());
    theirs.forEach(line -> check(listed, line.split(" ")));
    theirs.forEach(line -> check(consolidated, line.split(" ")));
    assertThat(listed.groups().keySet()).containsExactly("", "a");
    assertThat(listed.groups()).isEqualTo(consolidated.groups());
  }

  private static List<String> beginningWith(String word, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .toList();
  }

  private static void check(ZarrReader theirs, String... words) {
    String path = words[0];
    if (words[3].equals("refused")) {
      assertThatThrownBy(() -> Whole.sum(theirs.array(path).orElseThrow()))
          .as(path)
          .isInstanceOf(ZarrException.class)
          .hasMessageMatching(
              "(?s)Cannot read .*(order is F|lzma|delta|<f2|<c8|<M8|\\[\\[a, <i4|json2).*");
      return;
    }
    ZarrArray array = theirs.array(path).orElseThrow();
    assertThat(array.spec().dtype().name()).as(path).isEqualTo(words[1]);
    assertThat(Whole.sum(array)).as(path).isEqualTo(words[3]);
    if (!path.endsWith("absent")) {
      assertThat(array.spec().attributes()).containsEntry("units", "Angstrom");
    }
  }

  /** Arrays in the order in which zarr-python walks through them, each with what it is to say. */
  private void writeOurs(ZarrWriter writer) {
    writer.group("", new TreeMap<>(Map.of("schema_version", "2.0", "by", "Å")));
    expected.add("group {\"by\": \"\\u00c5\", \"schema_version\": \"2.0\"}");
    writer.group("signal", new TreeMap<>());
    floats(writer);
    doubles(writer);
    whole(writer);
    texts(writer);
    expected.subList(1, expected.size()).sort(null);
    writer.consolidate();
  }

  private void floats(ZarrWriter writer) {
    float[][] rows = new float[50][77];
    Random random = new Random(20_261_130);
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.intBitsToFloat(random.nextInt());
      }
    }
    rows[3] = new float[77];
    Arrays.fill(rows[4], Float.NaN);
    rows[5][0] = Float.intBitsToFloat(0x7fa00001);
    rows[5][1] = Float.intBitsToFloat(0xffc12345);
    rows[5][2] = -0f;
    rows[5][3] = Float.NEGATIVE_INFINITY;
    rows[5][4] = Float.MIN_VALUE;
    ArraySpec spec = ArraySpec.floats(List.of(50L, 77L), List.of(16, 64), DType.F4, UNITS);
    writer.array("signal/flux", spec);
    ChunkWriter chunks = writer.chunks("signal/flux", spec);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 2; j++) {
        chunks.floats(part(rows, i, j), i, j);
      }
    }
    ByteBuffer all = ByteBuffer.allocate(50 * 77 * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        all.putInt(Float.floatToRawIntBits(value));
      }
    }
    expect("signal/flux <f4 50,77", all.array(), UNITS_JSON);
  }

  private static final String UNITS_JSON =
      "{\"list\": [1, 2.5, \"\\ud83d\\udcab\"], "
          + "\"units\": \"10\\u207b\\u00b9\\u2077 erg/s/cm\\u00b2/\\u00c5\"}";

  private static float[] part(float[][] rows, int i, int j) {
    int height = Math.min(16, 50 - 16 * i);
    int width = Math.min(64, 77 - 64 * j);
    float[] part = new float[height * width];
    for (int row = 0; row < height; row++) {
      System.arraycopy(rows[16 * i + row], 64 * j, part, row * width, width);
    }
    return part;
  }

  private void doubles(ZarrWriter writer) {
    double[] values = {Double.NaN, Double.MIN_VALUE, -0.0, 1 / 3.0, Double.NEGATIVE_INFINITY};
    ArraySpec spec = ArraySpec.floats(List.of(5L), List.of(5), DType.F8, new TreeMap<>());
    ArraySpec plain = new ArraySpec(List.of(5L), List.of(5), DType.F8, null, null, new TreeMap<>());
    ByteBuffer all = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    all.asDoubleBuffer().put(values);
    for (String name : List.of("f8", "f8_plain")) {
      ArraySpec each = name.equals("f8") ? spec : plain;
      writer.array(name, each);
      writer.chunks(name, each).doubles(values, 0);
      expect(name + " <f8 5", all.array(), "{}");
    }
  }

  private void whole(ZarrWriter writer) {
    long[] values = {0, 1, 1, 0, 1, 0, 0};
    ByteBuffer all = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
    all.asLongBuffer().put(values);
    for (DType type : List.of(DType.I4, DType.I8, DType.U1, DType.BOOL)) {
      String name = "whole_" + type.name().substring(1);
      ArraySpec spec = ArraySpec.ints(List.of(7L), List.of(4), type, new TreeMap<>());
      writer.array(name, spec);
      ChunkWriter chunks = writer.chunks(name, spec);
      if (type.equals(DType.I8)) {
        chunks.longs(new long[] {0, 1, 1, 0}, 0);
        chunks.longs(new long[] {1, 0, 0}, 1);
      } else {
        chunks.ints(new int[] {0, 1, 1, 0}, 0);
        chunks.ints(new int[] {1, 0, 0}, 1);
      }
      expect(name + " " + type.name() + " 7", all.array(), "{}");
    }
  }

  private void texts(ZarrWriter writer) {
    List<String> texts = List.of("", "V339 Del", "Å λ 新星", "\uD83D\uDCAB", "tail ");
    ArraySpec spec = ArraySpec.strings(5, 3, 12, new TreeMap<>());
    writer.array("names", spec);
    ChunkWriter chunks = writer.chunks("names", spec);
    chunks.strings(texts.subList(0, 3), 0);
    chunks.strings(texts.subList(3, 5), 1);
    expect("names |S12 5", String.join("\n", texts).getBytes(UTF_8), "{}");
  }

  private void expect(String what, byte[] content, String attributes) {
    expected.add(what + " " + Whole.sum(content) + " " + attributes);
  }
}
