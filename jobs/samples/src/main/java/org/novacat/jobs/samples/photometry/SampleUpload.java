package org.novacat.jobs.samples.photometry;

/**
 * One photometry file of the sample archive.
 *
 * @param name of the file, unique in its folder
 * @param outcome what should become of it
 */
public record SampleUpload(String name, Outcome outcome) {}
