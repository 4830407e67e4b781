/** What VOTables (IVOA Recommendation 1.4) are made of, for light curves and spectra alike. */
@NullMarked
package org.novacat.transforms.votable;

import org.jspecify.annotations.NullMarked;
