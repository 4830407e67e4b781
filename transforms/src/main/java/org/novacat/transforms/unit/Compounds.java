package org.novacat.transforms.unit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names for products of units: the flux densities of the HST synthetic photometry manuals. */
final class Compounds {
  private static final Map<String, String> EXPANSIONS =
      Map.of(
          "flam", "erg.s-1.cm-2.Angstrom-1",
          "fnu", "erg.s-1.cm-2.Hz-1",
          "photlam", "photon.s-1.cm-2.Angstrom-1",
          "photnu", "photon.s-1.cm-2.Hz-1");

  private Compounds() {}

  /** The product that a name stands for, in any case; empty when it is no such name. */
  static Optional<String> expansion(String name) {
    return Optional.ofNullable(EXPANSIONS.get(name.toLowerCase(Locale.ROOT)));
  }
}
