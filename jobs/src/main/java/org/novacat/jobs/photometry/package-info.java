/**
 * Photometry at the command line: what the reader makes of uploads, and FITS light curves for it.
 */
@NullMarked
package org.novacat.jobs.photometry;

import org.jspecify.annotations.NullMarked;
