package org.novacat.transforms.photometry.read.sidecar;

import java.util.Locale;

/** Facts of a sidecar that are plain text, as {@code docs/formats/photometry-uploads.md} lists. */
public enum SidecarKey {
  NOVA,
  BAND,
  /** {@code Vega}, {@code AB}, {@code ST} or {@code INSTRUMENTAL}. */
  MAGNITUDE_SYSTEM,
  /** Unit of the fluxes. */
  UNIT,
  BIBCODE,
  DOI,
  DATA_URL,
  CATALOG,
  TABLE,
  TELESCOPE,
  INSTRUMENT,
  OBSERVER,
  /** Who may see it, and what may be done with it, see {@link SidecarRights}. */
  RIGHTS,
  /** Its SPDX identifier, or its conditions in words. */
  LICENCE,
  /** The sentence by which who uses it thanks. */
  ACKNOWLEDGEMENT,
  /** {@code literature}, {@code operator_upload} or {@code donor_submission}. */
  ORIGIN,
  DONOR,
  /** For people. */
  COMMENT;

  /** As JSON has it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
