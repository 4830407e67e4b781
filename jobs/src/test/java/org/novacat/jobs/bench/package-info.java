/** Programs that are measured against; started by the scripts in {@code docs/benchmarks}. */
package org.novacat.jobs.bench;
