package org.novacat.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class CellsTest {
  @Test
  void commasInQuotes_divideNothing() {
    assertThat(cells(',', "a,\"AAVSO 1744-06 (b), 1985\",,\"say \"\"so\"\"\""))
        .containsExactly("a", "AAVSO 1744-06 (b), 1985", "", "say \"so\"");
  }

  @Test
  void blanksAroundCells_doNotCount() {
    assertThat(cells(',', " Star , Date(UT)   ,\t\"x\"  ,"))
        .containsExactly("Star", "Date(UT)", "x", "");
  }

  @Test
  void quoteInsideABareCell_isACharacter() {
    assertThat(cells(',', "5\" aperture,b\"c")).containsExactly("5\" aperture", "b\"c");
  }

  @Test
  void runsOfBlanks_divideOnce_andNoneAtTheEdges() {
    assertThat(cells(Cells.BLANKS, "  2455834.660 \t 99.999  \"GK Per\" "))
        .containsExactly("2455834.660", "99.999", "GK Per");
  }

  @Test
  void quoteThatIsNotClosed_leavesTheLineOpen() {
    assertThat(new Cells(',').cut("a,\"b").isOpen()).isTrue();
    assertThat(new Cells(',').cut("a,\"b\"").isOpen()).isFalse();
  }

  /** An independent writer and reader of RFC 4180 agree with us. */
  @Test
  void csv_isReadAsAnotherLibraryReadsIt() {
    Seeded.cases(
        3_000,
        random -> {
          String line = line(random);

          List<String> theirs = new ArrayList<>();
          for (CsvRecord record : CsvReader.builder().ofCsvRecord(line)) {
            record.getFields().forEach(field -> theirs.add(field.strip()));
          }

          assertThat(cells(',', line)).as(line).isEqualTo(theirs);
        });
  }

  private static String line(Random random) {
    List<String> fields = new ArrayList<>();
    for (int i = random.nextInt(6) + 1; i > 0; i--) {
      StringBuilder field = new StringBuilder("x");
      for (int j = random.nextInt(8); j > 0; j--) {
        field.append("ab,; \"'#12".charAt(random.nextInt(10)));
      }
      fields.add(field.toString());
    }
    StringWriter out = new StringWriter();
    CsvWriter.builder().build(out).writeRecord(fields);
    return out.toString().strip();
  }

  private static List<String> cells(char delimiter, String line) {
    Cells cells = new Cells(delimiter).cut(line);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      all.add(cells.cell(i));
    }
    return all;
  }
}
