package org.novacat.layouts.spectrum;

import java.util.Locale;
import org.novacat.layouts.text.Tsv;

/**
 * The columns of {@code normalized/spectrum.parquet}, one row a sample. What is said of them is a
 * resource, {@code spectrum-columns.tsv}.
 */
public enum SpectrumColumn {
  ORDER,
  WAVELENGTH,
  WAVELENGTH_VACUUM,
  FLUX,
  FLUX_LAMBDA,
  UNCERTAINTY,
  UNCERTAINTY_LAMBDA,
  MASK,
  GOOD;

  /** Version of this set of columns; readers accept any of the same major number. */
  public static final String SCHEMA_VERSION = "1.0";

  /** What a column holds. */
  public enum Type {
    INT,
    DOUBLE,
    BOOLEAN
  }

  private final String columnName = name().toLowerCase(Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Tsv.Row said = Said.OF_COLUMNS.row(columnName);

  private final Type type = Type.valueOf(said.cell("type"));

  /** Read before the constants are made. */
  private static final class Said {
    static final Tsv OF_COLUMNS = Tsv.resource(SpectrumColumn.class, "spectrum-columns.tsv");
  }

  /** Name in the file. */
  public String columnName() {
    return columnName;
  }

  /** Position in the schema, from 0. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is the order in the file
  public int position() {
    return ordinal();
  }

  /** What the column holds. */
  public Type type() {
    return type;
  }

  /** Whether a row always has a value. */
  public boolean required() {
    return this == ORDER || this == WAVELENGTH || this == FLUX || this == GOOD;
  }

  /** The UCD in a spectrum whose wavelengths are in {@code medium}. */
  public String ucd(Medium medium) {
    String plain = said.cell("ucd");
    return this == WAVELENGTH && medium == Medium.AIR ? plain + ";obs.atmos" : plain;
  }

  /** The utype; "" when the model has none for this. */
  public String utype() {
    return said.cell("utype");
  }

  /** One sentence for people. */
  public String description() {
    return said.cell("description");
  }

  /** The unit in VOUnits spelling; "" when there is none. */
  public String unit(String fluxUnit) {
    return switch (this) {
      case WAVELENGTH, WAVELENGTH_VACUUM -> "Angstrom";
      case FLUX, UNCERTAINTY -> fluxUnit;
      case FLUX_LAMBDA, UNCERTAINTY_LAMBDA -> "erg.s**-1.cm**-2.Angstrom**-1";
      case ORDER, MASK, GOOD -> "";
    };
  }
}
