package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.layouts.testing.Seeded;

class PackedRowsTest {
  @Test
  void rows_areEqualToThoseThatWereAdded() {
    Seeded.cases(
        50,
        random -> {
          List<PhotometryRow> rows = new ArrayList<>();
          for (int i = random.nextInt(300); i >= 0; i--) {
            rows.add(RandomRows.row(random));
          }
          PackedRows packed = new PackedRows();

          packed.addAll(rows);

          assertThat(packed).isEqualTo(rows);
        });
  }

  @Test
  void textsOfAnyLengthAndAlphabet_stayWhatTheyAre() {
    PackedRows packed = new PackedRows();
    List<String> texts =
        List.of("", "V", "Ångström", "новая", "新星 \uD83C\uDF1F", "\uD800", "x".repeat(3 << 20));
    List<PhotometryRow> rows = texts.stream().map(PackedRowsTest::noted).toList();

    packed.addAll(rows);

    assertThat(packed).isEqualTo(rows);
  }

  @Test
  void rowsRemovedAtTheEnd_giveTheirPlaceToOthers() {
    Seeded.cases(
        20,
        random -> {
          List<PhotometryRow> rows = new ArrayList<>();
          PackedRows packed = new PackedRows();
          for (int i = 0; i < 5; i++) {
            for (int n = random.nextInt(20_000); n > 0; n--) {
              PhotometryRow row = noted("row " + n);
              rows.add(row);
              packed.add(row);
            }
            int left = random.nextInt(rows.size() + 1);
            rows.subList(left, rows.size()).clear();
            packed.subList(left, packed.size()).clear();
          }
          assertThat(packed).hasSameSizeAs(rows);
          for (int i = 0; i < rows.size(); i += 97) {
            assertThat(packed.get(i)).isEqualTo(rows.get(i));
          }
        });
  }

  @Test
  void rowsInTheMiddle_stay() {
    PackedRows packed = new PackedRows();
    packed.addAll(List.of(noted("a"), noted("b")));

    assertThatThrownBy(() -> packed.subList(0, 1).clear())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("Cannot remove rows: others are behind them");
    assertThatThrownBy(() -> packed.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static PhotometryRow noted(String notes) {
    PhotometryRow row = Rows.row(50_000, "V", 12, Rows.published(Rows.BIBCODE));
    Measurement of = row.measurement();
    return new PhotometryRow(
        row.id(),
        row.nova(),
        new Measurement(
            of.sourceRow(),
            of.object(),
            of.epoch(),
            of.band(),
            of.spectral(),
            of.magSystem(),
            of.brightness(),
            of.qualityFlag(),
            of.qualityBits(),
            notes,
            of.origin()),
        row.band(),
        row.baryTdbMjd(),
        row.upload(),
        null);
  }
}
