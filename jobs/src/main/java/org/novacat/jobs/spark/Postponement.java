package org.novacat.jobs.spark;

import java.io.Serializable;

/**
 * That there is no verdict on a thing, because it was not the thing that failed.
 *
 * @param why a sentence with what to do
 */
public record Postponement(PostponedCode code, String why) implements Serializable {}
