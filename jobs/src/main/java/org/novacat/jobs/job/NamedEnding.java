package org.novacat.jobs.job;

/**
 * How one thing ended, by name.
 *
 * @param code why; "" where the ending says all
 * @param what the thing: a file, a product, an upload
 * @param message a sentence that names it, with the values at fault and what to do
 */
record NamedEnding(Ending ending, String code, String what, String message) {}
