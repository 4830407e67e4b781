package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Origin;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;

/**
 * How the rows of a table are read.
 *
 * @param columns columns of the header
 * @param exact whether a row needs all of them
 * @param roles where is what
 * @param frame how the times count
 * @param decimalComma whether numbers have a decimal comma
 * @param values one column, or one for each band
 * @param wide whether a row has a measurement for each of them, and one left out is none
 * @param either whether a row has one measurement, in one of them
 * @param fluxBeside column of a flux beside a magnitude; −1 when there is none
 * @param fluxError column of its errors; −1 when there is none
 * @param detection a magnitude counts when that flux is so many times its error; 0 for always
 * @param limitSigma what limits mean; null when the source is silent
 * @param object the nova of all rows; "" when a column says
 * @param band the band of all rows; "" when a column says
 * @param bandUnit unit of a column of bands that are frequencies or energies; "" otherwise
 * @param magSystem system of the magnitudes; null when nothing states it
 * @param origin what is the same for all rows
 * @param sidecar what somebody asserts, above all that rows say
 */
public record RowPlan(
    int columns,
    boolean exact,
    Roles roles,
    TimeFrame frame,
    boolean decimalComma,
    List<ValuePlan> values,
    boolean wide,
    boolean either,
    int fluxBeside,
    int fluxError,
    double detection,
    @Nullable Double limitSigma,
    String object,
    String band,
    String bandUnit,
    @Nullable String magSystem,
    Origin origin,
    Sidecar sidecar) {
  public int index(Role role) {
    return roles.index(role);
  }
}
