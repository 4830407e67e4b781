/** Mode hdus: one row for each HDU, from headers alone. */
@NullMarked
package org.novacat.fits.spark.hdu;

import org.jspecify.annotations.NullMarked;
