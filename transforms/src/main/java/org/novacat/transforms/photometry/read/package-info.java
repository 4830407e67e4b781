/**
 * Bytes of an upload to measurements: formats recognised by content, columns by UCD, name and unit,
 * times kept in the frame of the source, and each row either accepted or rejected with a code.
 * {@link org.novacat.transforms.photometry.read.PhotometryReader} is the way in.
 */
@NullMarked
package org.novacat.transforms.photometry.read;

import org.jspecify.annotations.NullMarked;
