package org.novacat.fits.profile.image;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;

/**
 * The uncertainties of a spectrum in a file of their own, as the ESI and MagE pipelines write them
 * ({@code x_e.fits} beside {@code x_f.fits}, {@code xnE.fits} beside {@code xnF.fits}), and that of
 * UVES (PRO CATG {@code ERRORBAR_SCI_POINT_BLUE} beside {@code RED_SCI_POINT_BLUE}). They have the
 * axis of the spectrum, so that nothing but these signs keeps them from being read as one.
 */
public final class ErrorArrayProfile implements Profile {
  private static final Pattern SAYS_ERROR =
      Pattern.compile("(?i)\\((?:error|err|sigma|variance|ivar)\\)|^(?:error|sigma|variance)\\b.*");

  /** Names that are enough alone. */
  private static final Pattern NAME =
      Pattern.compile("(?i).*[_.-](?:err|error|sig|sigma|var|variance|ivar)");

  /** Names that count for the logarithmic files of the two pipelines. */
  private static final Pattern PIPELINE_NAME = Pattern.compile(".*(?:_e|nE)");

  private static final String PRODUCT = "HIERARCH ESO PRO CATG";

  @Override
  public String id() {
    return "error-array@2";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = Images.onlySpectrum(input);
    if (hdu == null) {
      return Match.no("no one-dimensional image, or several");
    }
    Map<String, String> signs = signs(input, hdu.header());
    return signs.isEmpty()
        ? Match.no("neither the name nor a card speaks of errors")
        : Match.yes(Match.Rank.STRUCTURE, "it says that it holds uncertainties", signs);
  }

  private static Map<String, String> signs(Input input, Header header) {
    Map<String, String> signs = new LinkedHashMap<>();
    for (String keyword : new String[] {"OBJECT", "TITLE", "EXTNAME", "BANDID1"}) {
      if (SAYS_ERROR.matcher(header.text(keyword)).find()) {
        signs.put(keyword, header.text(keyword));
      }
    }
    if (header.text(PRODUCT).contains("ERRORBAR")) {
      signs.put(PRODUCT, header.text(PRODUCT));
    }
    String stem = stem(input.fileName());
    boolean pipeline =
        AxisKind.of(header) == AxisKind.LOG10_WAVELENGTH && PIPELINE_NAME.matcher(stem).matches();
    if (pipeline || NAME.matcher(stem).matches()) {
      signs.put("file name", input.fileName());
    }
    return signs;
  }

  private static String stem(String fileName) {
    String name = fileName;
    for (String ending : new String[] {".gz", ".fz", ".fits", ".fit", ".fts"}) {
      if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  @Override
  public Reading read(Input input) {
    throw RefusedException.notASpectrum(
        "ERROR_ARRAY",
        "Cannot read spectra: the file holds the uncertainties of a spectrum that is in another file");
  }
}
