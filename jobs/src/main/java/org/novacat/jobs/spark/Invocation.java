package org.novacat.jobs.spark;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * One invocation of one task.
 *
 * @param bin number of its bin in the run, from 1
 * @param attempt 1 for a bin that Spark ran once
 * @param at when it began, by the executor's clock
 * @param took how long it took
 */
public record Invocation(int bin, int attempt, Instant at, Duration took) implements Serializable {}
