package org.novacat.layouts.photometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.RandomRows;
import org.novacat.layouts.testing.Seeded;

class PhotometryColumnTest {
  /** The photometry specification, section 2, from top to bottom. */
  private static final String SPECIFIED =
      """
      row_id nova_id primary_name ra_deg dec_deg
      time_mjd time_scale time_ref time_mjd_bary_tdb time_bary_corr time_orig time_orig_sys
      time_start_mjd time_end_mjd
      band_id band_name band_source_text regime svo_filter_id
      spectral_coord_type spectral_coord_value spectral_coord_unit bandpass_width
      mag_system magnitude mag_err mag_err_lo mag_err_hi
      flux_density flux_density_err flux_density_unit count_rate count_rate_err
      is_upper_limit limiting_value limiting_sigma quality_flag quality_bits notes
      bibcode doi data_url orig_catalog orig_table_ref telescope instrument observer
      data_rights data_origin donor_attribution
      band_resolution_type band_resolution_confidence sidecar_contributed
      ingest_file_id source_row source_format dup_group
      time_scale_confidence mag_system_confidence unit_confidence band_confidence
      limit_confidence nova_confidence
      """;

  @Test
  void columns_areThoseOfTheSpecificationInItsOrder() {
    assertThat(Stream.of(PhotometryColumn.values()).map(PhotometryColumn::columnName))
        .containsExactly(SPECIFIED.strip().split("\\s+"));
  }

  @Test
  void cells_haveTheirTypeAndAreNullOnlyWhereTheyMay() {
    Seeded.cases(
        200,
        random -> {
          PhotometryRow row = RandomRows.row(random);
          for (PhotometryColumn column : PhotometryColumn.values()) {
            Object cell = column.cell(row);
            assertThat(cell == null && !column.nullable()).as(column.columnName()).isFalse();
            assertThat(cell == null || javaType(column).isInstance(cell)).as("%s", cell).isTrue();
          }
        });
  }

  @Test
  void cellsOfARow_makeTheRowAgain() {
    Seeded.cases(
        500,
        random -> {
          PhotometryRow row = RandomRows.row(random);
          Map<PhotometryColumn, Object> cells = new EnumMap<>(PhotometryColumn.class);
          for (PhotometryColumn column : PhotometryColumn.values()) {
            cells.put(column, column.cell(row));
          }
          assertThat(new RowCells(cells::get).row()).usingRecursiveComparison().isEqualTo(row);
        });
  }

  @Test
  void limit_hasItsValueInTheColumnOfLimitsOnly() {
    Seeded.cases(
        200,
        random -> {
          PhotometryRow row = RandomRows.row(random);
          boolean limit = (Boolean) PhotometryColumn.IS_UPPER_LIMIT.cell(row);
          assertThat(PhotometryColumn.LIMITING_VALUE.cell(row) != null).isEqualTo(limit);
          long values =
              Stream.of(
                      PhotometryColumn.MAGNITUDE,
                      PhotometryColumn.FLUX_DENSITY,
                      PhotometryColumn.COUNT_RATE)
                  .filter(column -> column.cell(row) != null)
                  .count();
          assertThat(values).isEqualTo(limit ? 0 : 1);
        });
  }

  private static Class<?> javaType(PhotometryColumn column) {
    return switch (column.type()) {
      case TEXT -> String.class;
      case DOUBLE -> Double.class;
      case BOOLEAN -> Boolean.class;
      case INT -> Integer.class;
    };
  }
}
