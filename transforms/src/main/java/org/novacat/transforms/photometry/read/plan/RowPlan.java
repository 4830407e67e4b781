package org.novacat.transforms.photometry.read.plan;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.Trust;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.table.RawTable;

/**
 * How the rows of a table are read.
 *
 * @param table the table
 * @param roles where is what
 * @param frame how the times count
 * @param decimalComma whether numbers have a decimal comma
 * @param values one column, or one for each band
 * @param fluxBeside column of a flux beside a magnitude; −1 when there is none
 * @param fluxError column of its errors; −1 when there is none
 * @param object the nova of all rows; "" when a column says
 * @param band the band of all rows; "" when a column says
 * @param bandUnit unit of a column of bands that are frequencies or energies; "" otherwise
 * @param bandReadings what is read for texts of a column of bands, as the others of it demand
 * @param zeroPointSystem system of the zero points of a column; null when nothing states it
 * @param origin what is the same for all rows
 * @param sidecar what somebody asserts, above all that rows say
 * @param numbers columns of numbers
 * @param trust how sure the band and the nova of all rows are
 * @param doubt what makes each row doubtful, for its notes; "" mostly
 */
public record RowPlan(
    RawTable table,
    Roles roles,
    TimeFrame frame,
    boolean decimalComma,
    List<ValuePlan> values,
    int fluxBeside,
    int fluxError,
    String object,
    String band,
    String bandUnit,
    Map<String, String> bandReadings,
    @Nullable String zeroPointSystem,
    Origin origin,
    Sidecar sidecar,
    BitSet numbers,
    String doubt,
    Trust trust) {
  public int index(Role role) {
    return roles.index(role);
  }

  /** Columns of the header. */
  public int columns() {
    return roles.size();
  }

  /** Whether a row has a measurement for each of the values, and one left out is none. */
  public boolean wide() {
    return roles.has(Role.BAND_VALUE);
  }

  /** What the manual of the format says. */
  public Conventions manual() {
    return table.conventions();
  }

  /** What limits mean; null when the source is silent. */
  public @Nullable Double limitSigma() {
    return manual().limitSigma() > 0 ? manual().limitSigma() : null;
  }
}
