/** {@code novacat fits}: what the reader makes of files, without any store. */
@NullMarked
package org.novacat.jobs.fits;

import org.jspecify.annotations.NullMarked;
