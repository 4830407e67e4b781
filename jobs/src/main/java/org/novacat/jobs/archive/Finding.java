package org.novacat.jobs.archive;

/**
 * One thing that is not as it should be.
 *
 * @param message what is wrong with it, and what to do
 */
record Finding(CheckKind kind, String what, String message) {}
