package org.novacat.jobs.spectra;

/** Where the time of a task goes. */
enum Phase {
  /** Fetching the bytes and hashing them. */
  READ,
  /** Bytes to arrays. */
  DECODE,
  /** Units, axes, checks. */
  NORMALIZE,
  /** The Parquet file and its metadata, in memory. */
  PARQUET,
  /** The preview picture, in memory. */
  PICTURE,
  /** Putting objects into the store. */
  WRITE
}
