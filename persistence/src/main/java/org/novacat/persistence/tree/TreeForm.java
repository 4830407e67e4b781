package org.novacat.persistence.tree;

import static java.util.Objects.requireNonNull;

/**
 * By which objects readers find a tree.
 *
 * @param marker without which no reader takes the tree for one, and which he refuses when it is not
 *     in JSON
 * @param summary by which some readers find it without its marker; it may be missing
 */
public record TreeForm(String marker, String summary) {
  /** A Zarr store of format 2: its root group, and the metadata of all arrays in one document. */
  public static final TreeForm ZARR_2 = new TreeForm(".zgroup", ".zmetadata");

  public TreeForm {
    requireNonNull(marker, "marker is null");
    requireNonNull(summary, "summary is null");
  }
}
