package org.novacat.fits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.data.Element.Value;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.testing.FitsBytes;

class ElementTest {
  /** Extremes of every integer type in both senses, and what scaling makes of them. */
  @ParameterizedTest
  @CsvSource({
    "B, 1, 0,                    UINT8,  -1, 255",
    "B, 1, -128,                 INT8,   0, -128",
    "B, 2, 0,                    FLOAT64, 3, 6",
    "I, 1, 0,                    INT16,  -32768, -32768",
    "I, 1, 32768,                UINT16, -32768, 0",
    "I, 1, 32768,                UINT16, 32767, 65535",
    "I, 1, 100,                  FLOAT64, 7, 107",
    "J, 1, 0,                    INT32,  -2147483648, -2147483648",
    "J, 1, 2147483648,           UINT32, 2147483647, 4294967295",
    "K, 1, 0,                    INT64,  9007199254740993, 9007199254740993",
    "K, 1, 9223372036854775808,  UINT64, 9223372036854775807, -1",
    "K, 1, 9223372036854775808,  UINT64, -9223372036854775808, 0"
  })
  void integers_areExact(
      String form, String scale, String zero, Value value, long stored, long physical) {
    Element element = element(form, "TSCAL1  = " + scale, "TZERO1  = " + zero);

    byte[] bytes = ByteBuffer.allocate(8).putLong(0, stored << (64 - 8 * element.bytes())).array();

    assertThat(element.value()).isEqualTo(value);
    assertThat(element.integer(bytes, 0)).isEqualTo(physical);
    if (value != Value.UINT64) {
      assertThat(element.number(bytes, 0)).isEqualTo((double) physical);
    }
  }

  @Test
  void unsigned64Bits_asNumber_arePositive() {
    Element element = element("K", "TZERO1  = 9223372036854775808");

    assertThat(element.number(new byte[8], 0)).isEqualTo(0x1p63);
  }

  @Test
  void floats_areScaledAsDoubles() {
    byte[] bytes = ByteBuffer.allocate(8).putFloat(1.5f).array();

    assertThat(element("E").value()).isEqualTo(Value.FLOAT32);
    assertThat(element("E").number(bytes, 0)).isEqualTo(1.5);
    assertThat(element("E", "TSCAL1  = 0.1").value()).isEqualTo(Value.FLOAT64);
    assertThat(element("E", "TSCAL1  = 0.1").number(bytes, 0)).isEqualTo(0.1 * 1.5);
    assertThat(element("C").value()).isEqualTo(Value.COMPLEX32);
    assertThat(element("C", "TZERO1  = 1").value()).isEqualTo(Value.COMPLEX64);
  }

  @Test
  void nullOfAnInteger_isComparedAsStored() {
    Element element = element("I", "TNULL1  = -32768", "TZERO1  = 32768");

    assertThat(element.hasNull()).isTrue();
    assertThat(element.isNull(new byte[] {(byte) 0x80, 0}, 0)).isTrue();
    assertThat(element.isNull(new byte[] {0, 0}, 0)).isFalse();
  }

  @Test
  void nan_isAValueAndNoNull() {
    byte[] nan = ByteBuffer.allocate(4).putFloat(Float.NaN).array();

    assertThat(element("E", "TNULL1  = 0").hasNull()).isFalse();
    assertThat(element("E", "TNULL1  = 0").isNull(nan, 0)).isFalse();
  }

  @Test
  void logical_thatIsNeitherTrueNorFalse_isNull() {
    Element element = element("L");
    byte[] bytes = {'T', 'F', 0};

    assertThat(element.integer(bytes, 0)).isEqualTo(1);
    assertThat(element.integer(bytes, 1)).isZero();
    assertThat(element.isNull(bytes, 1)).isFalse();
    assertThat(element.isNull(bytes, 2)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'ab  ', 2", "'    ', 0", "'a b ', 3"})
  void text_losesItsTrailingBlanks(String text, int length) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Element.textLength(bytes, 0, bytes.length)).isEqualTo(length);
  }

  @Test
  void text_endsAtANul() {
    assertThat(Element.textLength(new byte[] {'a', ' ', 0, 'x'}, 0, 4)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "I6,   ' -1200', INT64,   false, -1200",
    "I6,   '   1.5', INT64,   true,  0",
    "I6,   '      ', INT64,   true,  0",
    "I6,   '   -99', INT64,   true,  0",
    "F6.2, '  1200', FLOAT64, false, 12",
    "F6.2, ' 1.2E1', FLOAT64, false, 12",
    "F6.2, '   abc', FLOAT64, true,  0",
    "I20,  ' 1234567890123456789', FLOAT64, false, 1234567890123456789"
  })
  void asciiFields_areNumbersOrNull(
      String form, String text, Value value, boolean isNull, double number) {
    Element element = ascii(form, text.length());
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(element.value()).isEqualTo(value);
    assertThat(element.isNull(bytes, 0)).isEqualTo(isNull);
    if (!isNull) {
      assertThat(element.number(bytes, 0)).isEqualTo(number);
    }
    if (!isNull && value == Value.INT64) {
      assertThat(element.integer(bytes, 0)).isEqualTo((long) number);
    }
  }

  @Test
  void descriptors_ofBothWidths_areRead() {
    byte[] bytes = ByteBuffer.allocate(24).putInt(3).putInt(8).putLong(5).putLong(1L << 33).array();

    assertThat(HeapArray.of(column("1PE(9)"), bytes, 0)).isEqualTo(new HeapArray(3, 8));
    assertThat(HeapArray.of(column("1QE(9)"), bytes, 8)).isEqualTo(new HeapArray(5, 1L << 33));
    assertThatThrownBy(() -> HeapArray.of(column("1E"), bytes, 0))
        .hasMessage("Cannot read array: column 'X' is none of variable length");
  }

  @ParameterizedTest
  @CsvSource({"3, 0, true", "3, 8, true", "3, 9, false", "-1, 0, false", "1, -1, false"})
  void descriptor_mustPointIntoTheHeap(long count, long offset, boolean inside) {
    HeapArray array = new HeapArray(count, offset);

    if (inside) {
      assertThat(array.checked(column("1PE"), 0, 20)).isEqualTo(array);
    } else {
      assertThatThrownBy(() -> array.checked(column("1PE"), 7, 20))
          .isInstanceOf(RefusedException.class)
          .hasMessageStartingWith("Cannot read table: row 7 of column 'X' points at");
    }
  }

  private static Column column(String form) {
    return Table.of(hdu("BINTABLE", form, 16)).columns().get(0);
  }

  private static Element element(String form, String... cards) {
    Hdu hdu = hdu("BINTABLE", form, 16, cards);
    return Element.of(hdu.kind(), hdu.header(), Table.of(hdu).columns().get(0));
  }

  private static Element ascii(String form, int width) {
    Hdu hdu = hdu("TABLE", form, Math.max(width, 20), "TBCOL1  = 1", "TNULL1  = '-99'");
    return Element.of(hdu.kind(), hdu.header(), Table.of(hdu).columns().get(0));
  }

  private static Hdu hdu(String kind, String form, int width, String... more) {
    List<String> cards =
        new java.util.ArrayList<>(
            List.of(
                "XTENSION= '%s'".formatted(kind),
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = " + width,
                "NAXIS2  = 0",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 1",
                "TTYPE1  = 'X'",
                "TFORM1  = '%s'".formatted(form)));
    cards.addAll(List.of(more));
    return FitsBytes.emptyPrimary()
        .header(cards.toArray(String[]::new))
        .data(new byte[0])
        .open()
        .hdus()
        .get(1);
  }
}
