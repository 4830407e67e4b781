package org.novacat.layouts.axis;

import static java.util.Objects.requireNonNull;
import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;

/** The unit of an axis, and what follows where a file states none (decision 0004). */
public final class AxisUnits {
  /**
   * The longest wavelength, as a number of nanometres, that instruments write in nanometres: CRIRES
   * reaches 5.5 micrometres; longer ones are written in micrometres.
   */
  private static final double LONGEST_WRITTEN_IN_NM = 5500;

  /** Where spectra in Angstrom lie that somebody would write without a unit. */
  private static final double SHORTEST_WITHOUT_UNIT = 500;

  private static final double LONGEST_WITHOUT_UNIT = 30_000;

  /**
   * The longest wavelength, as a number of nanometres, of those who leave the unit to a custom:
   * beyond the K band no spectrograph gives nanometres without saying so.
   */
  private static final double LONGEST_NM_BY_CUSTOM = 2500;

  /** Units that spectrographs are written in, and their size in Angstrom. */
  private static final Map<String, Double> CUSTOMARY =
      Map.of("Angstrom", 1.0, "nm", 10.0, "um", 1e4);

  private static final double SHORTEST_CUSTOMARY = 300;

  private static final double LONGEST_CUSTOMARY = 300_000;

  private AxisUnits() {}

  /** What the unit of an axis is worth. */
  public sealed interface Size {
    /**
     * Known.
     *
     * @param angstroms the factor from the unit to Angstrom
     * @param note what was assumed; "" when nothing was
     */
    record Known(double angstroms, String note) implements Size {
      public Known {
        requireNonNull(note, "note is null");
      }
    }

    /** No unit of wavelength, or none that can be told. */
    record Refused(Refusal refusal) implements Size {
      public Refused {
        requireNonNull(refusal, "refusal is null");
      }
    }
  }

  /** The size of the unit of this axis, which has two values at least. */
  public static Size of(SpectralAxis axis) {
    return Units.parse(axis.unit())
        .match(
            understood -> known(axis, understood.unit()),
            worded -> worded(axis, worded.word()),
            unknown -> unknown(axis, unknown));
  }

  private static Size known(SpectralAxis axis, Unit unit) {
    OptionalDouble factor = unit.factorTo(Units.ANGSTROM);
    if (factor.isEmpty()) {
      return refused(
          new Refusal(
              NOT_A_SPECTRUM,
              "AXIS_NOT_WAVELENGTH",
              "Cannot use the axis: it is in '%s', which is no length (%s)"
                  .formatted(axis.unit(), remedy(axis)),
              asking(axis)));
    }
    String note =
        axis.unitAssumed()
            ? "The unit of the axis, " + unit.symbol() + ", is assumed: the file states none."
            : "";
    return new Size.Known(factor.getAsDouble(), note);
  }

  private static Size worded(SpectralAxis axis, UnitWord word) {
    if (word != UnitWord.UNSTATED) {
      return unknown(axis, new UnitReading.Unknown(axis.unit(), "it is no unit of length"));
    }
    double first = axis.values()[0];
    double last = axis.values()[axis.values().length - 1];
    return isAngstromAlone(axis.values())
        ? new Size.Known(
            1,
            "The unit of the axis, Angstrom, is assumed: the file states none, and %s to %s fits no other."
                .formatted(first, last))
        : refused(missing(axis, first, last));
  }

  private static Refusal missing(SpectralAxis axis, double first, double last) {
    return new Refusal(
        UNKNOWN_UNITS,
        "AXIS_UNIT_MISSING",
        "Cannot use the axis: it has no unit, and %s to %s fits more than one (%s)"
            .formatted(first, last, remedy(axis)),
        Map.of(
            "first",
            Double.toString(first),
            "last",
            Double.toString(last),
            "state",
            StatedFact.WAVELENGTH_UNIT.key()));
  }

  /** Decision 0004: whether the ends of an axis leave no other unit of wavelength open. */
  public static boolean isAngstromAlone(double[] axis) {
    return low(axis) >= SHORTEST_WITHOUT_UNIT
        && high(axis) <= LONGEST_WITHOUT_UNIT
        && high(axis) > LONGEST_WRITTEN_IN_NM;
  }

  /**
   * Decision 0004: whether the ends of an axis whose unit a convention leaves to custom, Angstrom,
   * are numbers that the custom is safe for.
   */
  public static boolean isAngstromByCustom(double[] axis) {
    return low(axis) > LONGEST_NM_BY_CUSTOM && high(axis) <= LONGEST_WITHOUT_UNIT;
  }

  /** The smaller end; NaN when there is none. */
  private static double low(double[] axis) {
    return axis.length == 0 ? Double.NaN : Math.min(axis[0], axis[axis.length - 1]);
  }

  private static double high(double[] axis) {
    return axis.length == 0 ? Double.NaN : Math.max(axis[0], axis[axis.length - 1]);
  }

  private static Size unknown(SpectralAxis axis, UnitReading.Unknown reading) {
    return refused(
        new Refusal(
            UNKNOWN_UNITS,
            "AXIS_UNIT_UNKNOWN",
            "Cannot use the axis: its unit, '%s', is not known: %s (%s)"
                .formatted(axis.unit(), reading.why(), remedy(axis)),
            asking(axis)));
  }

  /** What a sidecar is to state. */
  private static Map<String, String> asking(SpectralAxis axis) {
    return Map.of("axisUnit", axis.unit(), "state", StatedFact.WAVELENGTH_UNIT.key());
  }

  private static Size refused(Refusal refusal) {
    return new Size.Refused(refusal);
  }

  /** Where a file can state the unit, or somebody beside it. */
  private static String remedy(SpectralAxis axis) {
    return inFile(axis)
        + "; or state wavelength_unit in a sidecar that `novacat spectrum explain FILE --write-sidecar` begins";
  }

  private static String inFile(SpectralAxis axis) {
    if (axis.source().startsWith("column ")) {
      return "state the unit of that column, in FITS by TUNITn, as " + fitting(axis.values());
    }
    return axis.source().startsWith("WCS ")
        ? "state the unit in the header, by CUNIT1, as " + fitting(axis.values())
        : "state the unit as " + fitting(axis.values());
  }

  /** The units in which these numbers may be wavelengths of spectrographs, for a remedy. */
  private static String fitting(double[] axis) {
    String units =
        CUSTOMARY.entrySet().stream()
            .filter(unit -> low(axis) * unit.getValue() >= SHORTEST_CUSTOMARY)
            .filter(unit -> high(axis) * unit.getValue() <= LONGEST_CUSTOMARY)
            .map(unit -> "'" + unit.getKey() + "'")
            .sorted()
            .collect(Collectors.joining(" or "));
    return units.isEmpty() ? "that of a wavelength" : units + ", if it is so";
  }
}
