package org.novacat.jobs.vo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.testing.VoTables;
import org.novacat.jobs.vo.ObsCoreRow.Access;
import org.novacat.jobs.vo.ObsCoreRow.Dataset;
import org.novacat.jobs.vo.ObsCoreRow.ProductType;
import org.novacat.jobs.vo.ObsCoreRow.SpectralAxis;
import org.novacat.jobs.vo.ObsCoreRow.TimeAxis;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

class ObsCoreTest {
  /** ObsCore 1.1 (REC 2017-05-09), the mandatory fields: name, utype, unit, UCD. */
  private static final String STANDARD =
      """
      dataproduct_type|ObsDataset.dataProductType||meta.code.class
      calib_level|ObsDataset.calibLevel||meta.code;obs.calib
      obs_collection|DataID.Collection||meta.id
      obs_id|DataID.observationID||meta.id
      obs_publisher_did|Curation.PublisherDID||meta.ref.ivoid
      access_url|Access.reference||meta.ref.url
      access_format|Access.format||meta.code.mime
      access_estsize|Access.size|kbyte|phys.size;meta.file
      target_name|Target.name||meta.id;src
      s_ra|Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1|deg|pos.eq.ra
      s_dec|Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C2|deg|pos.eq.dec
      s_fov|Char.SpatialAxis.Coverage.Bounds.Extent.diameter|deg|phys.angSize;instr.fov
      s_region|Char.SpatialAxis.Coverage.Support.Area||pos.outline;obs.field
      s_resolution|Char.SpatialAxis.Resolution.Refval.value|arcsec|pos.angResolution
      s_xel1|Char.SpatialAxis.numBins1||meta.number
      s_xel2|Char.SpatialAxis.numBins2||meta.number
      t_min|Char.TimeAxis.Coverage.Bounds.Limits.StartTime|d|time.start;obs.exposure
      t_max|Char.TimeAxis.Coverage.Bounds.Limits.StopTime|d|time.end;obs.exposure
      t_exptime|Char.TimeAxis.Coverage.Support.Extent|s|time.duration;obs.exposure
      t_resolution|Char.TimeAxis.Resolution.Refval.value|s|time.resolution
      t_xel|Char.TimeAxis.numBins||meta.number
      em_min|Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit|m|em.wl;stat.min
      em_max|Char.SpectralAxis.Coverage.Bounds.Limits.HiLimit|m|em.wl;stat.max
      em_res_power|Char.SpectralAxis.Resolution.ResolPower.refVal||spect.resolution
      em_xel|Char.SpectralAxis.numBins||meta.number
      o_ucd|Char.ObservableAxis.ucd||meta.ucd
      pol_states|Char.PolarizationAxis.stateList||meta.code;phys.polarization
      pol_xel|Char.PolarizationAxis.numBins||meta.number
      facility_name|Provenance.ObsConfig.Facility.name||meta.id;instr.tel
      instrument_name|Provenance.ObsConfig.Instrument.name||meta.id;instr
      """;

  private static final ObsCoreRow SPECTRUM =
      new ObsCoreRow(
          new Dataset(ProductType.SPECTRUM, 2, "ARAS", "p1", "ivo://x.org/novacat?p1"),
          new Access("nova/n1/p1.fits", "application/fits", 8_640),
          "V1500 Cyg",
          new SkyPosition(317.875, 48.1495),
          TimeAxis.of(new ObservationTime(57_000.25, TimeScale.UTC, "MJD-OBS"), 864.0),
          SpectralAxis.of(4000, 7000, Medium.AIR, 1500),
          "phot.flux.density;em.wl",
          "Observatoire de Haute-Provence <é>",
          "");

  private static final ObsCoreRow LIGHT_CURVE =
      new ObsCoreRow(
          new Dataset(ProductType.TIMESERIES, 2, "novacat", "n1", "ivo://x.org/novacat?n1"),
          new Access("nova/n1/photometry.vot", "application/x-votable+xml", 1_000),
          "V1500 Cyg",
          null,
          new TimeAxis(42_653.0, 43_000.0, null, 20L),
          SpectralAxis.UNKNOWN,
          "phot.mag",
          "",
          "");

  @TempDir Path folder;

  @Test
  void columns_areThoseOfTheStandard() throws IOException {
    Path parquet = folder.resolve("obscore.parquet");
    ObsCore.parquet(List.of(SPECTRUM, LIGHT_CURVE).iterator(), parquet);

    assertThat(described(voTable())).isEqualTo(STANDARD);
    assertThat(
            described(
                new StarTableFactory()
                    .makeStarTable(new FileDataSource(parquet.toFile()), "parquet")))
        .isEqualTo(STANDARD);
    assertThat(VoTables.header(parquet)).contains("<COOSYS", "<TIMESYS");
    VoTables.assertSound(VoTables.header(parquet), folder);
  }

