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
    if (!asserted.isEmpty()) {
      if (roles.has(Role.OBJECT) || (!stated.isEmpty() && !stated.equals(asserted))) {
        notes.add("The sidecar says '%s' whatever the file says".formatted(asserted));
      }
      return new Stated(asserted, "the sidecar says so");
    }
    if (roles.has(Role.OBJECT)) {
      return new Stated(
          "", "by column '%s'".formatted(roles.column(roles.index(Role.OBJECT)).name()));
    }
    String star = NameOfFile.star(name);
    return !stated.isEmpty()
        ? new Stated(stated, "the header of the file says so")
        : new Stated(star, star.isEmpty() ? "nothing names it" : "the name of the file says so");
  }

  /** The band: by a sidecar, columns, the header, the description of the values, the format. */
  static Stated band(RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    String asserted = sidecar.text(SidecarKey.BAND);
    if (!asserted.isEmpty()) {
      if (roles.has(Role.BAND)) {
        notes.add("The sidecar says band '%s' whatever the file says".formatted(asserted));
      }
      return new Stated(asserted, "the sidecar says so");
    }
    if (roles.has(Role.BAND)) {
      return new Stated(
          "", "by column '%s'".formatted(roles.column(roles.index(Role.BAND)).name()));
    }
    if (roles.has(Role.BAND_VALUE)) {
      return new Stated("", "by the names of the columns");
    }
    String stated = table.facts().get(ColumnFacts.BAND);
    if (!stated.isEmpty()) {
      return new Stated(stated, "the header of the file says so");
    }
    String described = described(roles);
    String manual = table.conventions().band();
    return !described.isEmpty()
        ? new Stated(described, "the description of the values says so")
        : new Stated(manual, manual.isEmpty() ? "nothing names it" : "usual for " + table.format());
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
