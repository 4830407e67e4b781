package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/** Finds the columns of errors that belong to columns of values. */
final class ErrorFinder {
  /** Before the name of a value, in plain letters. */
  private static final List<String> BEFORE =
      List.of("e", "err", "error", "sigma", "sig", "d", "unc");

  /** Behind it. */
  private static final List<String> BEHIND =
      List.of("err", "error", "sigma", "sig", "unc", "uncertainty", "e", "uncert");

  private static final List<String> LOW =
      List.of("errlo", "errlow", "errlower", "errminus", "errneg", "loerr");
  private static final List<String> HIGH =
      List.of("errhi", "errhigh", "errupper", "errplus", "errpos", "hierr");

  private final Roles roles;

  ErrorFinder(Roles roles) {
    this.roles = roles;
  }

  /** Whether a name is one of an error, of whatever. */
  static boolean isError(UploadColumn column) {
    String plain = column.plain();
    return column.ucd().startsWith("stat.error")
        || Synonyms.ERRORS.contains(plain)
        || column.name().startsWith("e_")
        || plain.endsWith("err")
        || plain.endsWith("error");
  }

  void find() {
    List<Integer> values = new ArrayList<>(roles.all(Role.VALUE));
    values.addAll(roles.all(Role.FLUX));
    values.addAll(roles.all(Role.BAND_VALUE));
    int given = roles.index(Role.ERROR);
    if (given >= 0 && !values.isEmpty() && roles.errorOf(values.get(0)) < 0) {
      roles.partner(values.get(0), given, roles.uses().get(given).reason());
    }
    for (int value : values) {
      if (roles.errorOf(value) < 0) {
        byName(value);
      }
    }
    for (int value : values) {
      if (roles.errorOf(value) < 0) {
        byKind(value, values.size());
      }
    }
    if (values.size() == 1) {
      sides(values.get(0));
    }
  }

  /** Named after the value: e_V, V_err, Verr, err_V, sigma_V. Case matters, as it does in bands. */
  private void byName(int value) {
    String name = letters(roles.column(value).name());
    for (int i = 0; i < roles.size(); i++) {
      String other = letters(roles.column(i).name());
      if (roles.isFree(i) && isPartner(name, other)) {
        roles.partner(
            value, i, "the error of '%s' by its name".formatted(roles.column(value).name()));
        return;
      }
    }
  }

  private static boolean isPartner(String name, String other) {
    int extra = other.length() - name.length();
    if (name.isEmpty() || extra <= 0) {
      return false;
    }
    String before = other.substring(0, extra).toLowerCase(Locale.ROOT);
    String behind = other.substring(name.length()).toLowerCase(Locale.ROOT);
    return (other.endsWith(name) && BEFORE.contains(before))
        || (other.startsWith(name) && BEHIND.contains(behind));
  }

  private static String letters(String name) {
    StringBuilder out = new StringBuilder();
    name.chars().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** By UCD or a name that errors have; in a wide table only the next column counts. */
  private void byKind(int value, int values) {
    boolean wide = values > 1 && !roles.bandOf(value).isEmpty();
    boolean flux =
        roles.column(value).plain().contains("flux")
            || (roles.has(Role.FLUX) && !roles.has(Role.VALUE));
    int from = wide ? value + 1 : 0;
    int to = wide ? Math.min(value + 2, roles.size()) : roles.size();
    for (int i = from; i < to; i++) {
      UploadColumn column = roles.column(i);
      String plain = column.plain();
      boolean fits =
          !(flux ? plain.contains("mag") : plain.contains("flux") || plain.contains("jy"));
      if (roles.isFree(i) && fits && isKind(column)) {
        roles.partner(value, i, "the error of '%s'".formatted(roles.column(value).name()));
        return;
      }
    }
  }

  private static boolean isKind(UploadColumn column) {
    String ucd = column.ucd();
    return ucd.isEmpty()
        ? Synonyms.ERRORS.contains(column.plain()) || column.name().matches("±|\\+/-")
        : ucd.startsWith("stat.error") && ucd.contains("phot");
  }

  private void sides(int value) {
    String name = roles.column(value).plain();
    for (int i = 0; i < roles.size(); i++) {
      String plain = roles.column(i).plain().replaceFirst("^" + Pattern.quote(name), "");
      if (roles.isFree(i) && LOW.contains(plain)) {
        roles.give(i, Role.ERROR_LOW, "the error below '%s'".formatted(name));
      } else if (roles.isFree(i) && HIGH.contains(plain)) {
        roles.give(i, Role.ERROR_HIGH, "the error above '%s'".formatted(name));
      }
    }
  }
}
