/**
 * Builds the table of one nova from all its accepted parts, never from the table that was there.
 */
@NullMarked
package org.novacat.jobs.photometry.build;

import org.jspecify.annotations.NullMarked;
