package org.novacat.layouts.photometry;

/** Why one row was rejected. The codes are persisted and counted: never renamed, only added. */
public enum RowRejectionCode {
  /** Fewer or more cells than the header has. */
  COLUMN_COUNT,
  /** The name of the object is unknown or stands for several novae. */
  OBJECT_UNRESOLVED,
  /** The cell of the epoch is empty. */
  EPOCH_MISSING,
  /** The cell of the epoch cannot be read. */
  EPOCH_UNPARSABLE,
  /** The epoch could be in two systems, and nothing says in which. */
  EPOCH_AMBIGUOUS,
  /** Before 1800-01-01 or later than two days from now. */
  EPOCH_OUT_OF_RANGE,
  /** No value in a table of one measurement a row. */
  NO_MEASUREMENT,
  /** The cell of the value cannot be read. */
  VALUE_UNPARSABLE,
  /** No such magnitude can be. */
  VALUE_OUT_OF_RANGE,
  /** A flag may say that the value is a limit, and nobody knows what it says. */
  LIMIT_FLAG_UNCLEAR,
  /** Nothing says in which band. */
  BAND_MISSING,
  /** No entry of the registry has such a name. */
  BAND_UNRECOGNIZED,
  /** The registry says that this band enters no table. */
  BAND_EXCLUDED,
  /** Two signals of the file point to different bands. */
  BAND_CONTEXT_CONFLICT,
  /** What the file says of itself leaves no band of this name. */
  BAND_CONTEXT_EXCLUDES_ALL,
  /** The unit of the flux is not known. */
  UNIT_UNKNOWN,
  /** The row stands below a header of its own that cannot be read. */
  SECTION_UNREADABLE,
  /** A differential, step or instrumental magnitude, which compares with none of others. */
  UNSUPPORTED_QUANTITY,
  /** A host, a model, or a magnitude corrected for something: not the nova as it was observed. */
  NOT_OBSERVED,
  /** The same measurement is there already. */
  DUPLICATE
}
