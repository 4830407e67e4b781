/** Nova Cat's own layouts: the private data bucket and the public site bucket. */
@NullMarked
package org.novacat.layouts.novacat;

import org.jspecify.annotations.NullMarked;
