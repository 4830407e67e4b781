package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

class RowIdentityTest {
  private static final Origin PAPER = Rows.published(Rows.BIBCODE);
  private static final PhotometryRow ROW = Rows.row(50_000, "V", 12.345, PAPER);

  /**
   * Pinned: ids are persisted, and the same in every build. By hand: the parts of the
   * specification, each on a line, through sha256sum; the first 16 bytes with version 8 and the
   * variant.
   */
  @Test
  void id_isThatOfItsPartsForEver() {
    assertThat(ROW.id()).hasToString("8a60c1f9-fb44-8cc7-8935-a6ff78fa741b");
  }

  @ParameterizedTest
  @CsvSource({
    "50000, V, 12.345, true",
    "50000, Johnson V, 12.345, true", // another spelling of the same band
    "50000.000004, V, 12.345, true",
    "50000.00001, V, 12.345, false",
    "50000, V, 12.3454, true",
    "50000, V, 12.346, false",
    "50000, B, 12.345, false"
  })
  void epochValueAndBand_areCompared(double mjd, String band, double magnitude, boolean same) {
    PhotometryRow other = Rows.row(mjd, band, magnitude, PAPER);

    assertThat(other.id().equals(ROW.id())).isEqualTo(same);
  }

  @Test
  void limitAndDetection_areTwo() {
    Brightness limit = Brightness.limit(Quantity.MAGNITUDE, "mag", 12.345, null);
    PhotometryRow unseen = Rows.row(Rows.measurement(1, Rows.epoch(50_000), "V", limit, PAPER));

    assertThat(unseen.id()).isNotEqualTo(ROW.id());
  }

  @Test
  void placesOfTheClock_areTwo() {
    PhotometryRow heliocentric =
        Rows.row(
            Rows.measurement(
                1,
                Rows.epoch(50_000, TimeScale.UTC, TimeReference.HELIO, false),
                "V",
                Rows.magnitude(12.345),
                PAPER));

    assertThat(heliocentric.id()).isNotEqualTo(ROW.id());
  }

  @Test
  void fileAndRow_takeNoPart() {
    PhotometryRow elsewhere =
        Rows.row(
            Rows.measurement(99, Rows.epoch(50_000), "V", Rows.magnitude(12.345), PAPER),
            Rows.upload("another file", DataOrigin.DONOR_SUBMISSION));

    assertThat(elsewhere.id()).isEqualTo(ROW.id());
  }

  @Test
  void sourceWithoutAName_isItsFile() {
    PhotometryRow one = nameless("one", "");
    PhotometryRow two = nameless("two", "");

    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(nameless("one", "").id()).isEqualTo(one.id());
  }

  @Test
  void observersOfACatalogue_areSources() {
    Origin first = Rows.observed("AAVSO", "XYZ");
    Origin second = Rows.observed("AAVSO", "ABC");

    assertThat(Rows.row(50_000, "V", 12, first).id())
        .isNotEqualTo(Rows.row(50_000, "V", 12, second).id())
        .isEqualTo(Rows.row(50_000, "V", 12, Rows.observed("AAVSO", "XYZ")).id());
  }

  @ParameterizedTest
  @CsvSource({
    "1.234561e-13, 1.234564e-13, true",
    "1.23456e-13, 1.23457e-13, false",
    "-0.0, 0.0, true",
    "1e-30, 1.00001e-30, false"
  })
  void fluxes_areComparedBySixDigits(double one, double two, boolean same) {
    Brightness first = Brightness.detection(Quantity.FLUX_DENSITY, "Jy", one, null);
    Brightness second = Brightness.detection(Quantity.FLUX_DENSITY, "Jy", two, null);

    assertThat(RowIdentity.value(first).equals(RowIdentity.value(second))).isEqualTo(same);
    assertThat(RowIdentity.valueKey(Quantity.FLUX_DENSITY, one))
        .matches(key -> same == (key == RowIdentity.valueKey(Quantity.FLUX_DENSITY, two)));
  }

  private static PhotometryRow nameless(String file, String doi) {
    return Rows.row(
        Rows.measurement(
            1,
            Rows.epoch(50_000),
            "V",
            Rows.magnitude(12),
            new Origin("", doi, "", "", "", "", "", "JD")),
        Rows.upload(file, DataOrigin.OPERATOR_UPLOAD));
  }
}
