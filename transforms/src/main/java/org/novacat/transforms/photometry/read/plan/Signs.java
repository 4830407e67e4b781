package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.transforms.photometry.read.column.ErrorScale;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * What stands beside a column of values and says what they are worth; columns from 0, −1 for none.
 *
 * @param errors how errors become such in the unit of the values
 * @param flags columns that say which values are limits
 * @param doubt column that says which values the observer doubts
 * @param limit column of limits that hold where there is no value
 * @param limits how these become such in the unit of the values
 * @param sigma column that says how many standard deviations limits mean
 * @param level how many the column of limits says; 0 when it does not
 */
public record Signs(
    ErrorScale errors,
    List<LimitFlag> flags,
    int doubt,
    int limit,
    ErrorScale limits,
    int sigma,
    double level) {
  /** {@code limit (3 sigma)}, {@code ul_3sig}, {@code mag5sig}. */
  private static final Pattern LEVEL = Pattern.compile("(?i)(\\d(?:\\.\\d)?)[ _-]*(?:sig|σ)");

  public Signs {
    flags = List.copyOf(flags);
  }

  /**
   * What stands beside a column.
   *
   * @param unit the unit of the values where their column states none
   */
  static Signs of(Roles roles, int value, boolean magnitude, String unit) {
    UploadColumn values = roles.column(value);
    int error = firstOf(roles.errorOf(value), roles.besideOf(value, Role.ERROR_LOW));
    int limit = roles.besideOf(value, Role.LIMIT);
    ErrorScale limits =
        limit < 0 ? ErrorScale.SAME : limitScale(roles.column(limit), values, magnitude, unit);
    return new Signs(
        error < 0 ? ErrorScale.SAME : ErrorScale.of(roles.column(error), values, magnitude, unit),
        roles.flagsOf(value),
        roles.besideOf(value, Role.DOUBT_FLAG),
        limits.isKnown() ? limit : -1,
        limits,
        roles.index(Role.LIMIT_SIGMA),
        limit < 0 ? 0 : level(roles.column(limit)));
  }

  private static double level(UploadColumn limit) {
    Matcher said = LEVEL.matcher(limit.label() + " " + limit.description());
    return said.find() ? Double.parseDouble(said.group(1)) : 0;
  }

  private static int firstOf(int one, int other) {
    return one < 0 ? other : one;
  }

  /** A limiting magnitude is none of a flux, and the other way round. */
  private static ErrorScale limitScale(
      UploadColumn limit, UploadColumn values, boolean magnitude, String unit) {
    String plain = limit.plain();
    if (LEVEL.matcher(limit.unit()).find()) {
      return ErrorScale.SAME;
    }
    boolean other = magnitude ? plain.contains("flux") : plain.contains("mag");
    return other ? ErrorScale.FOREIGN : ErrorScale.of(limit, values, magnitude, unit);
  }
}
