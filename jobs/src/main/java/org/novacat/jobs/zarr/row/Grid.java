package org.novacat.jobs.zarr.row;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.transforms.resample.PixelGrid;

/** On which wavelengths the spectra of a store are. */
public sealed interface Grid extends Serializable {
  /** Each on its own. */
  record Native() implements Grid {
    @Override
    public String toString() {
      return "native";
    }
  }

  /**
   * All on the same.
   *
   * @param start centre of the first pixel, Angstrom
   * @param stop no pixel has its centre behind it, Angstrom
   * @param step between two centres, Angstrom
   */
  record Common(double start, double stop, double step) implements Grid {
    /**
     * @throws IllegalArgumentException when it has no pixels, or too many
     */
    public Common {
      PixelGrid.regular(start, stop, step);
    }

    /** Its pixels. */
    public PixelGrid pixels() {
      return PixelGrid.regular(start, stop, step);
    }

    @Override
    public String toString() {
      return "%s:%s:%sAngstrom".formatted(start, stop, step);
    }
  }

  /**
   * Reads {@code native}, or {@code START:STOP:STEP} with {@code nm} or {@code um} behind it where
   * it is not in Angstrom.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Grid parse(String text) {
    if (text.equalsIgnoreCase("native")) {
      return new Native();
    }
    Matcher parts = Words.GRID.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "Cannot use grid '%s': it is neither native nor START:STOP:STEP (write 3800:9200:1, or 380:920:0.1nm)"
              .formatted(text));
    }
    String unit = parts.group(4).toLowerCase(Locale.ROOT);
    double scale = requireNonNull(Words.UNITS.get(unit), unit);
    return new Common(
        Double.parseDouble(parts.group(1)) * scale,
        Double.parseDouble(parts.group(2)) * scale,
        Double.parseDouble(parts.group(3)) * scale);
  }

  /** How grids are written. */
  final class Words {
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?)";
    private static final Map<String, Double> UNITS =
        Map.of("", 1.0, "a", 1.0, "angstrom", 1.0, "nm", 10.0, "um", 1e4, "micron", 1e4);
    private static final Pattern GRID =
        Pattern.compile(
            NUMBER + ":" + NUMBER + ":" + NUMBER + "\\s*(|A|Angstrom|nm|um|micron)",
            Pattern.CASE_INSENSITIVE);

    private Words() {}
  }
}
