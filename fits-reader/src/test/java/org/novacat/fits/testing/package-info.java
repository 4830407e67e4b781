/** Helpers that the tests of this module and of its data source share, published as a test-jar. */
@NullMarked
package org.novacat.fits.testing;

import org.jspecify.annotations.NullMarked;
