package org.novacat.fits.profile.table;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.ObservationTimes;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.Observation;

/**
 * The facts of an IUE exposure as NEWSIPS writes them: cards that begin with L for the large
 * aperture and with S for the small one (IUE NEWSIPS Information Manual, section 12.1).
 */
final class IueCards {
  private IueCards() {}

  /**
   * The exposure through one aperture.
   *
   * @param aperture LARGE or SMALL; anything else counts as LARGE
   */
  static Observation observation(Input input, Hdu data, String aperture) {
    Header header = input.header();
    Cards cards = Cards.of(input, data);
    String prefix = aperture.toUpperCase(Locale.ROOT).startsWith("S") ? "S" : "L";
    Observation plain = Observations.of(cards);
    return new Observation(
        cards.text(prefix + "OBJECT", prefix + "TARGET", "OBJECT"),
        Observations.orNull(header.number(prefix + "RA")),
        Observations.orNull(header.number(prefix + "DEC")),
        plain.telescope(),
        header.text("CAMERA"),
        plain.observer(),
        Observations.orNull(header.number(prefix + "EXPTIME")),
        ObservationTimes.stated(cards, prefix + "JD-MID", prefix + "JD-MID"),
        plain.extras());
  }

  /**
   * Matches a table by the columns of a processing of IUE, better when the file says IUE.
   *
   * @param found the table; null when there is none with these columns
   */
  static Match match(Input input, Tables.@Nullable Found found, String processing, String columns) {
    if (found == null) {
      return Match.no("no table with " + columns);
    }
    String telescope = input.header().text("TELESCOP");
    return Match.yes(
        telescope.equals("IUE") ? Match.Rank.PROVIDER : Match.Rank.CONVENTION,
        "the columns of " + processing,
        Map.of("columns", Tables.names(found.table()), "TELESCOP", telescope));
  }

  /** Wavelengths of {@code n} samples that a row gives by its first and its step. */
  static double[] axis(Tables.Found found, int row, String startColumn, int n) {
    double start = Tables.scalar(found, startColumn, row);
    double step = Tables.scalar(found, "DELTAW", row);
    double[] axis = new double[n];
    for (int k = 0; k < n; k++) {
      axis[k] = start + k * step;
    }
    return axis;
  }
}
