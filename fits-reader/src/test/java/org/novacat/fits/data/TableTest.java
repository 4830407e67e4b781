package org.novacat.fits.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.testing.FitsBytes;

class TableTest {
  @Test
  void everyScalarType_isDecoded() {
    ByteBuffer row = ByteBuffer.allocate(1 + 2 + 4 + 8 + 4 + 8);
    row.put((byte) 200).putShort((short) -2).putInt(-3).putLong(-4).putFloat(1.5f).putDouble(2.5);

    Table table = table(row.array(), 1, 0, "B", "I", "J", "K", "E", "D");

    assertThat(first(table, 0)).isEqualTo(200);
    assertThat(first(table, 1)).isEqualTo(-2);
    assertThat(first(table, 2)).isEqualTo(-3);
    assertThat(first(table, 3)).isEqualTo(-4);
    assertThat(first(table, 4)).isEqualTo(1.5);
    assertThat(first(table, 5)).isEqualTo(2.5);
  }

  @Test
  void unsigned16Bits_keepTheirValues() {
    byte[] rows = ByteBuffer.allocate(4).putShort((short) 32767).putShort((short) -32768).array();

    Table table = table(rows, 2, 0, new String[] {"TZERO1  = 32768"}, "I");

    assertThat(table.numbers(table.columns().get(0))).containsExactly(65535, 0);
    assertThat(table.bits(table.columns().get(0))).containsExactly(65535, 0);
  }

  @Test
  void scaleZeroAndNull_areApplied() {
    byte[] rows = {1, 2, 99};

    Table table =
        table(rows, 3, 0, new String[] {"TSCAL1  = 0.5", "TZERO1  = 1.0", "TNULL1  = 99"}, "B");

    assertThat(table.numbers(table.columns().get(0))).containsExactly(1.5, 2, Double.NaN);
  }

  @Test
  void logicalBitAndTextColumns_areDecoded() {
    byte[] row = {'T', 'F', 0, (byte) 0b1010_0000, (byte) 0b1000_0000, 'a', 'b', ' ', 0, 'x'};

    Table table = table(row, 1, 0, "3L", "9X", "5A");

    assertThat(table.vector(table.columns().get(0), 0)).containsExactly(1, 0, Double.NaN);
    assertThat(table.bits(table.columns().get(1), 0)).containsExactly(0b1_0000_0101);
    assertThat(table.text(table.columns().get(2), 0)).isEqualTo("ab");
  }

  @Test
  void columnsAfterArraysOfBytes_areWhereTheyBelong() {
    ByteBuffer row = ByteBuffer.allocate(3 + 5 + 4 + 4);
    row.put(new byte[] {'T', 'T', 'F', 1, 2, 3, 4, 5}).putInt(0).putFloat(7.5f);

    Table table = table(row.array(), 1, 0, "3L", "5B", "0D", "2I", "E");

    assertThat(table.columns().get(4).offset()).isEqualTo(12);
    assertThat(first(table, 4)).isEqualTo(7.5);
    assertThat(table.vector(table.columns().get(2), 0)).isEmpty();
  }

  @Test
  void complexNumbers_comeAsPairs() {
    byte[] row = ByteBuffer.allocate(8).putFloat(1).putFloat(-2).array();

    Table table = table(row, 1, 0, "C");

    assertThat(table.vector(table.columns().get(0), 0)).containsExactly(1, -2);
    assertThat(table.columns().get(0).isScalar()).isFalse();
  }

