/**
 * From spectra as files hold them to one validated spectrum in canonical units, or a refusal with
 * its reason.
 */
@NullMarked
package org.novacat.transforms.spectrum;

import org.jspecify.annotations.NullMarked;
