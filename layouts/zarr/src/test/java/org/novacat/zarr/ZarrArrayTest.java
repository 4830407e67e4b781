package org.novacat.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chunks of others, good and bad. */
class ZarrArrayTest {
  private final InMemoryFiles files = new InMemoryFiles();

  /** An array of three elements in one chunk, not compressed. */
  private ZarrArray array(String dtype, String fill, byte[] chunk) {
    files.objects.put(".zgroup", "{}".getBytes(UTF_8));
    String filters = dtype.equals("|O") ? "[{\"id\":\"vlen-utf8\"}]" : "null";
    files.objects.put(
        "a/.zarray",
        """
        {"chunks":[3],"compressor":null,"dtype":"%s","fill_value":%s,"filters":%s,
         "order":"C","shape":[3],"zarr_format":2}"""
            .formatted(dtype, fill, filters)
            .getBytes(UTF_8));
    files.objects.put("a/0", chunk);
    return ZarrReader.open(files).array("a").orElseThrow();
  }

  private static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  @Test
  void numberThatTheOtherTypeHoldsExactly_isConverted() {
    assertThat(array("<f8", "0", doubles(1.5, Double.NaN, -0.0)).floats(0))
        .containsExactly(1.5f, Float.NaN, -0f);
    assertThat(array("<i8", "0", longs(1L << 53, -7, Long.MIN_VALUE)).doubles(0))
        .containsExactly(0x1p53, -7, -0x1p63);
    assertThat(array("<i8", "0", longs(1 << 24, -7, 0)).floats(0)).containsExactly(0x1p24f, -7, 0);
    assertThat(array("<u8", "0", longs(1, 2, 3)).longs(0)).containsExactly(1, 2, 3);
  }

  @Test
  void numberThatTheOtherTypeDoesNotHold_isRefused() {
    ZarrArray f8 = array("<f8", "0", doubles(0.1, 0, 0));
    assertThatThrownBy(() -> f8.floats(0)).hasMessage("Cannot read a: 0.1 is no float");
    assertThatThrownBy(() -> f8.longs(0)).hasMessageContaining("<f8 is no whole number");
    ZarrArray i8 = array("<i8", "0", longs((1L << 53) + 1, 0, 0));
    assertThatThrownBy(() -> i8.doubles(0)).hasMessageContaining("9007199254740993 is no double");
    ZarrArray most = array("<i8", "0", longs(Long.MAX_VALUE, 0, 0));
    assertThatThrownBy(() -> most.doubles(0)).isInstanceOf(ZarrException.class);
    ZarrArray u8 = array("<u8", "0", longs(-1, 0, 0));
    assertThatThrownBy(() -> u8.longs(0)).hasMessageContaining("18446744073709551615 is no long");
    assertThatThrownBy(() -> u8.strings(0)).hasMessageContaining("no text");
    ZarrArray s8 = array("|S8", "\"\"", longs(1, 0, 0));
    assertThatThrownBy(() -> s8.doubles(0)).hasMessageContaining("|S8 is no number");
    assertThatThrownBy(() -> s8.longs(0)).isInstanceOf(ZarrException.class);
  }

  @Test
  void chunkOfAnotherLength_isRefused() {
    ZarrArray array = array("<f8", "0", doubles(1, 2));
    assertThatThrownBy(() -> array.doubles(0))
        .isInstanceOf(ZarrException.class)
        .hasMessage("Cannot read a/0: it holds 16 bytes, the chunk has 24");
    ZarrArray longer = array("<f8", "0", doubles(1, 2, 3, 4));
    assertThatThrownBy(longer::allDoubles).hasMessageContaining("it holds 32 bytes");
  }

  @Test
  void chunkThatIsMissing_isTheFillValueOrRefused() {
    ZarrArray filled = array("<f8", "1.5", doubles());
    ZarrArray odd = array("<i4", "1.5", doubles());
    ZarrArray text = array("|O", "0", doubles());
    ZarrArray undefined = array("<f8", "null", doubles());
    files.objects.remove("a/0");

    assertThat(filled.doubles(0)).containsExactly(1.5, 1.5, 1.5);
    assertThatThrownBy(() -> odd.longs(0)).hasMessageContaining("fill value is 1.5");
    assertThatThrownBy(() -> text.strings(0)).hasMessageContaining("it is missing");
    assertThatThrownBy(() -> undefined.doubles(0))
        .hasMessageContaining("Cannot read a/0: it is missing");
  }

  @Test
  void textThatIsNone_isRefused() {
    assertThat(array("|S2", "\"\"", new byte[] {'a', 0, 0, 'b', 0, 0}).strings(0))
        .containsExactly("a", "\0b", "");
    ZarrArray latin = array("|S2", "\"\"", new byte[] {(byte) 0xc5, 0, 0, 0, 0, 0});
    assertThatThrownBy(() -> latin.strings(0)).hasMessage("Cannot read a/0: a text is not UTF-8");
    for (int value : new int[] {0xd800, 0x110000, -1}) {
      ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(4, value);
      ZarrArray wide = array("<U1", "\"\"", bytes.array());
      assertThatThrownBy(() -> wide.strings(0)).hasMessageContaining("code point " + value);
    }
  }

  @Test
  void textsOfAnyLength_areAsManyAsTheySay() {
    byte[] good = {3, 0, 0, 0, 1, 0, 0, 0, 'a', 0, 0, 0, 0, 2, 0, 0, 0, 'b', 'c'};
    assertThat(array("|O", "0", good).strings(0)).containsExactly("a", "", "bc");
    for (Map.Entry<Integer, Integer> change :
        Map.of(0, 4, 3, 0x7f, 4, 20, 7, 0x80, 13, 3, 16, 0x7f).entrySet()) {
      byte[] bad = good.clone();
      bad[change.getKey()] = change.getValue().byteValue();
      ZarrArray array = array("|O", "0", bad);
      assertThatThrownBy(() -> array.strings(0)).isInstanceOf(ZarrException.class);
    }
    for (int length = 0; length < good.length; length++) {
      ZarrArray array = array("|O", "0", java.util.Arrays.copyOf(good, length));
      assertThatThrownBy(() -> array.strings(0)).isInstanceOf(ZarrException.class);
    }
    ZarrArray longer = array("|O", "0", java.util.Arrays.copyOf(good, good.length + 1));
    assertThatThrownBy(() -> longer.strings(0)).hasMessageContaining("bytes behind");
  }

  @Test
  void compressorThatIsNotKnown_isRefusedByName() {
    ZarrArray none = array("<f8", "0", doubles(1, 2, 3));
    assertThat(none.allDoubles()).containsExactly(1, 2, 3);
    for (String id : List.of("bz2", "lzma", "zfpy")) {
      byte[] changed =
          new String(files.objects.get("a/.zarray"), UTF_8)
              .replaceFirst("\"compressor\":[^,]*", "\"compressor\":{\"id\":\"" + id + "\"}")
              .getBytes(UTF_8);
      files.objects.put("a/.zarray", changed);
      ZarrArray array = ZarrReader.open(files).array("a").orElseThrow();
      assertThatThrownBy(() -> array.doubles(0)).hasMessageContaining("compressor is " + id);
    }
  }
}
