package org.novacat.zarr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;
import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/** The documents of a store. */
class MetadataTest {
  private static final SortedMap<String, Object> NONE = new TreeMap<>();

  /** What zarr-python writes for such an array, but for blanks. */
  private static final String GOOD =
      """
      {"chunks":[1024,4000],"compressor":{"blocksize":0,"clevel":5,"cname":"zstd","id":"blosc",\
      "shuffle":2},"dimension_separator":".","dtype":"<f4","fill_value":"NaN","filters":null,\
      "order":"C","shape":[2000,4000],"zarr_format":2}""";

  private final InMemoryFiles files = new InMemoryFiles();

  private void put(String path, String content) {
    files.objects.put(path, content.getBytes(UTF_8));
  }

  private ZarrReader reader() {
    put(".zgroup", "{\"zarr_format\":2}");
    return ZarrReader.open(files);
  }

  @Test
  void array_isWrittenInSortedAscii() {
    new ZarrWriter(files)
        .array(
            "a",
            ArraySpec.floats(
                List.of(2000L, 4000L),
                List.of(1024, 4000),
                DType.F4,
                new TreeMap<>(Map.of("z", 1, "units", "Å", "b", Map.of("y", 2, "x", 1)))));

    assertThat(new String(files.objects.get("a/.zarray"), US_ASCII)).isEqualTo(GOOD);
    assertThat(new String(files.objects.get("a/.zattrs"), US_ASCII))
        .isEqualTo("{\"b\":{\"x\":1,\"y\":2},\"units\":\"\\u00C5\",\"z\":1}");
  }

  @Test
  void number_thatJsonDoesNotHave_isNoAttribute() {
    for (Object bad :
        List.of(
            Double.NaN, Float.NEGATIVE_INFINITY, List.of(1, Double.NaN), Map.of("x", Double.NaN))) {
      assertThatThrownBy(() -> new ZarrWriter(files).group("", new TreeMap<>(Map.of("snr", bad))))
          .isInstanceOf(ZarrException.class)
          .hasMessageContaining("Cannot write .zattrs: snr");
    }
    assertThat(files.objects).isEmpty();
  }

  @Test
  void nanAmongAttributesOfOthers_isRead() {
    put(".zattrs", "{\"snr\": NaN}");
    assertThat(reader().group("").orElseThrow().attributes()).containsEntry("snr", Double.NaN);
  }

  @Test
  void consolidated_isReadInsteadOfTheParts() {
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", new TreeMap<>(Map.of("by", "us")));
    writer.array("a", ArraySpec.strings(1, 1, 3, NONE));
    writer.consolidate();
    byte[] once = files.objects.get(".zmetadata");
    writer.consolidate();
    assertThat(files.objects.get(".zmetadata")).isEqualTo(once);
    files.objects.remove("a/.zarray");

    assertThat(ZarrReader.open(files).arrays().keySet()).containsExactly("a");
    assertThat(ZarrReader.open(files).group("").orElseThrow().attributes()).containsKey("by");
    assertThat(ZarrReader.open(files).group("a")).isEmpty();
    assertThat(ZarrReader.open(files).array("b")).isEmpty();
  }

  @Test
  void arrayOutsideOfAGroup_isNotConsolidated() {
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", NONE);
    writer.array("signal/flux", ArraySpec.strings(1, 1, 3, NONE));

    assertThatThrownBy(writer::consolidate)
        .isInstanceOf(ZarrException.class)
        .hasMessageContaining(
            "signal/flux/.zarray is not within a group (write the group 'signal')");
    writer.group("signal", NONE);
    writer.consolidate();
  }

  @Test
  void pathThatLeadsElsewhere_isRefused() {
    for (String path : List.of("/a", "a//b", "a/", "../a", "a/./b", "a\\b", "a\nb")) {
      assertThatThrownBy(() -> new ZarrWriter(files).group(path, NONE))
          .as(path)
          .isInstanceOf(ZarrException.class)
          .hasMessageStartingWith("Cannot write " + path);
      ArraySpec spec = ArraySpec.strings(1, 1, 3, NONE);
      assertThatThrownBy(() -> new ZarrWriter(files).chunks(path, spec))
          .isInstanceOf(ZarrException.class);
    }
  }

