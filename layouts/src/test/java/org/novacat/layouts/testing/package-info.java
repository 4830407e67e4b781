/** Helpers that the tests of every module share, published as a test-jar. */
@NullMarked
package org.novacat.layouts.testing;

import org.jspecify.annotations.NullMarked;
