/** What data is called and how it looks at rest. */
@NullMarked
package org.novacat.layouts;

import org.jspecify.annotations.NullMarked;
