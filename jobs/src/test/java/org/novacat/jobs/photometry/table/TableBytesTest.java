package org.novacat.jobs.photometry.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.testing.Seeded;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.row.PackedRows;
import org.novacat.transforms.photometry.row.RowAssembler;
import org.novacat.transforms.photometry.row.RowResult;
import org.novacat.transforms.photometry.row.TableRows;

/** From measurements to the bytes of the file: the same uploads give the same table. */
class TableBytesTest {
  private static final RowNova NOVA =
      new RowNova(
          NovaId.parse("0b2c8a52-3b68-4c0e-9d4c-2f6f6a1d9f10"), "V1500 Cyg", 317.875, 48.1495);
  private static final BandRegistry REGISTRY = BandRegistry.standard();
  private static final RowAssembler ASSEMBLER = new RowAssembler(REGISTRY, 61_000);

  @TempDir Path folder;

  @Test
  void uploadsInAnyOrderAndInAnyRuns_giveTheSameBytes() {
    Seeded.cases(
        20,
        random -> {
          List<List<PhotometryRow>> uploads = uploads(random);
          byte[] atOnce = table(uploads);
          List<List<PhotometryRow>> shuffled = new ArrayList<>(uploads);
          Collections.shuffle(shuffled, random);

          byte[] last = {};
          for (int done = 1 + random.nextInt(3); last.length == 0; ) {
            byte[] run = table(shuffled.subList(0, Math.min(done, shuffled.size())));
            last = done >= shuffled.size() ? run : last;
            done += 1 + random.nextInt(4);
          }

          assertThat(last).isEqualTo(atOnce);
        });
  }

  /** The control: an upload less is another table. */
  @Test
  void missingUpload_isSeen() {
    List<List<PhotometryRow>> uploads = uploads(new Random(5));

    assertThat(table(uploads.subList(1, uploads.size()))).isNotEqualTo(table(uploads));
  }

  private byte[] table(List<List<PhotometryRow>> uploads) {
    PackedRows accepted = new PackedRows();
    uploads.forEach(accepted::addAll);
    TableRows table = TableRows.of(accepted, REGISTRY);
    Path file = folder.resolve("table.parquet");
    try {
      PhotometryParquet.write(table.rows().iterator(), file, REGISTRY.version(), new TreeMap<>());
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ten uploads that overlap: few epochs, values and sources. */
  private static List<List<PhotometryRow>> uploads(Random random) {
    List<List<PhotometryRow>> uploads = new ArrayList<>();
    for (int file = 0; file < 10; file++) {
      Upload upload =
          new Upload(
              IngestFileId.of(ContentHash.of(new byte[] {(byte) file})),
              "csv",
              DataRights.PUBLIC,
              file % 3 == 0 ? DataOrigin.LITERATURE : DataOrigin.OPERATOR_UPLOAD,
              "",
              false);
      List<PhotometryRow> rows = new ArrayList<>();
      for (int row = 1; row <= 30; row++) {
        rows.add(row(random, row, upload));
      }
      uploads.add(rows);
    }
    return uploads;
  }

  private static PhotometryRow row(Random random, int sourceRow, Upload upload) {
    double mjd = 50_000 + random.nextInt(20) * 0.003;
    String paper = "201%sAJ....140...34S".formatted(random.nextInt(3));
    Measurement measurement =
        new Measurement(
            sourceRow,
            "V1500 Cyg",
            new Epoch(
                mjd, TimeScale.UTC, TimeReference.GEO, "", EpochSystem.MJD, null, null, false),
            random.nextBoolean() ? "V" : "CV",
            null,
            null,
            Brightness.detection(
                Quantity.MAGNITUDE,
                "mag",
                12 + random.nextInt(2) * 0.1,
                random.nextBoolean() ? 0.1 : null),
            0,
            0,
            "",
            new Origin(paper, "", "", "", "", "", "", ""));
    return ASSEMBLER
        .assemble(measurement, NOVA, upload, BandAssertions.NONE)
        .match(
            RowResult.Accepted::row,
            rejected -> {
              throw new AssertionError(rejected.toString());
            });
  }
}