  @Test
  void variableLengthArrays_areReadFromTheHeap() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * (8 + 16) + 12);
    bytes.putInt(2).putInt(0).putLong(1).putLong(8);
    bytes.putInt(0).putInt(0).putLong(2).putLong(4);
    bytes.putFloat(1.5f).putFloat(2.5f).putFloat(3.5f);

    Table table = table(bytes.array(), 2, 12, "1PE(2)", "1QE(2)");

    Column p = table.columns().get(0);
    Column q = table.columns().get(1);
    assertThat(table.vector(p, 0)).containsExactly(1.5, 2.5);
    assertThat(table.vector(p, 1)).isEmpty();
    assertThat(table.vector(q, 0)).containsExactly(3.5);
    assertThat(table.vector(q, 1)).containsExactly(2.5, 3.5);
    assertThat(p.isVector()).isTrue();
  }

  @Test
  void descriptorBeyondTheHeap_isRefused() {
    for (int[] descriptor : new int[][] {{4, 0}, {1, 12}, {-1, 0}, {1, -4}, {1 << 30, 0}}) {
      byte[] bytes =
          ByteBuffer.allocate(8 + 12).putInt(descriptor[0]).putInt(descriptor[1]).array();
      Table table = table(bytes, 1, 12, "1PE");

      assertThat(refusal(() -> table.vector(table.columns().get(0), 0))).isEqualTo("FITS_BAD_HEAP");
    }
  }

  @Test
  void columnsWiderThanTheRow_areRefused() {
    assertThat(refusal(() -> table(new byte[4], 1, 0, "E", "E"))).isEqualTo("FITS_BAD_TFORM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "", "-1E", "99999999999E", "PE", "E"})
  void formThatIsNone_isRefused(String form) {
    if (form.equals("E") || form.equals("PE")) {
      assertThat(table(new byte[8], 1, 0, form).columns()).hasSize(1);
    } else {
      assertThat(refusal(() -> table(new byte[8], 1, 0, form))).isEqualTo("FITS_BAD_TFORM");
    }
  }

  @Test
  void wrongKindOfColumn_isRefused() {
    Table table = table(new byte[8], 1, 0, "4A", "E");

    assertThat(refusal(() -> table.vector(table.columns().get(0), 0)))
        .isEqualTo("FITS_WRONG_COLUMN_TYPE");
    assertThat(refusal(() -> table.text(table.columns().get(1), 0)))
        .isEqualTo("FITS_WRONG_COLUMN_TYPE");
    assertThat(refusal(() -> table.numbers(table.columns().get(0))))
        .isEqualTo("FITS_WRONG_COLUMN_TYPE");
  }

  @Test
  void asciiTable_isReadByItsColumns() {
    String rows = " 1.50  12 ab " + "   -    7 c  " + "  250 abc    ";
    Table table =
        Table.of(
            FitsBytes.emptyPrimary()
                .header(
                    "XTENSION= 'TABLE   '",
                    "BITPIX  = 8",
                    "NAXIS   = 2",
                    "NAXIS1  = 13",
                    "NAXIS2  = 3",
                    "PCOUNT  = 0",
                    "GCOUNT  = 1",
                    "TFIELDS = 3",
                    "TBCOL1  = 1",
                    "TFORM1  = 'F5.2'",
                    "TTYPE1  = 'FLUX'",
                    "TNULL1  = '-'",
                    "TBCOL2  = 7",
                    "TFORM2  = 'I3'",
                    "TZERO2  = 100",
                    "TBCOL3  = 11",
                    "TFORM3  = 'A3'")
                .data(rows.getBytes(StandardCharsets.US_ASCII))
                .open()
                .hdus()
                .get(1));

    assertThat(table.numbers(table.columns().get(0))).containsExactly(1.5, Double.NaN, 2.5);
    assertThat(table.numbers(table.columns().get(1))).containsExactly(112, 107, Double.NaN);
    assertThat(table.text(table.columns().get(2), 0)).isEqualTo("ab");
  }

  private static double first(Table table, int column) {
    return table.numbers(table.columns().get(column))[0];
  }

  private static Table table(byte[] bytes, int rows, int heap, String... forms) {
    return table(bytes, rows, heap, new String[0], forms);
  }

  private static Table table(byte[] bytes, int rows, int heap, String[] more, String... forms) {
    List<String> cards = new ArrayList<>();
    cards.add("XTENSION= 'BINTABLE'");
    cards.add("BITPIX  = 8");
    cards.add("NAXIS   = 2");
    cards.add("NAXIS1  = " + (bytes.length - heap) / rows);
    cards.add("NAXIS2  = " + rows);
    cards.add("PCOUNT  = " + heap);
    cards.add("GCOUNT  = 1");
    cards.add("TFIELDS = " + forms.length);
    for (int i = 0; i < forms.length; i++) {
      cards.add("TFORM%s  = '%s'".formatted(i + 1, forms[i]));
    }
    cards.addAll(List.of(more));
    return Table.of(
        FitsBytes.emptyPrimary()
            .header(cards.toArray(String[]::new))
            .data(bytes)
            .open()
            .hdus()
            .get(1));
  }

  private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(RefusedException.class, call).refusal().detail();
  }
}
