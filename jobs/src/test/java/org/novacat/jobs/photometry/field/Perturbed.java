package org.novacat.jobs.photometry.field;

/**
 * A file that was changed.
 *
 * @param what was done to it, for people
 * @param name the name of the file now
 * @param law what it must end as
 */
record Perturbed(String what, String name, byte[] bytes, Law law) {}
