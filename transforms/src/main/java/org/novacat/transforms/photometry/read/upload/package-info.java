/**
 * A file as it was uploaded: unpacked, counted against the memory that one file may take, and the
 * reasons that keep it out as a whole.
 */
@NullMarked
package org.novacat.transforms.photometry.read.upload;

import org.jspecify.annotations.NullMarked;