  @Test
  void values_areInTheUnitsOfTheStandard_andUnknownOnesAreNull() throws IOException {
    StarTable table = voTable();

    try (RowSequence rows = table.getRowSequence()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getCell(index(table, "dataproduct_type"))).isEqualTo("spectrum");
      assertThat(number(rows, table, "access_estsize")).isEqualTo(9);
      assertThat(number(rows, table, "t_min")).isEqualTo(57_000.245, within(1e-9));
      assertThat(number(rows, table, "t_max")).isEqualTo(57_000.255, within(1e-9));
      // 4000 Å in air are 4001.13 Å in vacuum.
      assertThat(number(rows, table, "em_min")).isEqualTo(4001.13e-10, within(1e-12));
      assertThat(number(rows, table, "em_max")).isEqualTo(7001.93e-10, within(1e-12));
      assertThat(number(rows, table, "em_xel")).isEqualTo(1500);
      assertThat(rows.getCell(index(table, "facility_name"))).isEqualTo(SPECTRUM.facility());
      assertNull(rows, table, "s_fov", "s_region", "s_xel1", "t_resolution", "em_res_power");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getCell(index(table, "dataproduct_type"))).isEqualTo("timeseries");
      assertNull(rows, table, "s_ra", "s_dec", "t_exptime", "em_min", "em_max", "em_xel");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void timeThatIsKnownToADay_opensTheDay() {
    ObservationTime day = new ObservationTime(57_000.5, TimeScale.UTC, "DATE-OBS", 1.0, null);

    assertThat(TimeAxis.of(day, 600.0)).isEqualTo(new TimeAxis(57_000.0, 57_001.0, 600.0, 1L));
    assertThat(TimeAxis.of(null, null)).isEqualTo(new TimeAxis(null, null, null, 1L));
  }

  @Test
  void document_isSound_alsoWithoutRows_andTheSameEachTime() throws IOException {
    String document = written(List.of(SPECTRUM, LIGHT_CURVE));

    VoTables.assertSound(document, folder);
    VoTables.assertSound(written(List.of()), folder);
    assertThat(written(List.of(SPECTRUM, LIGHT_CURVE))).isEqualTo(document);
    assertThat(document)
        .contains("<RESOURCE type=\"results\">", "value=\"ivo://ivoa.net/std/ObsCore#core-1.1\"")
        .containsPattern(
            "name=\"t_min\"[^>]* ref=\"reported\"|ref=\"reported\"[^>]*name=\"t_min\"");
  }

  @Test
  void stilts_selectsByTimeAndWavelength() throws IOException {
    Path file = Files.writeString(folder.resolve("obscore.vot"), written(List.of(SPECTRUM)));

    String said =
        VoTables.stilts(
            "tpipe",
            "in=" + file,
            "cmd=select t_min>57000&&em_min<6e-7&&em_max>6.5e-7",
            "cmd=keepcols access_url",
            "omode=out",
            "ofmt=csv");

    if (VoTables.hasStilts()) {
      assertThat(said.lines()).containsExactly("access_url", "nova/n1/p1.fits");
    }
  }

  private StarTable voTable() throws IOException {
    byte[] document = written(List.of(SPECTRUM, LIGHT_CURVE)).getBytes(UTF_8);
    return new StarTableFactory()
        .makeStarTable(new ByteArrayInputStream(document), new VOTableBuilder());
  }

  private static String written(List<ObsCoreRow> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ObsCore.voTable(rows, bytes);
    return bytes.toString(UTF_8);
  }

  private static String described(StarTable table) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < table.getColumnCount(); i++) {
      ColumnInfo info = table.getColumnInfo(i);
      String utype = info.getUtype();
      assertThat(utype).startsWith("obscore:");
      lines.add(
          String.join(
              "|",
              info.getName(),
              utype.substring("obscore:".length()),
              Objects.requireNonNullElse(info.getUnitString(), ""),
              info.getUCD()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static int index(StarTable table, String name) {
    for (int i = 0; i < table.getColumnCount(); i++) {
      if (table.getColumnInfo(i).getName().equals(name)) {
        return i;
      }
    }
    throw new AssertionError("no column " + name);
  }

  private static double number(RowSequence rows, StarTable table, String name) throws IOException {
    return ((Number) rows.getCell(index(table, name))).doubleValue();
  }

  /** STIL has NaN for a number that is absent. */
  private static void assertNull(RowSequence rows, StarTable table, String... names)
      throws IOException {
    for (String name : names) {
      assertThat(rows.getCell(index(table, name))).as(name).isIn(null, Double.NaN);
    }
  }
}
