/**
 * How every job runs: one runner that begins and ends the record of a run, one vocabulary of
 * endings, one tally, one report. A job is a class that has a plan and carries it out.
 */
@NullMarked
package org.novacat.jobs.job;

import org.jspecify.annotations.NullMarked;
