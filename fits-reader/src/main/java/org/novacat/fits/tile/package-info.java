/**
 * Tile-compressed images and tables ({@code .fz}) made plain by nom-tam-fits, the only use of that
 * library outside tests. What it needs to allocate is checked before it is called.
 */
@NullMarked
package org.novacat.fits.tile;

import org.jspecify.annotations.NullMarked;
