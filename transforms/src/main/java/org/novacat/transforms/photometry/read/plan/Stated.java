package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 */
record Stated(String text, String reason) {
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
    return first(asserted, byColumn(roles, Role.OBJECT), stated, ofName(NameOfFile.of(name)));
  }

  private static Stated ofName(NameOfFile name) {
    if (!name.star().isEmpty()) {
      return new Stated(name.star(), "the name of the file says so");
    }
    return new Stated(
        "", name.doubt().isEmpty() ? "nothing names it" : "nothing names it; " + name.doubt());
  }

  /** The band: by a sidecar, columns, the header, the description of the values, the format. */
  static Stated band(RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    String asserted = sidecar.text(SidecarKey.BAND);
    if (!asserted.isEmpty() && roles.has(Role.BAND)) {
      notes.add("The sidecar says band '%s' whatever the file says".formatted(asserted));
    }
    String column = byColumn(roles, Role.BAND);
    boolean wide = column.isEmpty() && roles.has(Role.BAND_VALUE);
    String described = described(roles);
    String manual = table.conventions().band();
    return first(
        asserted,
        wide ? "by the names of the columns" : column,
        table.facts().get(ColumnFacts.BAND),
        !described.isEmpty()
            ? new Stated(described, "the description of the values says so")
            : new Stated(
                manual, manual.isEmpty() ? "nothing names it" : "usual for " + table.format()));
  }

  /**
   * By a sidecar, columns, the header of the file, each "" when it says nothing; else otherwise.
   */
  private static Stated first(String asserted, String columns, String header, Stated otherwise) {
    if (!asserted.isEmpty()) {
      return new Stated(asserted, "the sidecar says so");
    }
    if (!columns.isEmpty()) {
      return new Stated("", columns);
    }
    return header.isEmpty() ? otherwise : new Stated(header, "the header of the file says so");
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
