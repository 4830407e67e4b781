package org.novacat.transforms.photometry.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;

/** Numbers what rows share: all but times, values, errors, texts and place in the file. */
final class RowTemplates {
  private static final UUID NO_ID = new UUID(0, 0);

  private final List<PhotometryRow> templates;
  private final Map<PhotometryRow, Integer> numbers = new HashMap<>();
  private @Nullable PhotometryRow before;
  private int numberBefore;

  /** New ones are added to {@code templates}. */
  RowTemplates(List<PhotometryRow> templates) {
    this.templates = templates;
  }

  int of(PhotometryRow row) {
    if (before != null && isAlike(before, row)) {
      return numberBefore;
    }
    before = row;
    numberBefore = number(row);
    return numberBefore;
  }

  /** Whether two rows surely have one template: most rows have that of the row before. */
  private static boolean isAlike(PhotometryRow one, PhotometryRow two) {
    return one.nova().equals(two.nova())
        && one.upload().equals(two.upload())
        && one.band().equals(two.band())
        && Objects.equals(one.dupGroup(), two.dupGroup())
        && isAlike(one.measurement(), two.measurement())
        && isAlike(one.measurement().epoch(), two.measurement().epoch())
        && isAlike(one.measurement().brightness(), two.measurement().brightness());
  }

  private static boolean isAlike(Measurement one, Measurement two) {
    return one.origin().equals(two.origin())
        && one.qualityFlag() == two.qualityFlag()
        && one.qualityBits() == two.qualityBits()
        && one.band().equals(two.band())
        && one.object().equals(two.object())
        && Objects.equals(one.spectral(), two.spectral())
        && Objects.equals(one.magSystem(), two.magSystem());
  }

  private static boolean isAlike(Epoch one, Epoch two) {
    return one.scale() == two.scale()
        && one.reference() == two.reference()
        && one.system() == two.system()
        && one.reinterpreted() == two.reinterpreted();
  }

  private static boolean isAlike(Brightness one, Brightness two) {
    return one.quantity() == two.quantity()
        && one.isLimit() == two.isLimit()
        && one.unit().equals(two.unit())
        && Objects.equals(one.limitSigma(), two.limitSigma());
  }

  private int number(PhotometryRow row) {
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