  @Test
  void folderThatIsNoStore_isRefused() {
    assertThatThrownBy(() -> ZarrReader.open(files))
        .isInstanceOf(ZarrException.class)
        .hasMessageContaining("no .zgroup");
    put(".zmetadata", "{\"metadata\":{},\"zarr_consolidated_format\":1}");
    assertThatThrownBy(() -> ZarrReader.open(files)).hasMessageContaining("not published");
    put("zarr.json", "{}");
    assertThatThrownBy(() -> ZarrReader.open(files)).hasMessageContaining("format 3");
  }

  @Test
  void array_atTheRootIsOneToo() {
    put(".zarray", GOOD);

    assertThat(ZarrReader.open(files).arrays().keySet()).containsExactly("");
  }

  @Test
  void metadata_areKeptAsTheyAre() {
    put("a/.zarray", GOOD.replace("{\"blocksize\":0,", "{\"typesize\":4,"));

    ZarrArray array = reader().array("a").orElseThrow();

    assertThat(array.metadata().get("compressor").toString()).contains("typesize=4");
    assertThat(array.spec().compressor()).isEqualTo(Blosc.DEFAULT);
    assertThat(array.gridShape()).containsExactly(2L, 1L);
    assertThat(array.path()).isEqualTo("a");
  }

  @Test
  void shuffleThatNumcodecsChooses_isNamed() {
    put("a/.zarray", GOOD.replace("\"shuffle\":2", "\"shuffle\":-1").replace("zstd", "lz4"));

    assertThat(reader().array("a").orElseThrow().spec().compressor())
        .isEqualTo(new Blosc(Codec.LZ4, 5, Shuffle.SHUFFLE));
  }

  @Test
  void whatIsNotKnown_isRefusedByName() {
    for (String[] change :
        new String[][] {
          {"\"zarr_format\":2", "\"zarr_format\":3", "zarr_format is 3"},
          {"\"zarr_format\":2", "\"zarr\":2", "zarr_format is null"},
          {"\"C\"", "\"F\"", "order is F"},
          {"\"<f4\"", "\"<f2\"", "<f2"},
          {"\"<f4\"", "\"<f16\"", "<f16"},
          {"\"<f4\"", "\"|f4\"", "|f4"},
          {"\"<f4\"", "\"<U99999999\"", "<U99999999"},
          {"\"<f4\"", "\"|O\"", "filters is null"},
          {"\"<f4\"", "[[\"a\",\"<f4\"]]", "dtype is [[a, <f4]]"},
          {"\"<f4\"", "\"\"", "type "},
          {"\"NaN\"", "\"none\"", "fill_value is none"},
          {"null", "[{\"id\":\"delta\"}]", "filters is [{id=delta}]"},
          {"\".\",", "\"_\",", "dimension_separator is _"},
          {"[2000,4000]", "[2000]", "shape [2000] in chunks [1024, 4000]"},
          {"[2000,4000]", "[-1,4000]", "shape [-1, 4000]"},
          {"[2000,4000]", "[2e3,4000]", "shape is [2000.0, 4000]"},
          {"[2000,4000]", "[99999999999999999999,1]", "shape is [99999999999999999999, 1]"},
          {"[2000,4000]", "7", "shape is 7"},
          {"[1024,4000]", "[0,4000]", "in chunks [0, 4000]"},
          {"[1024,4000]", "[1024,4294967297]", "overflow"},
          {"[1024,4000]", "[2147483647,2147483647]", "128 MiB"},
          {"[1024,4000]", "[65536,65537]", "128 MiB"},
          {"\"zstd\"", "\"zstandard\"", "codec is zstandard"},
          {"\"shuffle\":2", "\"shuffle\":3", "shuffle is 3"},
          {"\"clevel\":5", "\"clevel\":10", "level 10"},
        }) {
      put("a/.zarray", GOOD.replace(change[0], change[1]));
      ZarrReader reader = reader();
      assertThat(reader.arrayPaths()).containsExactly("a");
      assertThatThrownBy(() -> reader.array("a"))
          .as(change[1])
          .isInstanceOf(ZarrException.class)
          .hasMessageStartingWith("Cannot read array a: ")
          .hasMessageContaining(change[2]);
    }
  }

