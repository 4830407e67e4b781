package org.novacat.fits.perturbation;

import org.novacat.fits.perturbation.EditableFits.Unit;

/** One thing that a file says, said differently once more. */
enum Contradiction {
  /** The first wavelength, in a card given twice. */
  CRVAL1("CRVAL1") {
    @Override
    boolean make(Unit data) {
      return twice(data, "CRVAL1", 1000);
    }
  },
  /** The time, in a card given twice. */
  MJD_OBS("MJD-OBS") {
    @Override
    boolean make(Unit data) {
      return twice(data, "MJD-OBS", 500);
    }
  },
  /** The time, in another card. */
  JD_OBS("JD") {
    @Override
    boolean make(Unit data) {
      if (data.value("DATE-OBS").isEmpty() || !data.value("JD").isEmpty()) {
        return false;
      }
      data.add(EditableFits.card("JD", "2433282.5"));
      return true;
    }
  };

  private final String word;

  Contradiction(String word) {
    this.word = word;
  }

  /** What a note or a refusal has to name. */
  String word() {
    return word;
  }

  /** Adds it to the HDU of the flux; false where the file does not say it. */
  abstract boolean make(Unit data);

  private static boolean twice(Unit data, String keyword, double more) {
    String value = data.value(keyword);
    if (value.isEmpty()) {
      return false;
    }
    double other = Double.parseDouble(value.replace("'", "").replace('D', 'E').strip()) + more;
    data.add(EditableFits.card(keyword, Double.toString(other)));
    return true;
  }
}
