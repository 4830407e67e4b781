/**
 * Compression whose bytes are the same on every machine (RFC 1950, 1951). The JDK's Deflater gives
 * other bytes with other builds of zlib; pictures and bundles must not.
 */
@NullMarked
package org.novacat.transforms.deflate;

import org.jspecify.annotations.NullMarked;
