package org.novacat.layouts.photometry;

/** Why a whole file was refused. The codes are persisted and counted: never renamed, only added. */
public enum FileRefusalCode {
  /** No bytes, or nothing but blanks. */
  EMPTY_FILE,
  /** More bytes, rows, columns or memory than the limits allow. */
  FILE_TOO_LARGE,
  /** No reader knows this format. */
  UNRECOGNIZED_FORMAT,
  /** The format is known, and there is no row in it. */
  NO_DATA_ROWS,
  /** No column can be taken for the epoch, the value or the band. */
  MISSING_REQUIRED_COLUMN,
  /** Times count from a moment that the file does not name. */
  TIME_REFERENCE_MISSING,
  /** Dates or times of day can be read in several ways, and nothing says in which. */
  TIME_AMBIGUOUS,
  /** Neither a magnitude, a flux density nor a count rate, such as a luminosity. */
  UNSUPPORTED_QUANTITY,
  /** Instrumental flux without a zero point. */
  UNCALIBRATED_FLUX,
  /** Nothing says which nova it is about. */
  OBJECT_MISSING,
  /** More than half of the rows were rejected for reasons that speak against the file. */
  TOO_MANY_REJECTED_ROWS,
  /** What was given beside the file to explain it cannot be used. */
  SIDECAR_INVALID,
  /** Reading it takes longer than the time for one file. */
  TIME_LIMIT,
  /** A reader came to a state that it does not know: a fault of the program, not of the file. */
  READER_FAILED,
  /** No verdict on the file: an object that was registered for it is not there any more. */
  RAW_MISSING,
  /** No verdict on the file: an object that was registered for it has other bytes now. */
  RAW_CHANGED
}
