/** Object keys, and the templates that both format and parse them. */
@NullMarked
package org.novacat.layouts.key;

import org.jspecify.annotations.NullMarked;
