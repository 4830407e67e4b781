/**
 * When and where something was observed, from whatever cards or keys a file has: all of them are
 * read, compared, and settled or left open with a note (decision 0005). FITS headers and headers of
 * text are read alike.
 */
@NullMarked
package org.novacat.layouts.observation;

import org.jspecify.annotations.NullMarked;
