package org.novacat.transforms.photometry.read.plan;

import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/**
 * The columns that a sidecar could call the epoch or the values: those whose cells and names speak
 * for it, as an offer that cannot be right helps nobody.
 */
record Candidates(Roles roles, Sample sample) {
  /** Of differences, absolute magnitudes and those without reddening; of places in a spectrum. */
  private static final Pattern NO_VALUE =
      Pattern.compile(
          "[dDMΔ][_ ]?[UBVRIugrizv]|[UBVRI]_?0|(?i:obj|ref|chk|comp|check|c|k|t)\\d+|magpsf.*"
              + "|(?i:.*(?:freq|wavelength|lambda|sigma|unc|rms|year|airmass|phase|color|colour).*)");

  private static final Pattern FLUX = Pattern.compile("(?i).*(?:flux|jy|mgy|rate).*|[fFS]_.*");

  private static final double LEAST_MJD = 10_000;
  private static final double MOST_MJD = 100_000;
  private static final double LEAST_JD = 2_300_000;
  private static final double MOST_JD = 2_600_000;

  /** The epoch, as {@code "name": "role"}; "" when no column can be it. */
  String epoch() {
    return first(this::isTime, column -> "epoch");
  }

  /** The values, as {@code "name": "role"}; "" when no column can hold them. */
  String value() {
    return first(this::isValue, Candidates::roleOfValue);
  }

  private String first(IntPredicate fits, Function<UploadColumn, String> role) {
    int found =
        IntStream.range(0, roles.size()).filter(roles::isFree).filter(fits).findFirst().orElse(-1);
    return found < 0
        ? ""
        : "\"%s\": \"%s\"".formatted(roles.called(found), role.apply(roles.column(found)));
  }

  private boolean isTime(int column) {
    return sample.isAll(column, CalendarDates::isDate) || sample.isAll(column, Candidates::isDay);
  }

  private static boolean isDay(String cell) {
    double number = Numbers.parse(cell);
    return (number >= LEAST_MJD && number < MOST_MJD) || (number > LEAST_JD && number < MOST_JD);
  }

  private boolean isValue(int column) {
    UploadColumn said = roles.column(column);
    return sample.isNumeric(column)
        && !isTime(column)
        && !sample.isAll(column, cell -> cell.matches("[-+]?[01]"))
        && !ErrorFinder.isError(said)
        && NumberKind.of(said) == NumberKind.PLAIN
        && !NO_VALUE.matcher(said.name()).matches()
        && Synonyms.roleOf(said.plain()) == Role.NONE;
  }

  private static String roleOfValue(UploadColumn column) {
    boolean flux = FLUX.matcher(column.name()).matches() || FluxUnits.of(column.unit()).isKnown();
    return flux ? "flux" : "value";
  }
}
