package org.novacat.jobs.job;

import org.novacat.persistence.store.Content;

/**
 * A job: it has a plan, and carries it out. All else of a run is done by its {@link JobRunner}.
 *
 * <p>What it does can be done again: a run that is killed is taken up by the next.
 */
public interface Job {
  /** The command that it is, as its report names it. */
  String name();

  /** Its name in job runs and in keys of objects. */
  String workflow();

  /** The plan as a JSON document, kept as {@code input.json} when the run begins. */
  Content input();

  /** What the report says of a run that never began. */
  String nothingToDo();

  /**
   * Carries the plan out: {@link JobRunner#begin begins} before its first write, counts how
   * everything ends, and returns soon after it is {@link JobRunner#stopped stopped}. What it throws
   * ends the run as failed, with what it counted until then on record.
   */
  void run(JobRunner run);
}
