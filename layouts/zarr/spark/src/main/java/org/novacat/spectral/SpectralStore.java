package org.novacat.spectral;

import java.util.List;

/**
 * The names of the data contract "Spectral Zarr Store" 2.0, for those who write a store and those
 * who check one. Paths are relative to the root of the store, with '/'. N_spec is the number of
 * spectra, N_pix that of the samples of each.
 */
public final class SpectralStore {
  /** What {@code schema_version} of the root says. */
  public static final String SCHEMA_VERSION = "2.0";

  /** The group of what was measured. */
  public static final String SIGNAL = "signal";

  /** The group of continuum models. */
  public static final String CONTINUUM = "continuum";

  /** The group of what is made of signal and continuum; it may be absent. */
  public static final String REPRESENTATIONS = "representations";

  /** The group of physical parameters, arrays of (N_spec,); it may be empty. */
  public static final String PARAMS = "params";

  /** The group of all else that is known of a spectrum, arrays of (N_spec,). */
  public static final String METADATA = "metadata";

  /** Groups that each store has. */
  public static final List<String> REQUIRED_GROUPS = List.of(SIGNAL, CONTINUUM, PARAMS, METADATA);

  /** All groups of the contract, in its order. */
  public static final List<String> GROUPS =
      List.of(SIGNAL, CONTINUUM, REPRESENTATIONS, PARAMS, METADATA);

  /** Wavelengths: (N_pix,), or (N_spec, N_pix) where each spectrum has a grid of its own. */
  public static final String SIGNAL_WAVELENGTH = "signal/wavelength";

  /** Flux as it was measured, (N_spec, N_pix), NaN where there is none. */
  public static final String SIGNAL_FLUX_RAW = "signal/flux_raw";

  /** Uncertainty (sigma) of the flux, (N_spec, N_pix). */
  public static final String SIGNAL_UNCERTAINTY_RAW = "signal/uncertainty_raw";

  /** The continuum, (N_spec, N_pix); rows without a model are NaN. */
  public static final String CONTINUUM_MODEL = "continuum/continuum_model";

  /** Its uncertainty, (N_spec, N_pix). */
  public static final String CONTINUUM_UNCERTAINTY = "continuum/continuum_uncertainty";

  /** Where each model is from, text, (N_spec,): {@code none}, {@code fit:poly3}. */
  public static final String CONTINUUM_METHOD = "continuum/method";

  /** Flux over continuum, (N_spec, N_pix); optional. */
  public static final String NORMALIZED_FLUX = "representations/normalized_flux";

  /** Its uncertainty, (N_spec, N_pix); with {@link #NORMALIZED_FLUX} alone. */
  public static final String NORMALIZED_UNCERTAINTY = "representations/normalized_uncertainty";

  /** Name of each spectrum, text, (N_spec,), unique in the store. */
  public static final String SPEC_ID = "metadata/spec_id";

  /** Text, (N_spec,): one of {@link #SOURCE_TYPES}. */
  public static final String SOURCE_TYPE = "metadata/source_type";

  /** Text, (N_spec,): one of {@link #FLUX_TYPES}. */
  public static final String FLUX_TYPE = "metadata/flux_type";

  /** Arrays of (N_spec, N_pix) that each store has. */
  public static final List<String> REQUIRED_TENSORS =
      List.of(SIGNAL_FLUX_RAW, SIGNAL_UNCERTAINTY_RAW, CONTINUUM_MODEL, CONTINUUM_UNCERTAINTY);

  /** All arrays of (N_spec, N_pix) of the contract. */
  public static final List<String> TENSORS =
      List.of(
          SIGNAL_FLUX_RAW,
          SIGNAL_UNCERTAINTY_RAW,
          CONTINUUM_MODEL,
          CONTINUUM_UNCERTAINTY,
          NORMALIZED_FLUX,
          NORMALIZED_UNCERTAINTY);

  /** What a spectrum may be from. */
  public static final List<String> SOURCE_TYPES =
      List.of("observed", "synthetic", "emulator", "forward_model", "stacked");

  /** What its values may be. */
  public static final List<String> FLUX_TYPES = List.of("flux", "intensity");

  /** Attribute of each numeric spectral array: the unit of its values. */
  public static final String UNITS = "units";

  /** Attributes that the root has, none of them empty. */
  public static final List<String> ROOT_ATTRIBUTES =
      List.of("schema_version", "ingest_pipeline", "created_at", "git_commit");

  /** The table of the spectra, a row each in the order of axis 0. */
  public static final String INDEX = "index.parquet";

  /** Columns that {@link #INDEX} has at least. */
  public static final List<String> INDEX_COLUMNS =
      List.of("spec_id", "source_type", "teff", "logg", "feh", "instrument", "simulator", "snr");

  /** What novacat publishes beside the contract: each object with its length and CRC32C. */
  public static final String MANIFEST = "_manifest.json";

  private SpectralStore() {}

  /** The last part of a path: {@code flux_raw} of {@code signal/flux_raw}. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
