package org.novacat.transforms.spectrum.text.column;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.text.Excerpt;
import org.novacat.layouts.unit.FluxDensity;

/**
 * A column as a file declares it; "" for what it does not say.
 *
 * @param name its name without a unit
 * @param unit its unit as the file spells it
 * @param ucd Unified Content Descriptor
 * @param utype place in the data model of IVOA SpectrumDM
 * @param role what it holds; null when nothing says
 * @param qualifiers what words beside its name say, see {@link ColumnWords.Meaning}
 * @param why what says its role, for people; "" when nothing does
 */
public record TextColumn(
    String name,
    String unit,
    String ucd,
    String utype,
    @Nullable ColumnRole role,
    Set<String> qualifiers,
    String why) {
  private static final int LONGEST = 200;

  public TextColumn {
    name = Excerpt.of(name, LONGEST);
    unit = Excerpt.of(unit, LONGEST);
    ucd = Excerpt.of(ucd, LONGEST);
    utype = Excerpt.of(utype, LONGEST);
    qualifiers = Set.copyOf(qualifiers);
  }

  /** A column of which only the header is known, such as {@code Wave(nm)} or {@code lambda_A}. */
  public static TextColumn labelled(String label) {
    ColumnLabel read = ColumnLabel.of(label);
    return declared(read.name(), read.unit(), "", "", read.qualifiers());
  }

  /** A column that declares what it is in attributes. */
  public static TextColumn declared(String name, String unit, String ucd, String utype) {
    ColumnLabel read = ColumnLabel.of(name);
    return declared(
        read.name(), unit.isBlank() ? read.unit() : unit.strip(), ucd, utype, read.qualifiers());
  }

  private static TextColumn declared(
      String name, String unit, String ucd, String utype, Set<String> more) {
    ColumnWords.Meaning meaning = ColumnWords.of(name);
    Set<String> qualifiers = new LinkedHashSet<>(meaning.qualifiers());
    qualifiers.addAll(more);
    ColumnRole said = Descriptors.role(ucd, utype);
    if (ucd.toLowerCase(Locale.ROOT).contains("obs.atmos")) {
      qualifiers.add("air");
    }
    if (said != null) {
      String why = utype.isBlank() ? "UCD " + ucd : "utype " + utype;
      return new TextColumn(name, unit, ucd, utype, said, qualifiers, why);
    }
    ColumnRole role = byUnit(unit, meaning.role());
    String why = role == null ? "" : role == meaning.role() ? "name" : "unit " + unit;
    return new TextColumn(name, unit, ucd, utype, role, qualifiers, why);
  }

  /** A length is a wavelength unless a name says that it is something else that has one. */
  private static @Nullable ColumnRole byUnit(String unit, @Nullable ColumnRole byName) {
    boolean free = byName == null || byName == ColumnRole.PIXEL;
    if (free && LengthUnits.is(unit)) {
      return ColumnRole.WAVELENGTH;
    }
    boolean density = LengthUnits.unit(unit).flatMap(FluxDensity::from).isPresent();
    return byName == null && density ? ColumnRole.FLUX : byName;
  }

  /** The same with a unit that stands elsewhere; one that is a length may say what it holds. */
  public TextColumn withUnit(String said) {
    return said.isBlank() ? this : declared(name, said.strip(), ucd, utype, qualifiers);
  }

  /** The same taken for something. */
  public TextColumn as(ColumnRole taken, String reason) {
    return new TextColumn(name, unit, ucd, utype, taken, qualifiers, reason);
  }

  /** Whether it is taken for this. */
  public boolean is(ColumnRole one) {
    return role == one;
  }

  /** Whether a word beside its name says this. */
  public boolean says(String qualifier) {
    return qualifiers.contains(qualifier);
  }
}
