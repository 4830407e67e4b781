/** What somebody states of a FITS file beside it, beside what the file says itself. */
@NullMarked
package org.novacat.fits.stated;

import org.jspecify.annotations.NullMarked;
