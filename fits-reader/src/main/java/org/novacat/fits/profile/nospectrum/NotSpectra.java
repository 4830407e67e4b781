package org.novacat.fits.profile.nospectrum;

import static org.novacat.fits.profile.Match.Rank.GENERIC;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.SpectrumColumns;

/** What files hold that are no spectra; to read one is to say so. */
public final class NotSpectra {
  /**
   * Brightness over time (Kepler, TESS, lightkurve): a table with TIME and a flux, no wavelength.
   */
  public static final Profile LIGHT_CURVE = new Profile("light-curve@1", NotSpectra::lightCurve);

  /**
   * Files in which no HDU has data. Where an image has axes and one of them is of length 0, the
   * data were stripped from a file that had them, which is damage; else there never were any.
   */
  public static final Profile NO_DATA =
      new Profile(
          "no-data@1",
          input ->
              input.hdus().stream().anyMatch(Hdu::hasData)
                  ? Match.no("an HDU has data")
                  : Match.yes(STRUCTURE, "no HDU has data", Map.of(), () -> withoutData(input)));

  /**
   * Spectra over velocity, frequency, energy or wavenumber, mostly from radio telescopes: images by
   * CTYPE1, tables by a column of that name without one of wavelengths. Turning such an axis into
   * wavelengths needs a rest frame that is the observer's to choose, so they are kept apart.
   */
  public static final Profile OTHER_AXIS =
      new Profile("other-spectral-axis@1", NotSpectra::otherAxis);

  /** Pictures of the sky: an image whose first axis is celestial, and no table with wavelengths. */
  public static final Profile PICTURE = new Profile("picture@1", NotSpectra::picture);

  /**
   * The uncertainties of a spectrum in a file of their own, as the ESI and MagE pipelines write
   * them ({@code x_e.fits} beside {@code x_f.fits}, {@code xnE.fits} beside {@code xnF.fits}), and
   * that of UVES (PRO CATG {@code ERRORBAR_SCI_POINT_BLUE} beside {@code RED_SCI_POINT_BLUE}). They
   * have the axis of the spectrum, so that nothing but these signs keeps them from being read as
   * one.
   */
  public static final Profile ERROR_ARRAY = new Profile("error-array@2", NotSpectra::errorArray);

  private static final Pattern SAYS_ERROR =
      Pattern.compile("(?i)\\((?:error|err|sigma|variance|ivar)\\)|^(?:error|sigma|variance)\\b.*");

  /** Names of error arrays that are enough alone. */
  private static final Pattern NAME =
      Pattern.compile("(?i).*[_.-](?:err|error|sig|sigma|var|variance|ivar)");

  /** Names that count for the logarithmic files of ESI and MagE. */
  private static final Pattern PIPELINE_NAME = Pattern.compile(".*(?:_e|nE)");

  private static final String PRODUCT = "HIERARCH ESO PRO CATG";

  private NotSpectra() {}

  private static Supplier<Reading> refused(String code, String message) {
    return () -> {
      throw RefusedException.notASpectrum(code, "Cannot read spectra: " + message);
    };
  }

  private static Match lightCurve(Input input) {
    FoundTable found = input.first(table -> isLightCurve(table.table()));
    return found == null
        ? Match.no("no table of flux over time")
        : Match.yes(
            STRUCTURE,
            "a table of flux over time",
            Map.of("HDU", "%s %s".formatted(found.hdu().index(), found.hdu().name())),
            refused("LIGHT_CURVE", "the file holds a light curve (register it as photometry)"));
  }

  private static boolean isLightCurve(Table table) {
    return table.find("TIME") != null
        && !SpectrumColumns.hasWavelength(table)
        && table.columns().stream().anyMatch(NotSpectra::isFlux);
  }

  private static boolean isFlux(Column column) {
    String name = column.upperName();
    return name.endsWith("FLUX") || name.equals("MAG") || name.equals("RATE");
  }

  private static Reading withoutData(Input input) {
    for (Hdu hdu : input.hdus()) {
      if (hdu.kind() == Hdu.Kind.IMAGE && hdu.axes().length > 0) {
        throw RefusedException.unreadable(
            "DATA_STRIPPED",
            "Cannot read spectra: HDU %s declares an image and its axes have length 0"
                .formatted(hdu.index()));
      }
    }
    return refused("NO_DATA", "no HDU has data").get();
  }

  private static Match otherAxis(Input input) {
    for (Hdu hdu : input.hdus()) {
      FoundTable found = input.table(hdu);
      String sign =
          found != null ? tableSign(found.table()) : Images.isImage(hdu) ? imageSign(hdu) : "";
      if (!sign.isEmpty()) {
        return Match.yes(
            STRUCTURE,
            "the spectral axis is no wavelength",
            Map.of("axis", sign),
            refused("OTHER_SPECTRAL_AXIS", "the axis is no wavelength but " + sign));
      }
    }
    return Match.no("no axis of velocity, frequency, energy or wavenumber");
  }

  private static String imageSign(Hdu hdu) {
    return switch (AxisKind.of(hdu.header())) {
      case VELOCITY, FREQUENCY, ENERGY, WAVENUMBER -> "CTYPE1 = " + hdu.header().text("CTYPE1");
      default -> "";
    };
  }

  private static String tableSign(Table table) {
    if (SpectrumColumns.hasWavelength(table)) {
      return "";
    }
    return table.columns().stream()
        .filter(column -> column.isVector() || table.rows() >= 2)
        .filter(NotSpectra::isOtherAxis)
        .findFirst()
        .map(axis -> "column " + axis.name())
        .orElse("");
  }

  private static boolean isOtherAxis(Column column) {
    if (SpectrumColumns.isOtherAxis(column)) {
      return true;
    }
    return switch (column.upperName()) {
      case "FREQ", "FREQUENCY", "VELO", "VELOCITY", "VHELIO", "VLSR", "ENERGY", "WAVENUMBER" ->
          true;
      default -> false;
    };
  }

  private static Match picture(Input input) {
    for (Hdu hdu : input.hdus()) {
      if (Images.isImage(hdu) && AxisKind.of(hdu.header()) == AxisKind.CELESTIAL) {
        return Match.yes(
            GENERIC,
            "the first axis is celestial",
            hdu.header().texts("CTYPE1"),
            refused("PICTURE", pictureOf(hdu)));
      }
    }
    return Match.no("no image with a celestial axis");
  }

  /** An image of one axis is no picture: its CTYPE1 may be that of an acquisition image. */
  private static String pictureOf(Hdu hdu) {
    return Images.isOneDimensional(hdu)
        ? "CTYPE1 = '%s' says that the axis is a place on the sky (if it holds wavelengths, write CTYPE1 = 'WAVELENGTH')"
            .formatted(hdu.header().text("CTYPE1"))
        : "the file holds a picture of the sky";
  }

  private static Match errorArray(Input input) {
    Hdu hdu = Images.onlySpectrum(input);
    if (hdu == null) {
      return Match.no("no one-dimensional image, or several");
    }
    Map<String, String> signs = errorSigns(input, hdu.header());
    return signs.isEmpty()
        ? Match.no("neither the name nor a card speaks of errors")
        : Match.yes(
            STRUCTURE,
            "it says that it holds uncertainties",
            signs,
            refused(
                "ERROR_ARRAY",
                "the file holds the uncertainties of a spectrum that is in another file"));
  }

  private static Map<String, String> errorSigns(Input input, Header header) {
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
}
