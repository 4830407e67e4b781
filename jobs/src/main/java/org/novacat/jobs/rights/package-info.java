/** {@code novacat rights}: what others may do with spectra and photometry, and whom they name. */
@NullMarked
package org.novacat.jobs.rights;

import org.jspecify.annotations.NullMarked;
