/**
 * Zip files whose bytes follow from their entries alone, written in one pass of flat memory to
 * wherever they go, and read back; and names of entries that are safe wherever they are unpacked.
 */
@NullMarked
package org.novacat.jobs.zip;

import org.jspecify.annotations.NullMarked;
