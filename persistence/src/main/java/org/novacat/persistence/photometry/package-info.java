/**
 * Photometry in the table: uploads that wait and what was decided about each, their parts by nova,
 * and the one photometry table of a nova.
 */
@NullMarked
package org.novacat.persistence.photometry;

import org.jspecify.annotations.NullMarked;
