/**
 * Stand-ins for the table and for time, for the tests of every module: strict, in memory, and able
 * to fail in every way the real ones can, by a seed.
 */
@NullMarked
package org.novacat.persistence.testing;

import org.jspecify.annotations.NullMarked;
