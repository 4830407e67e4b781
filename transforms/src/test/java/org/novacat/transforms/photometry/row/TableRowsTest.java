package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.testing.Seeded;

class TableRowsTest {
  private static final Origin PAPER = Rows.published(Rows.BIBCODE);
  private static final Origin OTHER_PAPER = Rows.published("2011ApJ...000..000X");
  private static final List<DataOrigin> ORIGINS = List.of(DataOrigin.values());
  private static final Brightness WITHOUT_ERROR =
      Brightness.detection(Quantity.MAGNITUDE, "mag", 12, null);

  @Test
  void sameMeasurementTwice_staysOnce() {
    PhotometryRow first = row("a", 1, DataOrigin.LITERATURE, Rows.magnitude(12));
    PhotometryRow second = row("b", 1, DataOrigin.LITERATURE, Rows.magnitude(12));

    TableRows table = table(first, second);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.duplicateCount()).isEqualTo(1);
    assertThat(table.duplicates().values()).containsExactly(1);
  }

  @Test
  void rowWithError_isKept() {
    PhotometryRow poor = row("a", 1, DataOrigin.LITERATURE, WITHOUT_ERROR);
    PhotometryRow good = row("b", 9, DataOrigin.OPERATOR_UPLOAD, Rows.magnitude(12));

    assertThat(table(poor, good).rows()).containsExactly(good);
  }

  @Test
  void rowOfLiterature_isKept() {
    PhotometryRow upload = row("a", 1, DataOrigin.OPERATOR_UPLOAD, WITHOUT_ERROR);
    PhotometryRow literature = row("b", 9, DataOrigin.LITERATURE, WITHOUT_ERROR);

    assertThat(table(upload, literature).rows()).containsExactly(literature);
    assertThat(table(upload, literature).duplicates()).containsOnlyKeys(upload.upload().id());
  }

  @Test
  void rowOfTheSmallerFile_isKept() {
    List<PhotometryRow> rows =
        Stream.of("a", "b", "c", "d")
            .map(file -> row(file, file.charAt(0), DataOrigin.LITERATURE, WITHOUT_ERROR))
            .toList();
    PhotometryRow smallest =
        Collections.min(rows, (one, two) -> one.upload().id().compareTo(two.upload().id()));

    assertThat(Rows.table(rows).rows()).containsExactly(smallest);
  }

  @Test
  void earlierRowOfAFile_isKept() {
    PhotometryRow later = row("a", 12, DataOrigin.LITERATURE, WITHOUT_ERROR);
    PhotometryRow earlier = row("a", 9, DataOrigin.LITERATURE, WITHOUT_ERROR);

    assertThat(table(later, earlier).rows()).containsExactly(earlier);
  }

  @ParameterizedTest
  @CsvSource({
    "50000.0059, V, 12, true",
    "50000.0061, V, 12, false",
    "49999.9941, V, 12, true",
    "50000.003, CV, 12, true", // drawn with V
    "50000.003, B, 12, false",
    "50000.003, V, 12.001, false"
  })
  void sameValueOfAnotherSource_isASoftDuplicate(
      double mjd, String band, double magnitude, boolean soft) {
    PhotometryRow one = Rows.row(50_000, "V", 12, PAPER);
    PhotometryRow two = Rows.row(mjd, band, magnitude, OTHER_PAPER);

    TableRows table = table(one, two);

    assertThat(table.rows()).hasSize(2);
    assertThat(table.softGroups()).isEqualTo(soft ? 1 : 0);
    assertThat(table.rows())
        .allSatisfy(
            row -> {
              assertThat(row.dupGroup() != null).isEqualTo(soft);
              assertThat((row.measurement().qualityBits() & QualityBits.SOFT_DUPLICATE) != 0)
                  .isEqualTo(soft);
            });
    assertThat(table.rows().get(0).dupGroup()).isEqualTo(table.rows().get(1).dupGroup());
  }

  @Test
  void sameSource_hasNoSoftDuplicates() {
    assertThat(
            table(Rows.row(50_000, "V", 12, PAPER), Rows.row(50_000.003, "V", 12, PAPER))
                .softGroups())
        .isZero();
  }

  @Test
  void limitAndDetectionOfOneValue_areNoSoftDuplicates() {
    Brightness limit = Brightness.limit(Quantity.MAGNITUDE, "mag", 12, null);
    PhotometryRow unseen =
        Rows.row(Rows.measurement(1, Rows.epoch(50_000), "V", limit, OTHER_PAPER));

    assertThat(table(Rows.row(50_000, "V", 12, PAPER), unseen).softGroups()).isZero();
  }

  @Test
  void duplicateOfADuplicate_isInTheGroup() {
    TableRows table =
        table(
            Rows.row(50_000, "V", 12, PAPER),
            Rows.row(50_000.005, "V", 12, OTHER_PAPER),
            Rows.row(50_000.010, "V", 12, PAPER),
            Rows.row(50_000.020, "V", 12, OTHER_PAPER));

    assertThat(table.softGroups()).isEqualTo(1);
    assertThat(table.rows().stream().map(PhotometryRow::dupGroup).distinct().count()).isEqualTo(2);
    assertThat(table.rows().get(3).dupGroup()).as("too late").isNull();
    assertThat(table.rows().stream().map(PhotometryRow::id))
        .as("named after its smallest row")
        .contains(table.rows().get(0).dupGroup());
  }

  @Test
  void rows_areInTheOrderOfTheTable() {
    PhotometryRow radio =
        Rows.row(
            Rows.measurement("5 GHz", Brightness.detection(Quantity.FLUX_DENSITY, "mJy", 1, null)));
    TableRows table =
        table(
            radio,
            Rows.row(50_001, "V", 12, PAPER),
            Rows.row(50_000, "Vis", 12, PAPER),
            Rows.row(50_000, "V", 12.5, PAPER),
            Rows.row(60_000, "B", 12, PAPER),
            Rows.row(60_000, "K", 12, PAPER));

    assertThat(table.rows().stream().map(row -> row.band().bandId()))
        .containsExactly(
            "Generic_K", "Generic_B", "Generic_V", "Generic_V", "AAVSO_Vis", "Radio_4.9_GHz");
    assertThat(table.rows().get(2).measurement().epoch().mjd()).isEqualTo(50_000);
  }

  /** The same uploads in any order, in one run or ten, give the same table. */
  @Test
  void anyOrder_givesTheSameTable() {
    Seeded.cases(
        60,
        random -> {
          List<PhotometryRow> rows = crowd(random, 300);
          TableRows first = Rows.table(rows);
          List<PhotometryRow> shuffled = new ArrayList<>(rows);
          Collections.shuffle(shuffled, random);

          TableRows second = Rows.table(shuffled);

          assertThat(second.rows()).isEqualTo(first.rows());
          assertThat(second.duplicates()).isEqualTo(first.duplicates());
          assertThat(first.duplicateCount()).isPositive();
          assertThat(first.softGroups()).isPositive();
          assertThat(first.rows().size() + first.duplicateCount()).isEqualTo(rows.size());
        });
  }

  /** Against the definition, pair by pair. */
  @Test
  void softDuplicates_areAllPairsOfTheDefinition() {
    Seeded.cases(
        40,
        random -> {
          TableRows table = Rows.table(crowd(random, 120));
          for (PhotometryRow one : table.rows()) {
            boolean soft = table.rows().stream().anyMatch(two -> softDuplicate(one, two));
            assertThat(one.dupGroup() != null).isEqualTo(soft);
            table.rows().stream()
                .filter(two -> softDuplicate(one, two))
                .forEach(two -> assertThat(two.dupGroup()).isEqualTo(one.dupGroup()));
          }
        });
  }

  private static boolean softDuplicate(PhotometryRow one, PhotometryRow two) {
    Measurement first = one.measurement();
    Measurement second = two.measurement();
    return Rows.REGISTRY.group(one.band().bandId()).equals(Rows.REGISTRY.group(two.band().bandId()))
        && first.brightness().isLimit() == second.brightness().isLimit()
        && RowIdentity.value(first.brightness()).equals(RowIdentity.value(second.brightness()))
        && Math.abs(first.epoch().mjd() - second.epoch().mjd()) <= 0.006
        && !RowIdentity.sourceKey(one).equals(RowIdentity.sourceKey(two));
  }

  /** Few values, times and sources, so that duplicates of both kinds abound. */
  private static List<PhotometryRow> crowd(Random random, int size) {
    List<PhotometryRow> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double mjd = 50_000 + random.nextInt(40) * 0.002;
      double value = 12 + random.nextInt(3) * 0.1;
      Brightness brightness =
          random.nextInt(4) == 0
              ? Brightness.limit(Quantity.MAGNITUDE, "mag", value, null)
              : Brightness.detection(
                  Quantity.MAGNITUDE, "mag", value, random.nextBoolean() ? 0.1 : null);
      String band = List.of("V", "CV", "Johnson V", "B").get(random.nextInt(4));
      Origin origin = List.of(PAPER, OTHER_PAPER, Origin.UNKNOWN).get(random.nextInt(3));
      Upload upload = Rows.upload("file " + random.nextInt(5), ORIGINS.get(random.nextInt(3)));
      rows.add(
          Rows.row(
              Rows.measurement(1 + random.nextInt(3), Rows.epoch(mjd), band, brightness, origin),
              upload));
    }
    return rows;
  }

  private static PhotometryRow row(
      String file, int sourceRow, DataOrigin origin, Brightness brightness) {
    return Rows.row(
        Rows.measurement(sourceRow, Rows.epoch(50_000), "V", brightness, PAPER),
        Rows.upload(file, origin));
  }

  private static TableRows table(PhotometryRow... rows) {
    return Rows.table(List.of(rows));
  }
}
