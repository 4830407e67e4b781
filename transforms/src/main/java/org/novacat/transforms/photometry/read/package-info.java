/**
 * Bytes of an upload to measurements, the way in. {@link
 * org.novacat.transforms.photometry.read.PhotometryReader} opens a file in the format that its
 * content shows, plans what its columns are, and reads each row, which is either accepted or
 * rejected with a code. The packages below are the steps, from the settings up.
 */
@NullMarked
package org.novacat.transforms.photometry.read;

import org.jspecify.annotations.NullMarked;
