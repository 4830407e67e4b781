package org.novacat.persistence.bulk.bench;

/** A way to read the table by Spark. */
@FunctionalInterface
interface TableReading {
  /** Does a job as a user would. */
  Tally read(Job job);
}
