package org.novacat.transforms.photometry.read.format;

/**
 * Some rows of a file as a file of their own.
 *
 * @param bytes ECSV, UTF-8
 * @param firstLine where its first row stands, from 1; the others follow, a line each
 * @param rows numbers of the rows in the file they were taken from
 */
public record Excerpt(byte[] bytes, int firstLine, int[] rows) {}
