package org.novacat.jobs.credit.document;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.credit.Credit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;

/**
 * A file of a bundle.
 *
 * @param name its path in the bundle, parted by '/'
 * @param bytes its length
 * @param role what it is, in a word or two; {@link #RAW} for files as they came
 * @param mediaType as {@code application/fits}
 * @param credits of all that it was made from; empty for files that novacat alone answers for
 * @param spectrum the spectrum that it is of; null for other files
 */
public record BundleFile(
    String name,
    long bytes,
    ContentHash sha256,
    String role,
    String mediaType,
    List<Credit> credits,
    @Nullable DataProductId spectrum)
    implements Serializable {
  /** The role of a file as it came. */
  public static final String RAW = "raw";

  public BundleFile {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(role, "role is null");
    requireNonNull(mediaType, "mediaType is null");
    credits = List.copyOf(credits);
  }
}
