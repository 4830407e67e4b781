/** Identifiers: small values that are never bare strings in an API. */
@NullMarked
package org.novacat.layouts.id;

import org.jspecify.annotations.NullMarked;
