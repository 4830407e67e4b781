package org.novacat.transforms.votable;

import java.util.List;

/** Counts what is read of a file before it is held, and ends the reading when it is too much. */
public interface CellLimit {
  /** Counts bytes. */
  void bytes(long more);

  /** Counts a row of cells. */
  void row(List<String> cells);
}
