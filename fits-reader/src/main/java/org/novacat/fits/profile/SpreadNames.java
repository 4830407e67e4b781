package org.novacat.fits.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Words.Role;

/**
 * Names of uncertainties beside the name of a flux: the word alone ({@code ERROR}), or joined to
 * the flux or to what stands beside its word, before or behind ({@code fluxerr}, {@code E_FLUX},
 * {@code OPT_FLAM_SIG} of {@code OPT_FLAM}, {@code ERR_REDUCED} of {@code FLUX_REDUCED}).
 */
final class SpreadNames {
  private static final List<String> FLUX_WORDS =
      List.of("FLUXES", "FLUX", "FLAM", "FNU", "COUNTS", "COUNT", "SPECTRUM", "SPEC", "INTENSITY");

  /** Longest first, so that ERROR is not read as ERR. */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("UNCERTAINTY", Role.SIGMA),
          new Ending("STATERROR", Role.SIGMA),
          new Ending("VARIANCE", Role.VARIANCE),
          new Ending("STDDEV", Role.SIGMA),
          new Ending("UNCERT", Role.SIGMA),
          new Ending("ERRORS", Role.SIGMA),
          new Ending("ERROR", Role.SIGMA),
          new Ending("SIGMA", Role.SIGMA),
          new Ending("STDEV", Role.SIGMA),
          new Ending("NOISE", Role.NOISE),
          new Ending("INVVAR", Role.IVAR),
          new Ending("IVAR", Role.IVAR),
          new Ending("ERRS", Role.SIGMA),
          new Ending("ERR", Role.SIGMA),
          new Ending("SIG", Role.SIGMA),
          new Ending("UNC", Role.SIGMA),
          new Ending("STD", Role.SIGMA),
          new Ending("VAR", Role.VARIANCE));

  private SpreadNames() {}

  /** A word of an uncertainty that stands before or behind another. */
  private record Ending(String word, Role role) {}

  /** What a column is to a flux; null when its name is none of an uncertainty of it. */
  static @Nullable Role role(Table table, String name, String fluxName) {
    String key = Words.key(name);
    String flux = Words.key(fluxName);
    Words.Word word = Words.of(name);
    if (word.isKnown()) {
      return Spreads.isNamed(word.role()) ? word.role() : null;
    }
    // E_FLUX of catalogues, EFLUX, DFLUX: a letter is a word only before the whole name.
    if (key.equals("E" + flux) || key.equals("D" + flux)) {
      return Role.SIGMA;
    }
    for (Ending ending : ENDINGS) {
      String rest = without(key, ending.word());
      if (rest != null) {
        return rest.equals(flux) || belongs(table, rest, flux) ? ending.role() : null;
      }
    }
    return null;
  }

  /** Whether what is left of a name means this flux and not another column of the table. */
  private static boolean belongs(Table table, String rest, String flux) {
    boolean other =
        table.columns().stream().anyMatch(column -> Words.key(column.name()).equals(rest));
    String beside = residue(rest);
    return !other && (beside.isEmpty() || beside.equals(residue(flux)));
  }

  /** The key without a word at its end or its beginning; null when it stands at neither. */
  private static @Nullable String without(String key, String word) {
    if (key.endsWith(word)) {
      return key.substring(0, key.length() - word.length());
    }
    return key.startsWith(word) ? key.substring(word.length()) : null;
  }

  /** What a name has beside the word of a flux. */
  private static String residue(String key) {
    for (String word : FLUX_WORDS) {
      String rest = without(key, word);
      if (rest != null) {
        return rest;
      }
    }
    return key;
  }
}
