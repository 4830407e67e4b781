/**
 * Spectra as text: {@link org.novacat.transforms.spectrum.text.TextSpectrumReader} reads one,
 * {@link org.novacat.transforms.spectrum.text.TextKind} tells one from a light curve, and {@link
 * org.novacat.transforms.spectrum.text.MetadataTable} is what a folder of them says of each.
 */
@NullMarked
package org.novacat.transforms.spectrum.text;

import org.jspecify.annotations.NullMarked;
