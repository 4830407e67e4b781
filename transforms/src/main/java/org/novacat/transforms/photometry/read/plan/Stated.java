package org.novacat.transforms.photometry.read.plan;

import static org.novacat.layouts.account.Confidence.ASSUMED;
import static org.novacat.layouts.account.Confidence.INFERRED;
import static org.novacat.layouts.account.Confidence.KNOWN;
import static org.novacat.layouts.account.Confidence.STATED;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.RawTable;

/**
 * Something that holds for all rows of a file.
 *
 * @param text what; "" when nothing says, or a column does
 * @param reason where it is from, for people
 * @param by how sure it is
 */
record Stated(String text, String reason, Confidence by) {
  static final String OF_FILE_NAME = "the name of the file says so";

  private static final Pattern RANGE =
      Pattern.compile("([\\d.]+)\\s*(?:-|–|to)\\s*([\\d.]+)\\s*(keV|MeV|GeV|TeV)");

  /** The nova: by a sidecar, a column, the header, the name of the file. */
  static Stated object(
      String name, RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    String asserted = sidecar.text(SidecarKey.NOVA);
    String stated = table.facts().get(ColumnFacts.OBJECT);
    boolean other = !stated.isEmpty() && !stated.equals(asserted);
    if (!asserted.isEmpty() && (roles.has(Role.OBJECT) || other)) {
      notes.add("The sidecar says '%s' whatever the file says".formatted(asserted));
    }
    return first(
        asserted, column(byColumn(roles, Role.OBJECT)), stated, ofName(NameOfFile.of(name)));
  }

  private static Stated ofName(NameOfFile name) {
    if (!name.star().isEmpty()) {
      return new Stated(name.star(), OF_FILE_NAME, INFERRED);
    }
    return new Stated(
        "",
        name.doubt().isEmpty() ? "nothing names it" : "nothing names it; " + name.doubt(),
        ASSUMED);
  }

  /** The band: by a sidecar, columns, the header, the description of the values, the format. */
  static Stated band(RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    String asserted = sidecar.text(SidecarKey.BAND);
    boolean named =
        roles.has(Role.BAND_VALUE)
            && roles.all(Role.BAND_VALUE).stream().noneMatch(i -> roles.bandOf(i).isEmpty());
    boolean other = roles.has(Role.BAND) || isOther(table, asserted);
    if (!asserted.isEmpty() && (named || other)) {
      notes.add(against(asserted, named));
    }
    Stated column = column(byColumn(roles, Role.BAND));
    boolean wide = column == null && named;
    return first(
        wide ? "" : asserted,
        wide ? new Stated("", "by the names of the columns", INFERRED) : column,
        table.facts().get(ColumnFacts.BAND),
        unsaid(described(roles), table));
  }

  private static String against(String asserted, boolean named) {
    return (named
            ? "The sidecar says band '%s', but columns named after bands are of those"
            : "The sidecar says band '%s' whatever the file says")
        .formatted(asserted);
  }

  private static boolean isOther(RawTable table, String asserted) {
    String header = table.facts().get(ColumnFacts.BAND);
    return !header.isEmpty() && !header.equals(asserted);
  }

  private static Stated unsaid(String described, RawTable table) {
    String manual = table.conventions().band();
    if (!described.isEmpty()) {
      return new Stated(described, "the description of the values says so", INFERRED);
    }
    return manual.isEmpty()
        ? new Stated("", "nothing names it", ASSUMED)
        : new Stated(manual, "usual for " + table.format(), KNOWN);
  }

  private static @Nullable Stated column(String reason) {
    return reason.isEmpty() ? null : new Stated("", reason, STATED);
  }

  /**
   * By a sidecar, columns, the header of the file; else otherwise.
   *
   * @param asserted "" when the sidecar does not say
   * @param columns null when they do not say
   * @param header "" when it does not say
   */
  private static Stated first(
      String asserted, @Nullable Stated columns, String header, Stated otherwise) {
    if (!asserted.isEmpty()) {
      return new Stated(asserted, "the sidecar says so", STATED);
    }
    if (columns != null) {
      return columns;
    }
    return header.isEmpty()
        ? otherwise
        : new Stated(header, "the header of the file says so", STATED);
  }

  private static String byColumn(Roles roles, Role role) {
    int column = roles.index(role);
    return column < 0 ? "" : "by column '%s'".formatted(roles.column(column).name());
  }

  /** An energy range in the description of the values, such as {@code X-ray flux (0.3-10 keV)}. */
  private static String described(Roles roles) {
    for (int column : roles.all(Role.FLUX)) {
      Matcher range = RANGE.matcher(roles.column(column).description());
      if (range.find()) {
        return "%s-%s %s".formatted(range.group(1), range.group(2), range.group(3));
      }
    }
    return "";
  }
}
