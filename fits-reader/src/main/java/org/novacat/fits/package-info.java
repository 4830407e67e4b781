/** FITS bytes to headers, data and spectra. */
@NullMarked
package org.novacat.fits;

import org.jspecify.annotations.NullMarked;
