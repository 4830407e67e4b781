package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.List;

/**
 * Which of the columns of a spectrum a store takes.
 *
 * @param calibrated flux in erg s-1 cm-2 Angstrom-1, else as the file has it
 * @param vacuum wavelengths in vacuum, else in the medium of the file
 */
public record Variant(boolean calibrated, boolean vacuum) implements Serializable {
  /** The unit of flux that is calibrated. */
  public static final String CALIBRATED_UNIT = "erg s-1 cm-2 Angstrom-1";

  /** All four. */
  public static final List<Variant> ALL =
      List.of(
          new Variant(false, false),
          new Variant(true, false),
          new Variant(false, true),
          new Variant(true, true));

  /** Its place among {@link #ALL}. */
  public int ordinal() {
    return (calibrated ? 1 : 0) + (vacuum ? 2 : 0);
  }
}
