package org.novacat.jobs.photometry.export;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;

/** What is left to say of a row, as the field NOTES takes it. */
final class AavsoNotes {
  private final StringBuilder text = new StringBuilder();
  private final PhotometryRow row;

  AavsoNotes(PhotometryRow row) {
    this.row = row;
  }

  /** The field; {@code na} when there is nothing to say. */
  String text() {
    Origin origin = row.measurement().origin();
    Brightness brightness = row.measurement().brightness();
    add("OBSERVER", origin.observer());
    add("BIBCODE", origin.bibcode());
    add("DOI", origin.doi());
    add("MERRLO", brightness.errorLow());
    add("MERRHI", brightness.errorHigh());
    add("SIGMA", brightness.limitSigma());
    int quality = row.measurement().qualityFlag();
    add("QUALITY", quality == 0 ? "" : Integer.toString(quality));
    add("NOTES", row.measurement().notes());
    return text.isEmpty() ? AavsoFile.NOT_KNOWN : text.append('|').toString();
  }

  private void add(String key, @Nullable Double value) {
    add(key, value == null ? "" : value.toString());
  }

  private void add(String key, String value) {
    String clean = AavsoFile.clean(value).replace('|', ' ');
    if (!clean.isEmpty()) {
      text.append('|').append(key).append('=').append(clean);
    }
  }
}
