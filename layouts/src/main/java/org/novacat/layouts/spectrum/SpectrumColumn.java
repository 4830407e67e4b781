package org.novacat.layouts.spectrum;

import java.util.Locale;

/**
 * The columns of {@code normalized/spectrum.parquet}, one row a sample. UCDs are of the UCD1+ list,
 * utypes of the IVOA Spectrum Data Model 1.1 (REC 2011-11-20, table 1).
 */
public enum SpectrumColumn {
  ORDER(Type.INT, "instr.order", "", "Number of the order in the file; 0 for a single spectrum"),
  WAVELENGTH(
      Type.DOUBLE,
      "em.wl",
      "spec:Spectrum.Data.SpectralAxis.Value",
      "Wavelength in the medium of the file"),
  WAVELENGTH_VACUUM(
      Type.DOUBLE, "em.wl", "", "Wavelength in vacuum; null when the medium is not known"),
  FLUX(
      Type.DOUBLE,
      "phot.flux.density;em.wl",
      "spec:Spectrum.Data.FluxAxis.Value",
      "Flux in the unit of the file"),
  FLUX_LAMBDA(
      Type.DOUBLE,
      "phot.flux.density;em.wl",
      "",
      "Flux density; null when flux is no flux density"),
  UNCERTAINTY(
      Type.DOUBLE,
      "stat.error;phot.flux.density;em.wl",
      "spec:Spectrum.Data.FluxAxis.Accuracy.StatError",
      "One standard deviation of flux"),
  UNCERTAINTY_LAMBDA(
      Type.DOUBLE,
      "stat.error;phot.flux.density;em.wl",
      "",
      "One standard deviation of flux_lambda"),
  MASK(
      Type.INT,
      "meta.code.qual",
      "spec:Spectrum.Data.FluxAxis.Accuracy.QualityStatus",
      "Quality bits of the file"),
  GOOD(Type.BOOLEAN, "meta.code", "", "Whether the sample is usable");

  /** Version of this set of columns; readers accept any of the same major number. */
  public static final String SCHEMA_VERSION = "1.0";

  /** What a column holds. */
  public enum Type {
    INT,
    DOUBLE,
    BOOLEAN
  }

  private final String columnName;
  private final Type type;
  private final String ucd;
  private final String utype;
  private final String description;

  SpectrumColumn(Type type, String ucd, String utype, String description) {
    this.columnName = name().toLowerCase(Locale.ROOT);
    this.type = type;
    this.ucd = ucd;
    this.utype = utype;
    this.description = description;
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
    return this == WAVELENGTH && medium == Medium.AIR ? ucd + ";obs.atmos" : ucd;
  }

  /** The utype; "" when the model has none for this. */
  public String utype() {
    return utype;
  }

  /** One sentence for people. */
  public String description() {
    return description;
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
