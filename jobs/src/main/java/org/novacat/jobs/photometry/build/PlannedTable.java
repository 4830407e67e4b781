package org.novacat.jobs.photometry.build;

import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.persistence.store.Pointer;

/**
 * A table to be built, as it travels to an executor.
 *
 * @param parts all accepted parts of the nova, by upload
 * @param etags of the objects as they are now, under the nova's lock
 * @param before the table that its item speaks of; null when there is none
 */
public record PlannedTable(
    NovaId nova,
    String name,
    double raDeg,
    double decDeg,
    ArrayList<Part> parts,
    ETags etags,
    @Nullable Before before)
    implements Bin.Piece {
  /**
   * The rows of an upload.
   *
   * @param uploadSha256 of the bytes of the upload
   * @param parquet the rows
   * @param rows how many
   */
  public record Part(IngestFileId upload, ContentHash uploadSha256, Pointer parquet, long rows)
      implements Serializable {}

  /** Versions of the three objects of a table; null for one that is not there. */
  public record ETags(@Nullable String table, @Nullable String metadata, @Nullable String plot)
      implements Serializable {}

  /** A table that was built, as its item says. */
  public record Before(String schemaVersion, Pointer object, ContentHash metadata)
      implements Serializable {}

  /** The nova as rows name it. */
  public RowNova row() {
    return new RowNova(nova, name, raDeg, decDeg);
  }

  @Override
  public long bytes() {
    return parts.stream().mapToLong(part -> part.parquet().byteLength()).sum();
  }
}
