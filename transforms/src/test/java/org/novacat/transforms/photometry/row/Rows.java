package org.novacat.transforms.photometry.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandRegistry;

/** Measurements and rows for tests: what a test is about is said, the rest is ordinary. */
final class Rows {
  static final BandRegistry REGISTRY = BandRegistry.standard();
  static final RowAssembler ASSEMBLER = new RowAssembler(REGISTRY, 61_000);
  static final RowNova NOVA =
      new RowNova(
          NovaId.parse("0b2c8a52-3b68-4c0e-9d4c-2f6f6a1d9f10"), "V1500 Cyg", 317.875, 48.1495);
  static final String BIBCODE = "2010AJ....140...34S";

  private Rows() {}

  static IngestFileId file(String content) {
    return IngestFileId.of(ContentHash.of(content.getBytes(StandardCharsets.UTF_8)));
  }

  static Upload upload(String content, DataOrigin origin) {
    return new Upload(file(content), "csv", DataRights.PUBLIC, origin, "", false);
  }

  static Origin published(String bibcode) {
    return new Origin(bibcode, "", "", "", "", "", "", "");
  }

  static Origin observed(String catalog, String observer) {
    return new Origin("", "", "", catalog, "", "", "", observer);
  }

  static Brightness magnitude(double value) {
    return Brightness.detection(Quantity.MAGNITUDE, "mag", value, 0.02);
  }

  static Epoch epoch(double mjd) {
    return epoch(mjd, TimeScale.UTC, TimeReference.GEO, false);
  }

  static Epoch epoch(double mjd, TimeScale scale, TimeReference place, boolean reinterpreted) {
    return new Epoch(mjd, scale, place, "", EpochSystem.MJD, null, null, reinterpreted);
  }

  static Measurement measurement(
      int row, Epoch epoch, String band, Brightness brightness, Origin origin) {
    return new Measurement(row, "V1500 Cyg", epoch, band, null, null, brightness, 0, 0, "", origin);
  }

  static Measurement measurement(String band, Brightness brightness) {
    return measurement(1, epoch(50_000), band, brightness, Origin.UNKNOWN);
  }

  static RowResult assemble(Measurement measurement) {
    return ASSEMBLER.assemble(
        measurement, NOVA, upload("a", DataOrigin.OPERATOR_UPLOAD), BandAssertions.NONE);
  }

  static PhotometryRow row(Measurement measurement) {
    return row(measurement, upload("a", DataOrigin.OPERATOR_UPLOAD));
  }

  static PhotometryRow row(Measurement measurement, Upload upload) {
    return ASSEMBLER
        .assemble(measurement, NOVA, upload, BandAssertions.NONE)
        .match(
            RowResult.Accepted::row,
            rejected -> {
              throw new AssertionError(rejected.toString());
            });
  }

  /** The table of some rows. */
  static TableRows table(List<PhotometryRow> accepted) {
    PackedRows packed = new PackedRows();
    packed.addAll(accepted);
    return TableRows.of(packed, REGISTRY);
  }

  /** A row of a literature table. */
  static PhotometryRow row(double mjd, String band, double magnitude, Origin origin) {
    return row(measurement(1, epoch(mjd), band, magnitude(magnitude), origin));
  }
}
