/** Order statistics of samples. */
@NullMarked
package org.novacat.transforms.stat;

import org.jspecify.annotations.NullMarked;