  @Test
  void shapeBeyondALong_isNoProblemUntilItIsRead() {
    String large = GOOD.replace("[2000,4000]", "[9223372036854775807,9223372036854775807]");
    put("a/.zarray", large);
    ZarrArray array = reader().array("a").orElseThrow();

    assertThat(array.gridShape()).containsExactly(9007199254740992L, 2305843009213694L);
    assertThat(array.floats(9007199254740991L, 0)).hasSize(1024 * 4000).containsOnly(Float.NaN);

    put("b/.zarray", large.replaceAll("9223372036854775807,|1024,", ""));
    assertThatThrownBy(() -> reader().array("b").orElseThrow().allDoubles())
        .isInstanceOf(ZarrException.class)
        .hasMessageContaining("read it by chunks");
  }

  @Test
  void documentThatIsNoObject_isRefused() {
    for (String bad :
        List.of(
            "", "[]", "null", "{", "{}{}", "{\"a\":1,\"a\":2}", "\u00e9", "[".repeat(100_000))) {
      put("a/.zarray", bad);
      assertThatThrownBy(this::reader)
          .isInstanceOf(ZarrException.class)
          .hasMessageStartingWith("Cannot read a/.zarray");
    }
    files.objects.remove("a/.zarray");
    for (String bad :
        List.of(
            "{}",
            "{\"metadata\":[],\"zarr_consolidated_format\":1}",
            "{\"metadata\":{},\"zarr_consolidated_format\":2}",
            "{\"metadata\":{\"a/.zarray\":7},\"zarr_consolidated_format\":1}")) {
      put(".zmetadata", bad);
      assertThatThrownBy(this::reader)
          .isInstanceOf(ZarrException.class)
          .hasMessageStartingWith("Cannot read .zmetadata");
    }
    files.objects.put(".zmetadata", new byte[(1 << 24) + 1]);
    assertThatThrownBy(this::reader).hasMessageContaining("at most");
  }

  /** A store whose objects are changed at random is read or refused, and ends with nothing else. */
  @Test
  void storeThatIsBroken_isReadOrRefused() {
    ArraySpec spec = ArraySpec.floats(List.of(70L, 30L), List.of(40, 30), DType.F4, NONE);
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", NONE);
    writer.array("a", spec);
    ChunkWriter chunks = writer.chunks("a", spec);
    chunks.floats(new float[1200], 0, 0);
    chunks.floats(new float[900], 1, 0);
    SortedMap<String, byte[]> good = new TreeMap<>(files.objects);
    int[] refused = new int[1];

    Seeded.cases(
        2000,
        random -> {
          files.objects.putAll(good);
          String path = List.of("a/.zarray", "a/.zattrs", "a/0.0").get(random.nextInt(3));
          byte[] bad = good.get(path).clone();
          for (int i = random.nextInt(3); i >= 0; i--) {
            byte digit =
                (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt());
            bad[random.nextInt(bad.length)] = digit;
          }
          files.objects.put(path, bad);
          try {
            assertThat(ZarrReader.open(files).array("a").orElseThrow().floats(0, 0)).isNotEmpty();
          } catch (ZarrException e) {
            assertThat(e).hasMessageStartingWith("Cannot ");
            refused[0]++;
          }
        });
    assertThat(refused[0]).isBetween(500, 1999);
  }
}
