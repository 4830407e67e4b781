package org.novacat.jobs.zarr;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.zarr.row.Grid;

/**
 * What a store is to be.
 *
 * @param novae names or ids; empty for all
 * @param providers their names; empty for all
 * @param where a condition in SQL on the columns of {@code products}; null for none
 * @param publicOnly whether only what everybody may see
 * @param degree of the polynomial that is fitted as continuum; null for none
 * @param mostSamples of a row
 */
record ExportOptions(
    List<String> novae,
    List<String> providers,
    @Nullable String where,
    boolean publicOnly,
    Grid grid,
    @Nullable Integer degree,
    Flux flux,
    Axis axis,
    int mostSamples) {
  /** Which flux. */
  enum Flux {
    AUTO,
    CALIBRATED,
    AS_FOUND
  }

  /** Which wavelengths. */
  enum Axis {
    AUTO,
    VACUUM,
    AS_FOUND
  }

  ExportOptions {
    novae = List.copyOf(novae);
    providers = List.copyOf(providers);
    requireNonNull(grid, "grid is null");
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    novae.forEach(root.withArray("novae")::add);
    providers.forEach(root.withArray("providers")::add);
    root.put("where", where == null ? "" : where).put("public_only", publicOnly);
    root.put("grid", grid.toString()).put("continuum", continuum());
    root.put("flux", flux.name()).put("wavelength", axis.name());
    return root.put("most_samples", mostSamples);
  }

  String continuum() {
    return degree == null ? "none" : "poly:" + degree;
  }
}
