package org.novacat.jobs.photometry.export;

import java.util.Map;
import java.util.Optional;

/**
 * The codes that the AAVSO has for bands (AAVSO Extended File Format 1.2, data field FILTER), those
 * that mean exactly one entry of the registry. Bands that are only like one of them, such as that
 * of a telescope, have none.
 */
final class AavsoBands {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("Generic_U", "U"),
          Map.entry("Generic_B", "B"),
          Map.entry("Generic_V", "V"),
          Map.entry("Generic_Rc", "R"),
          Map.entry("Generic_Ic", "I"),
          Map.entry("Johnson_R", "RJ"),
          Map.entry("Johnson_I", "IJ"),
          Map.entry("Generic_J", "J"),
          Map.entry("Generic_H", "H"),
          Map.entry("Generic_K", "K"),
          Map.entry("Generic_Halpha", "HA"),
          Map.entry("DSLR_TB", "TB"),
          Map.entry("DSLR_TG", "TG"),
          Map.entry("DSLR_TR", "TR"),
          Map.entry("Clear_V", "CV"),
          Map.entry("Clear_R", "CR"),
          Map.entry("SLOAN_SDSS_u", "SU"),
          Map.entry("SLOAN_SDSS_g", "SG"),
          Map.entry("SLOAN_SDSS_r", "SR"),
          Map.entry("SLOAN_SDSS_i", "SI"),
          Map.entry("SLOAN_SDSS_z", "SZ"),
          Map.entry("Stromgren_u", "STU"),
          Map.entry("Stromgren_v", "STV"),
          Map.entry("Stromgren_b", "STB"),
          Map.entry("Stromgren_y", "STY"),
          Map.entry("PS1_z", "ZS"),
          Map.entry("PS1_y", "Y"));

  private AavsoBands() {}

  /** All codes by the id of their band. */
  static Map<String, String> codes() {
    return CODES;
  }

  /** The code of a band, if it has one. */
  static Optional<String> code(String bandId) {
    return Optional.ofNullable(CODES.get(bandId));
  }
}
