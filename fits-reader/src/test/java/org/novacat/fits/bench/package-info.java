/**
 * Programs that measure the reader, beside those of others; none is a test. The scripts in {@code
 * docs/benchmarks} start them.
 */
package org.novacat.fits.bench;
