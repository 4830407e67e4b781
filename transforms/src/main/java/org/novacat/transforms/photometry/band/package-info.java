/**
 * Bands: the registry as versioned data, and from the filter text of a file to an entry of it, in
 * the order of the photometry specification, section 3.
 */
@NullMarked
package org.novacat.transforms.photometry.band;

import org.jspecify.annotations.NullMarked;
