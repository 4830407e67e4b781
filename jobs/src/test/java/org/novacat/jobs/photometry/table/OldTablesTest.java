package org.novacat.jobs.photometry.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.ResolutionConfidence;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * A made-up version 0.9.0: fewer columns, a float and a long where there are double and int now.
 */
class OldTablesTest {
  private static final MessageType OLD =
      MessageTypeParser.parseMessageType(
          """
          message photometry {
            required binary row_id (UTF8); required binary nova_id (UTF8);
            required binary primary_name (UTF8); required double ra_deg; required double dec_deg;
            required double time_mjd; required binary band_id (UTF8);
            required binary band_name (UTF8); required binary regime (UTF8);
            required binary spectral_coord_unit (UTF8); optional float magnitude;
            optional double limiting_value; required boolean is_upper_limit;
            required binary ingest_file_id (UTF8); required int64 source_row;
            required binary donor (UTF8);
          }
          """);

  @TempDir Path folder;

  @Test
  void oldTable_isReadByTheSameReader() throws IOException {
    List<PhotometryRow> rows = new ArrayList<>();

    PhotometryTableReader.forEach(write("photometry/0.9.0"), rows::add);

    assertThat(rows).hasSize(2);
    PhotometryRow row = rows.get(0);
    assertThat(row.nova().primaryName()).isEqualTo("V1500 Cyg");
    assertThat(row.measurement().brightness().value()).isEqualTo(2.5);
    assertThat(row.measurement().sourceRow()).isEqualTo(7);
    assertThat(row.measurement().epoch().scale()).isEqualTo(TimeScale.UNKNOWN);
    assertThat(row.measurement().epoch().reference()).isEqualTo(TimeReference.UNKNOWN);
    assertThat(row.measurement().epoch().system()).isEqualTo(EpochSystem.OTHER);
    assertThat(row.band().confidence()).isEqualTo(ResolutionConfidence.LOW);
    assertThat(row.upload().rights()).isEqualTo(DataRights.OTHER);
    assertThat(row.dupGroup()).isNull();
    assertThat(rows.get(1).measurement().brightness().limit()).isEqualTo(14.5);
  }

  @Test
  void oldTable_saysItsVersion() throws IOException {
    assertThat(TableInfo.of(write("photometry/0.9.0"))).isEqualTo(new TableInfo("0.9.0", "", 2));
  }

  @Test
  void newerMajorVersion_isRefused() throws IOException {
    Path newer = write("photometry/2.0.0");

    assertThatThrownBy(() -> PhotometryTableReader.open(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its schema version is 2.0.0, this novacat knows 1.1.0");
  }

  @Test
  void anotherTable_isRefused() throws IOException {
    Path spectrum = write("spectrum/1.0");

    assertThatThrownBy(() -> PhotometryTableReader.open(spectrum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its schema is 'spectrum/1.0'");
  }

  private Path write(String schema) throws IOException {
    Path file = folder.resolve("old.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(
                HadoopOutputFile.fromPath(
                    new org.apache.hadoop.fs.Path(file.toUri()),
                    new org.apache.hadoop.conf.Configuration(false)))
            .withType(OLD)
            .withExtraMetaData(Map.of("novacat.schema", schema))
            .build()) {
      writer.write(row("8a60c1f9-fb44-8cc7-8935-a6ff78fa741b").append("magnitude", 2.5f));
      writer.write(row("8a60c1f9-fb44-8cc7-8935-a6ff78fa741c").append("limiting_value", 14.5));
    }
    return file;
  }

  private static Group row(String id) {
    return new SimpleGroupFactory(OLD)
        .newGroup()
        .append("row_id", id)
        .append("nova_id", "0b2c8a52-3b68-4c0e-9d4c-2f6f6a1d9f10")
        .append("primary_name", "V1500 Cyg")
        .append("ra_deg", 317.875)
        .append("dec_deg", 48.1495)
        .append("time_mjd", 42_655.5)
        .append("band_id", "Generic_V")
        .append("band_name", "V")
        .append("regime", "optical")
        .append("spectral_coord_unit", "Angstrom")
        .append("is_upper_limit", false)
        .append("ingest_file_id", "0b2c8a52-3b68-8c0e-9d4c-2f6f6a1d9f10")
        .append("source_row", 7L)
        .append("donor", "nobody knows this column any more");
  }
}
