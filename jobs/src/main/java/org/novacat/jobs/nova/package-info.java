/** {@code novacat nova}: names, places and identities of novae. */
@NullMarked
package org.novacat.jobs.nova;

import org.jspecify.annotations.NullMarked;
