package org.novacat.spectral.check;

import java.util.Locale;

/**
 * The rules of the data contract "Spectral Zarr Store" 2.0, each a check of its own, and those by
 * which a store can be read whole.
 */
public enum SpectralCheck {
  STORE_OPENS("The root is a group of Zarr format 2, and all metadata documents can be read"),
  STORE_NAME("A store is written as <dataset>.zarr.tmp and published as <dataset>.zarr"),
  SCHEMA_VERSION("The root's schema_version is \"2.0\""),
  ROOT_ATTRIBUTES("The root has the attributes ingest_pipeline and git_commit, not empty"),
  CREATED_AT("The root's created_at is a time of ISO 8601"),
  CONSOLIDATED_METADATA(".zmetadata says what the single documents say"),
  REQUIRED_GROUPS("signal, continuum, params and metadata are groups"),
  REQUIRED_ARRAYS(
      "flux_raw, wavelength, uncertainty_raw, continuum_model, continuum_uncertainty and method are there"),
  NO_HIERARCHY(
      "No groups of instruments or objects lie below or beside the groups of the contract"),
  TENSOR_SHAPES(
      "Arrays of two dimensions in signal, continuum and representations are (N_spec, N_pix)"),
  WAVELENGTH_SHAPE("signal/wavelength is (N_pix,) or (N_spec, N_pix)"),
  METHOD_SHAPE("continuum/method is (N_spec,)"),
  PARAMS_SHAPES("All arrays of params are (N_spec,)"),
  METADATA_SHAPES("All arrays of metadata are (N_spec,)"),
  EXPECTED_SPECTRA("N_spec is what was expected"),
  TENSOR_TYPES("Spectral arrays are of floating-point numbers, which can be NaN"),
  FLUX_FLOAT32(Severity.SHOULD, "signal/flux_raw is float32"),
  PARAMS_TYPES("All arrays of params are of numbers"),
  TEXT_TYPES("method, spec_id, source_type, flux_type and fields h<n>_<keyword> are text"),
  HEADER_NAMES("Header fields are called h<hdu>_<keyword>, lower-case letters, digits and '_'"),
  UNITS("Spectral arrays of numbers have the attribute units"),
  WAVELENGTH_UNIT("Wavelengths of one dataset have one unit"),
  REPRESENTATIONS_PAIR("normalized_uncertainty is there only with normalized_flux"),
  PARAMS_ATTRIBUTES("Arrays of params have no attributes"),
  PARAMETERS_AS_ATTRIBUTES("No parameter is stored as an attribute"),
  TINY_CHUNKS("No array has tiny chunks"),
  CHUNK_SHAPES(
      Severity.SHOULD,
      "Spectral arrays have chunks of (1024, N_pix) below 10,000 samples, else of (256, 4096)"),
  COMPRESSION("Arrays of numbers are compressed by Blosc, zstd, bitshuffle, clevel 5 to 7"),
  TEXT_COMPRESSION(
      Severity.SHOULD, "Arrays of text are compressed by Blosc, zstd, bitshuffle, clevel 5 to 7"),
  CHUNKS_DECODE("All chunks that are there can be read, and have the right length"),
  MANIFEST("The objects of the store are those of its manifest, by length and CRC32C"),
  FLUX_ROWS("No row of signal/flux_raw is all NaN or all zero"),
  WAVELENGTH_INCREASES("Wavelengths increase strictly along a row, where they are finite"),
  METHOD_LABELS("continuum/method has a label for each spectrum"),
  SPEC_IDS("metadata/spec_id is there, not empty, and unique"),
  SOURCE_TYPES(
      "metadata/source_type is one of observed, synthetic, emulator, forward_model, stacked"),
  FLUX_TYPES("metadata/flux_type is one of flux, intensity"),
  SIGNAL_SENTINELS("Missing samples are NaN, and no number that stands for it"),
  PARAMS_SENTINELS("Missing parameters are NaN, and no number that stands for it"),
  METADATA_SENTINELS("Missing numbers of metadata are NaN, and no number that stands for it"),
  INDEX("index.parquet is there and can be read"),
  INDEX_LENGTH("len(index.parquet) is N_spec"),
  INDEX_COLUMNS(
      "index.parquet has spec_id, source_type, teff, logg, feh, instrument, simulator and snr"),
  INDEX_SPEC_IDS("index.parquet and metadata/spec_id name the same spectra in the same order"),
  INDEX_VALUES("What index.parquet says of a spectrum is what params and metadata say");

  /** How much the contract asks for it. */
  public enum Severity {
    /** A store that fails must not be published. */
    MUST,
    /** The contract prefers or recommends it. */
    SHOULD
  }

  private final Severity severity;
  private final String rule;

  SpectralCheck(String rule) {
    this(Severity.MUST, rule);
  }

  SpectralCheck(Severity severity, String rule) {
    this.severity = severity;
    this.rule = rule;
  }

  /** Its name in reports: {@code schema-version}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the contract says, one sentence without its full stop. */
  public String rule() {
    return rule;
  }

  public Severity severity() {
    return severity;
  }
}
