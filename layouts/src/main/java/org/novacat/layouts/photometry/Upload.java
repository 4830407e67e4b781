package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.IngestFileId;

/**
 * The file that a row came with.
 *
 * @param id made from the bytes of the file
 * @param sourceFormat id of the format that was detected
 * @param rights what may be done with it
 * @param origin by which way it came
 * @param donorAttribution how to thank a donor, at most 512 characters; "" when there is none
 * @param sidecarContributed whether a sidecar said something that the file does not
 */
public record Upload(
    IngestFileId id,
    String sourceFormat,
    DataRights rights,
    DataOrigin origin,
    String donorAttribution,
    boolean sidecarContributed) {
  /** The longest attribution, characters (photometry specification, section 2). */
  public static final int LONGEST_ATTRIBUTION = 512;

  public Upload {
    requireNonNull(id, "id is null");
    requireNonNull(sourceFormat, "sourceFormat is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(origin, "origin is null");
    if (donorAttribution.length() > LONGEST_ATTRIBUTION) {
      throw new IllegalArgumentException(
          "Cannot build upload: the attribution has %s characters (at most %s)"
              .formatted(donorAttribution.length(), LONGEST_ATTRIBUTION));
    }
  }
}
