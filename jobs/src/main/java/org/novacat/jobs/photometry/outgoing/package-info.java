/** The photometry of a nova as everybody may see it. */
@NullMarked
package org.novacat.jobs.photometry.outgoing;

import org.jspecify.annotations.NullMarked;
