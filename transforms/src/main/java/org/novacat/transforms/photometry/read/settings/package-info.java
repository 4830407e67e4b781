/**
 * What reading depends on besides the file: limits, the clock, names of bands, and the door through
 * which another module reads a format of its own.
 */
@NullMarked
package org.novacat.transforms.photometry.read.settings;

import org.jspecify.annotations.NullMarked;
