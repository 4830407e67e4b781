package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.List;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.fits.profile.Wcs;
import org.novacat.layouts.spectrum.SpectralAxis;

/** An axis that the cards of a header compute, and what they say of it. */
record HeaderAxis(Header header, AxisKind kind, Wcs wcs, WavelengthUnits.Found unit) {
  /**
   * The axis of this header.
   *
   * @throws org.novacat.fits.file.RefusedException when a card that it needs is missing, no number,
   *     or contradicted
   */
  static HeaderAxis of(Header header) {
    AxisKind kind = AxisKind.of(header);
    return new HeaderAxis(header, kind, Wcs.of(header, kind), WavelengthUnits.ofAxis1(header));
  }

  /** Its wavelengths for {@code n} pixels. */
  SpectralAxis of(int n, Mediums medium) {
    double[] values = wcs.wavelengths(kind, n);
    WavelengthUnits.Found found = unit.orCustom(header, values);
    return new SpectralAxis(
        values, found.unit(), found.assumed(), medium.medium(), medium.source(), wcs.source(kind));
  }

  /** What was assumed, and what was passed over. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(wcs.notes());
    notes.addAll(unit.notes());
    if (unit.unit().isEmpty()) {
      notes.add("No card states the unit of the axis; Angstrom is assumed.");
    }
    if (AxisKind.isByUnitAlone(header)) {
      notes.add(
          "CTYPE1 = '%s' is not known; %s = '%s' says that the axis is a wavelength."
              .formatted(header.text("CTYPE1"), unit.place(), unit.unit()));
    }
    if (header.has("COEFF0") && kind == AxisKind.WAVELENGTH) {
      notes.add("COEFF0 and COEFF1 are not used: the axis is linear by DC-FLAG or CRVAL1.");
    }
    return notes;
  }
}
