package org.novacat.fits.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Element;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.testing.FitsBytes;

/**
 * Any table: the input is the cards of its header, a line each, then a zero byte, then its data.
 * Each of its columns gives as many values as it promises, or the table is refused.
 */
class TableFuzzTest {
  private static final ReadLimits LIMITS = new ReadLimits(1 << 24, 200, 400, 1000, 100, 100_000);
  private static final int CARD = 80;
  private static final int ROWS = 20;

  static Stream<byte[]> seeds() {
    return Stream.of(
        binary(
            64,
            """
            NAXIS1  = 32
            NAXIS2  = 2
            TFIELDS = 8
            TFORM1  = '1J'
            TNULL1  = -1
            TTYPE1  = 'ID'
            TFORM2  = 'E'
            TSCAL2  = 2.5
            TFORM3  = '3A'
            TFORM4  = '9X'
            TFORM5  = '2L'
            TFORM6  = '1I'
            TZERO6  = 32768
            TFORM7  = '1D'
            TFORM8  = '7B'
            """),
        binary(
            88,
            """
            NAXIS1  = 24
            NAXIS2  = 2
            PCOUNT  = 40
            THEAP   = 50
            TFIELDS = 2
            TFORM1  = '1PE(4)'
            TFORM2  = 'QJ'
            """),
        binary(
            40,
            """
            NAXIS1  = 40
            NAXIS2  = 1
            TFIELDS = 3
            TFORM1  = 'C'
            TFORM2  = '1M'
            TFORM3  = '2K'
            TZERO3  = 9223372036854775808
            """),
        ascii(
            "    -9  12.500name    1.5D+3  ",
            """
            NAXIS1  = 30
            NAXIS2  = 1
            TFIELDS = 4
            TFORM1  = 'I6'
            TBCOL1  = 1
            TNULL1  = '-9'
            TFORM2  = 'F8.3'
            TBCOL2  = 7
            TFORM3  = 'A8'
            TBCOL3  = 15
            TFORM4  = 'D8.2'
            TBCOL4  = 23
            """));
  }

  /** A binary table with as many bytes of data, which count up. */
  private static byte[] binary(int length, String cards) {
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) i;
    }
    return seed("BINTABLE", cards, data);
  }

  private static byte[] ascii(String data, String cards) {
    return seed("TABLE", cards, data.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] seed(String extension, String cards, byte[] data) {
    String text = "XTENSION= '%s'\nBITPIX  = 8\nNAXIS   = 2\n%s\0".formatted(extension, cards);
    byte[] head = text.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + data.length);
    System.arraycopy(data, 0, all, head.length, data.length);
    return all;
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "5m")
  void anyTable_givesTheValuesThatItPromises_orIsRefused(byte[] input) {
    try {
      for (Hdu hdu : file(input).hdus()) {
        if (hdu.isTable()) {
          check(hdu, Table.of(hdu));
        }
      }
    } catch (RefusedException e) {
      assertThat(e.refusal().message()).startsWith("Cannot ");
    }
  }

  private static FitsFile file(byte[] input) {
    int zero = 0;
    while (zero < input.length && input[zero] != 0) {
      zero++;
    }
    String[] cards =
        new String(input, 0, zero, StandardCharsets.ISO_8859_1)
            .lines()
            .map(line -> line.substring(0, Math.min(CARD, line.length())))
            .toArray(String[]::new);
    byte[] data = Arrays.copyOfRange(input, Math.min(zero + 1, input.length), input.length);
    return FitsFile.open(FitsBytes.emptyPrimary().header(cards).data(data).bytes(), LIMITS);
  }

  private static void check(Hdu hdu, Table table) {
    for (Column column : table.columns()) {
      if (column.isScalar()) {
        assertThat(table.numbers(column)).hasSize(table.rows());
      }
      for (int row = 0; row < Math.min(ROWS, table.rows()); row++) {
        checkCell(table, column, row);
      }
      checkFirstElement(hdu, table, column);
    }
  }

  private static void checkCell(Table table, Column column, int row) {
    int count = table.count(column, row);
    switch (column.type()) {
      case TEXT -> assertThat(table.text(column, row).length()).isLessThanOrEqualTo(count);
      case BIT -> assertThat(table.bits(column, row)).hasSize((count + 31) / 32);
      case COMPLEX32, COMPLEX64 -> assertThat(table.vector(column, row)).hasSize(2 * count);
      default -> {
        assertThat(table.vector(column, row)).hasSize(Math.max(count, 0));
        assertThat(table.bits(column, row)).hasSize(count);
      }
    }
  }

  /** The decoder of single cells gives what that of columns gives, where it knows a value. */
  private static void checkFirstElement(Hdu hdu, Table table, Column column) {
    if (!column.isScalar() || table.rows() == 0) {
      return;
    }
    Element element = Element.of(hdu.kind(), hdu.header(), column);
    int at = (int) hdu.dataStart() + column.offset();
    if (!element.hasNull() || !element.isNull(hdu.bytes(), at)) {
      // As an object, so that NaN equals NaN.
      Double expected = table.numbers(column)[0];
      assertThat(element.number(hdu.bytes(), at)).isEqualTo(expected);
    }
  }
}
