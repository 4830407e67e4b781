package org.novacat.transforms.photometry.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;

/** Numbers what rows share: all but times, values, errors, texts and place in the file. */
final class RowTemplates {
  private static final UUID NO_ID = new UUID(0, 0);

  private final List<PhotometryRow> templates;
  private final Map<PhotometryRow, Integer> numbers = new HashMap<>();

  /** New ones are added to {@code templates}. */
  RowTemplates(List<PhotometryRow> templates) {
    this.templates = templates;
  }

  int of(PhotometryRow row) {
    PhotometryRow template = template(row);
    Integer number = numbers.putIfAbsent(template, templates.size());
    if (number == null) {
      templates.add(template);
      return templates.size() - 1;
    }
    return number;
  }

  private static PhotometryRow template(PhotometryRow row) {
    Measurement of = row.measurement();
    Measurement shared =
        new Measurement(
            0,
            of.object(),
            epoch(of.epoch()),
            of.band(),
            of.spectral(),
            of.magSystem(),
            brightness(of.brightness()),
            of.qualityFlag(),
            of.qualityBits(),
            "",
            of.origin());
    return new PhotometryRow(
        NO_ID, row.nova(), shared, row.band(), null, row.upload(), row.dupGroup());
  }

  private static Epoch epoch(Epoch of) {
    return new Epoch(
        0, of.scale(), of.reference(), "", of.system(), null, null, of.reinterpreted());
  }

  private static Brightness brightness(Brightness of) {
    Double here = 0.0;
    return new Brightness(
        of.quantity(),
        of.unit(),
        of.isLimit() ? null : here,
        null,
        null,
        null,
        of.isLimit() ? here : null,
        of.limitSigma());
  }
}
